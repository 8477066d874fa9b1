import { describe, expect, it } from '@jest/globals'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { statement } from '../../../platform/database/statement.js'
import { Database, Transactions } from '../../../platform/database/transactions.js'
import { CasesModule } from '../cases.module.js'
import { SearchKeys } from '../data/search-keys.js'
import { noSafeContact } from '../domain/case-content.js'
import { aCase } from '../testing/an-intake.js'
import { useServices } from '../testing/services.js'
import { RecordSection } from './record-section.js'

const findPlaces = statement(
  'spec.find-places',
  'SELECT DISTINCT section FROM guard.find_places($1, $2, 60)',
)

describe('what a case is found by', () => {
  const services = useServices(CasesModule)

  const keysOf = async (caseId: string, section: number): Promise<string[]> => {
    const { rows } = await services().owner.query<{ key: string }>(
      'SELECT key FROM search_key WHERE case_id = $1 AND section = $2 ORDER BY key',
      [caseId, section],
    )
    return rows.map(({ key }) => key)
  }
  const aLead = async () => services().aWorker(await services().aUnit())
  const tokensOf = (findable: Parameters<SearchKeys['of']>[0]): string[] =>
    services().find(SearchKeys).of(findable).map(String)

  it('is written with the case, and nothing of it can be read', async () => {
    const lead = await aLead()
    const { id } = await aCase(services(), lead)

    const names = await keysOf(id, 0)
    expect(names.sort()).toEqual(tokensOf({ names: ['Nguyễn Thị Mai'] }).sort())
    expect((await keysOf(id, 1)).sort()).toEqual(tokensOf({ phones: ['0905000111'] }).sort())
    expect(await keysOf(id, 2)).not.toEqual([])
    expect((await keysOf(id, 3)).sort()).toEqual(tokensOf({ handles: ['thuyendem'] }).sort())
    const database = services().find(Database)
    await expect(
      services()
        .find(Transactions)
        .run(lead, () => database.query(statement('spec.keys', 'SELECT key FROM search_key'))),
    ).rejects.toMatchObject({ code: '42501' })
  })

  it('is told by the database itself only to who sees the section it stands in', async () => {
    const unit = await services().aUnit()
    const lead = await services().aWorker(unit)
    const supervisor = await services().aWorker(unit, 'supervisor')
    const receiver = await aLead()
    const { id } = await aCase(services(), lead)
    const keys = tokensOf({
      names: ['Nguyễn Thị Mai'],
      phones: ['0905000111'],
      handles: ['thuyendem'],
    })
    // What is opened afterwards has a wall of its own, behind which a hole in this one would not show.
    const told = async (actor: WorkerActor): Promise<number[]> => {
      const found = await services()
        .find(Transactions)
        .run(actor, () =>
          services()
            .find(Database)
            .query<{ section: number }>(findPlaces, [keys, keys.map(() => 1)]),
        )
      return found.map(({ section }) => section).sort()
    }
    const share = (sections: number) =>
      services().owner.query(
        `SELECT guard.add_grant($1, $2, 'referral', $3, $4, false, 'infinity')`,
        [id, receiver.workerId, id, sections],
      )

    expect(await told(lead)).toEqual([0, 1, 3])
    expect(await told(supervisor)).toEqual([0, 1, 3])
    expect(await told(await services().aWorker(unit))).toEqual([])
    expect(await told(receiver)).toEqual([])
    await share(1 << 1)
    expect(await told(receiver)).toEqual([1])
    await services().block(supervisor, id)
    expect(await told(supervisor)).toEqual([])
    await services().block(receiver, id)
    expect(await told(receiver)).toEqual([])
  })

  it('changes with what it was made of', async () => {
    const lead = await aLead()
    const { id } = await aCase(services(), lead)

    await services()
      .find(RecordSection)
      .contact(lead, id, 1, { ...noSafeContact, phone: '+84 912 345 678' })

    expect((await keysOf(id, 1)).sort()).toEqual(tokensOf({ phones: ['0912345678'] }).sort())
  })

  it('is kept where a stale change is refused', async () => {
    const lead = await aLead()
    const { id } = await aCase(services(), lead)
    const before = await keysOf(id, 1)

    await expect(
      services()
        .find(RecordSection)
        .contact(lead, id, 7, { ...noSafeContact, phone: '0912 345 678' }),
    ).rejects.toThrow()

    expect(await keysOf(id, 1)).toEqual(before)
  })

  it('is not for others to write', async () => {
    const lead = await aLead()
    const supervisor = await services().aWorker(await services().aUnit(), 'supervisor')
    const { id } = await aCase(services(), lead)
    const place = { section: 'identity', sourceId: null, findable: { names: ['Ai'] } } as const

    for (const other of [await aLead(), supervisor])
      await expect(
        services()
          .find(Transactions)
          .run(other, () => services().find(SearchKeys).write(id, [place])),
      ).rejects.toMatchObject({ code: '42501' })
  })

  it('goes with the person, and with the case', async () => {
    const { id } = await aCase(services(), await aLead())
    const { owner } = services()

    await owner.query(`DELETE FROM person WHERE case_id = $1 AND role = 'victim'`, [id])
    expect(await keysOf(id, 0)).toEqual([])
    expect(await keysOf(id, 1)).not.toEqual([])

    await owner.query('DELETE FROM cases WHERE id = $1', [id])
    expect(await keysOf(id, 1)).toEqual([])
  })
})
