import { beforeAll, describe, expect, it } from '@jest/globals'
import { chanceFrom, madeUpPerson } from '../../../../test/support/made-up-people.js'
import { misspellings, misspelt } from '../../../../test/support/misspellings.js'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { Transactions } from '../../../platform/database/transactions.js'
import { CaseFinding } from '../../cases/index.js'
import { aCase } from '../../cases/testing/an-intake.js'
import { useFinding } from '../testing/use-finding.js'

const people = 72

describe('people whose names are typed wrongly', () => {
  const services = useFinding()
  let lead: WorkerActor
  let supervisor: WorkerActor
  let stranger: WorkerActor
  /** Case by name; where two have the same name, both. */
  const casesOf = new Map<string, string[]>()
  const elsewhere = new Set<string>()
  let blocked = ''
  let sealed = ''

  // As often as a bench asks, not as a worker may: the pace has a test of its own.
  const search = async (actor: WorkerActor, typed: string): Promise<string[]> => {
    const { cases } = await services()
      .find(Transactions)
      .run(actor, () => services().find(CaseFinding).search(actor, typed))
    return cases.map(({ id }) => id)
  }
  const caseOf = async (actor: WorkerActor, number: number): Promise<string> => {
    const { name, phone, account } = madeUpPerson(number)
    const { id } = await aCase(services(), actor, {
      person: { name },
      contact: { phone },
      incident: { accounts: account },
      caregiver: { state: 'unknown', person: null },
    })
    return id
  }
  const typedAs = (kind: (typeof misspellings)[number]) =>
    [...casesOf].flatMap(([name, ids], n) => {
      const typed = misspelt(kind, name, chanceFrom(n))
      return typed === null ? [] : [{ typed, ids }]
    })

  beforeAll(async () => {
    const unit = await services().aUnit()
    lead = await services().aWorker(unit)
    supervisor = await services().aWorker(unit, 'supervisor')
    stranger = await services().aWorker(await services().aUnit())
    for (let n = 1; n <= people; n += 1) {
      const id = await caseOf(lead, n)
      const { name } = madeUpPerson(n)
      casesOf.set(name, [...(casesOf.get(name) ?? []), id])
      // The same people have a case at another unit.
      if (n % 6 === 0) elsewhere.add(await caseOf(stranger, n))
      if (n === 6) blocked = id
      if (n === 12) sealed = id
    }
    await services().block(supervisor, blocked)
    await services().owner.query('UPDATE cases SET sealed = true WHERE id = $1', [sealed])
    await services().owner.query('SELECT guard.project_case($1)', [sealed])
  }, 240_000)

  it.each(misspellings)(
    'are found on the first page: %s',
    async (kind) => {
      const asked = typedAs(kind)
      const missed: string[] = []
      let shown = 0
      for (const { typed, ids } of asked) {
        const found = await search(lead, typed)
        shown += found.length
        if (!ids.every((id) => found.includes(id))) missed.push(typed)
        expect(found.filter((id) => elsewhere.has(id))).toEqual([])
      }
      expect(asked.length).toBeGreaterThan(3)
      expect({ missed, enough: missed.length <= asked.length * 0.05 }).toMatchObject({
        enough: true,
      })
      // A page that shows everybody would find everybody.
      expect(shown / asked.length).toBeLessThan(5)
    },
    240_000,
  )

  it('are several hundred in all', () => {
    expect(misspellings.flatMap(typedAs).length).toBeGreaterThan(400)
  })

  it('are not found by who may not see them, however they are typed', async () => {
    const hidden = [6, 12].map((n) => madeUpPerson(n).name)
    for (const name of hidden)
      for (const kind of misspellings) {
        const typed = misspelt(kind, name, chanceFrom(1))
        if (typed === null) continue
        const found = await search(supervisor, typed)
        expect(found.filter((id) => [blocked, sealed].includes(id))).toEqual([])
        const foundElsewhere = await search(stranger, typed)
        expect(foundElsewhere.filter((id) => !elsewhere.has(id))).toEqual([])
      }
    expect(await search(lead, hidden[1] ?? '')).toContain(sealed)
  }, 240_000)
})
