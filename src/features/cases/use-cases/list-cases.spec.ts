import { beforeAll, describe, expect, it } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { NotFound } from '../../../platform/errors/not-found.js'
import { InvalidInput } from '../../../platform/web/web-errors.js'
import { CasesModule } from '../cases.module.js'
import { aCase } from '../testing/an-intake.js'
import { useServices } from '../testing/services.js'
import { ListCases, listSorts, type CaseListAsked } from './list-cases.js'

describe('the work list', () => {
  const services = useServices(CasesModule)
  let lead: WorkerActor
  let colleague: WorkerActor
  let supervisor: WorkerActor
  const ids: string[] = []

  beforeAll(async () => {
    const unit = await services().aUnit()
    lead = await services().aWorker(unit)
    colleague = await services().aWorker(unit)
    supervisor = await services().aWorker(unit, 'supervisor')
    const kinds = [
      { who: lead, sex: 'female', statedAge: 16, risk: [], type: 'csea.sextortion_sexual' },
      { who: lead, sex: 'male', statedAge: 30, risk: [], type: 'tip.forced_criminality_scam' },
      { who: lead, sex: 'female', statedAge: 30, risk: ['being_located'], type: 'gbv.rape' },
      { who: colleague, sex: 'female', statedAge: 40, risk: [], type: 'gbv.rape' },
    ] as const
    for (const { who, sex, statedAge, risk, type } of kinds) {
      const { id } = await aCase(services(), who, {
        person: { sex, statedAge, provinceCode: sex === 'male' ? '01' : '48' },
        incident: { type },
        risk: { reasons: [...risk], assessed: 'low' },
      })
      ids.push(id)
    }
    const { owner } = services()
    // Opened and changed on days of their own, so that each order differs.
    for (const [n, id] of ids.entries())
      await owner.query(
        `UPDATE cases SET opened_at = timestamptz '2026-11-01T00:00Z' + $2 * interval '1 day',
                updated_at = timestamptz '2026-11-20T00:00Z' - $2 * interval '1 day' WHERE id = $1`,
        [id, n],
      )
    await owner.query(
      `INSERT INTO case_task (id, case_id, kind, worker_id, due_on, due_at, created_by, created_at)
       VALUES ($1, $2, 'review', $3, '2026-11-02', '2026-11-02T17:00:00Z', $3, now())`,
      [randomUUID(), ids[1], lead.workerId],
    )
  })

  const list = () => services().find(ListCases)
  const names = (found: readonly { id: string }[]) => found.map(({ id }) => ids.indexOf(id))
  const mine = async (asked: CaseListAsked = {}) => names((await list().mine(lead, asked)).items)

  it('is narrowed by what stands on the cases', async () => {
    expect(await mine({ sex: 'male' })).toEqual([1])
    expect(await mine({ ageBand: '16-17' })).toEqual([0])
    expect(await mine({ provinceCode: '01' })).toEqual([1])
    expect(await mine({ family: 'gbv' })).toEqual([2])
    expect(await mine({ risk: 'high' })).toEqual([2])
    expect(await mine({ step: 'new', sex: 'female' })).toEqual([0, 2])
    expect(await mine({ status: 'closed' })).toEqual([])
    expect(await mine({ since: '2026-11-19' })).toEqual([0, 1])
    expect(await mine({ overdue: true })).toEqual([1])
  })

  it('comes in the order asked', async () => {
    expect(await mine()).toEqual([0, 1, 2])
    expect(await mine({ sort: 'opened' })).toEqual([2, 1, 0])
    expect((await mine({ sort: 'risk' }))[0]).toBe(2)
    expect((await mine({ sort: 'due' }))[0]).toBe(1)
  })

  it('turns pages in each order without losing or repeating one', async () => {
    for (const sort of listSorts) {
      const seen: number[] = []
      let after: string | undefined
      do {
        const { items, next } = await list().ofUnit(supervisor, { sort, after, limit: 1 })
        seen.push(...names(items))
        after = next ?? undefined
      } while (after !== undefined)
      expect({ sort, seen: [...seen].sort() }).toEqual({ sort, seen: [0, 1, 2, 3] })
    }
    for (const sort of listSorts)
      await expect(list().mine(lead, { sort, after: 'bm9uc2Vuc2U' })).rejects.toThrow(InvalidInput)
  })

  it('is of the whole unit for its supervisors, of one lead where they ask', async () => {
    expect(names((await list().ofUnit(supervisor)).items)).toEqual([0, 1, 2, 3])
    const ofOne = await list().ofUnit(supervisor, { leadWorkerId: colleague.workerId })
    expect(names(ofOne.items)).toEqual([3])
    expect((await list().colleagues(supervisor)).map(({ id }) => id).sort()).toEqual(
      [lead.workerId, colleague.workerId].sort(),
    )
    await expect(list().ofUnit(lead)).rejects.toThrow(NotFound)
    await expect(list().colleagues(lead)).rejects.toThrow(NotFound)
  })

  it('knows what is due next as tasks come and go', async () => {
    const due = async () => (await list().mine(lead, { sex: 'female', sort: 'opened' })).items[0]
    expect((await due())?.nextDueAt).toBeNull()
    const task = randomUUID()
    const { owner } = services()
    await owner.query(
      `INSERT INTO case_task (id, case_id, kind, worker_id, due_on, due_at, created_by, created_at)
       VALUES ($1, $2, 'other', $3, '2027-01-02', '2027-01-02T17:00:00Z', $3, now())`,
      [task, ids[2], lead.workerId],
    )
    expect((await due())?.nextDueAt).toEqual(new Date('2027-01-02T17:00:00Z'))
    await owner.query(
      `UPDATE case_task SET state = 'done', ended_at = now(), ended_by = $2 WHERE id = $1`,
      [task, lead.workerId],
    )
    expect((await due())?.nextDueAt).toBeNull()
  })

  it('follows what happened: a kind of incident that is taken away narrows nothing any more', async () => {
    expect(await mine({ family: 'tip' })).toEqual([1])
    await services().owner.query(
      `UPDATE incident SET removed_at = now(), removed_reason = 'mistake', updated_at = now()
        WHERE case_id = $1`,
      [ids[1]],
    )
    expect(await mine({ family: 'tip' })).toEqual([])
  })
})
