import { beforeAll, describe, expect, it } from '@jest/globals'
import { useApp } from '../../../../test/support/app.js'
import type { TestUnit, TestWorker } from '../../../../test/support/world.js'
import { NotFound } from '../../../platform/errors/not-found.js'
import { Stale } from '../../../platform/errors/stale.js'
import { UploadedFile } from '../../../platform/web/upload.js'
import type { GroupFacts } from '../domain/group-facts.js'
import { LeadUnfit, ListGone, NobodyNew } from '../domain/group.errors.js'
import { aPersonOfList, csvOf, headerOfList, linesOfList } from '../testing/a-list.js'
import { ReadGroups } from './read-groups.js'
import { TakeInPeople } from './take-in-people.js'
import { WaitingLists } from './waiting-lists.js'

const event: GroupFacts = {
  incidentType: 'tip.forced_criminality_scam',
  country: 'KH',
  receivedOn: '2026-11-18',
  place: 'Cửa khẩu Mộc Bài',
  provinceCode: '80',
  identification: 'presumed',
}

describe('people who come at once', () => {
  const test = useApp()
  let unit: TestUnit
  let lead: TestWorker
  let colleague: TestWorker
  let third: TestWorker
  let supervisor: TestWorker
  let stranger: TestWorker

  beforeAll(async () => {
    unit = await test().given.aUnit('anti-trafficking')
    lead = await test().given.aWorker(unit)
    colleague = await test().given.aWorker(unit)
    third = await test().given.aWorker(unit)
    supervisor = await test().given.aWorker(unit, ['supervisor'])
    stranger = await test().given.aWorker(await test().given.aUnit('anti-trafficking'))
  })

  const find = <Provider>(type: new (...args: never[]) => Provider): Provider =>
    test().app.get(type, { strict: false })
  const lists = () => find(WaitingLists)
  const groups = () => find(ReadGroups)
  const fileOf = (lines: readonly (readonly string[])[]) =>
    new UploadedFile('list.csv', csvOf(lines), false)
  const casesOfUnit = async (): Promise<number> => {
    const { rows } = await test().owner.query<{ count: number }>(
      'SELECT count(*)::int FROM cases WHERE unit_id = $1',
      [unit.id],
    )
    return rows[0]?.count ?? -1
  }

  /** A list of so many people, in a file that no other test sends. */
  const aList = (people: number, mark: string): string[][] =>
    linesOfList(people).map(([name, born, sex, document, phone, province]) => [
      `${name ?? ''} ${mark}`,
      born ?? '',
      sex ?? '',
      `${mark}${document ?? ''}`,
      phone ?? '',
      province ?? '',
    ])

  const prepared = async (
    lines: readonly (readonly string[])[],
    { by = lead, leads = [lead.id], groupId = null as string | null } = {},
  ): Promise<{ id: string; version: number }> => {
    const id = await lists().send(by.actor, fileOf([headerOfList, ...lines]), groupId)
    await lists().nameColumns(by.actor, id, 1, [
      'name',
      'birthDate',
      'sex',
      'document',
      'phone',
      'province',
    ])
    await lists().giveFacts(by.actor, id, 2, { event, facts: { risk: 'medium', leads } })
    return { id, version: 3 }
  }
  const imported = async (...asked: Parameters<typeof prepared>) => {
    const { id, version } = await prepared(...asked)
    const { by = lead } = asked[1] ?? {}
    return { id, ...(await lists().import(by.actor, id, version)) }
  }

  it('are 121, of whom those that can be read become cases and the others wait to be mended', async () => {
    const lines = aList(121, 'Q')
    const faults = new Map([
      [16, '31/02/1999'],
      [40, '1/2/99'],
      [80, 'không rõ'],
    ])
    const sent = lines.map((line, at) => [
      line[0] ?? '',
      faults.get(at) ?? line[1] ?? '',
      ...line.slice(2),
    ])
    const { id, version } = await prepared(sent)
    const before = await casesOfUnit()
    const preview = await lists().read(lead.actor, id)
    expect([preview.outcome.people.length, preview.outcome.known, preview.outcome.wrong]).toEqual([
      118, 0, 3,
    ])
    expect(preview.outcome.rows[16]).toEqual({
      line: 18,
      kind: 'wrong',
      problems: [{ field: 'birthDate', kind: 'not-a-date', value: '31/02/1999' }],
    })

    const done = await lists().import(lead.actor, id, version)
    expect(done).toMatchObject({ opened: 118, known: 0 })
    expect(await casesOfUnit()).toBe(before + 118)
    const left = await lists().rowsToMend(lead.actor, id)
    expect(left.rows.map(({ line }) => line)).toEqual([18, 42, 82])

    // Sent again whole, mended: only who was missing is new.
    const again = await prepared(lines, { groupId: done.groupId })
    const second = await lists().read(lead.actor, again.id)
    expect([second.outcome.people.length, second.outcome.known]).toEqual([3, 118])
    await lists().import(lead.actor, again.id, again.version)
    expect(await casesOfUnit()).toBe(before + 121)
    const { group, counts } = await groups().one(lead.actor, done.groupId)
    expect([group.people, counts.seen]).toEqual([121, 121])

    // And once more, as a new group by mistake: nobody twice.
    const mistaken = await prepared(lines)
    await expect(lists().import(lead.actor, mistaken.id, mistaken.version)).rejects.toThrow(
      NobodyNew,
    )
    expect(await casesOfUnit()).toBe(before + 121)
  })

  it('have one event, one number and each a case that says so', async () => {
    const { groupId } = await imported(aList(3, 'E'))
    const { rows } = await test().owner.query<{ type: string; event: string; age: number | null }>(
      `SELECT i.type, i.event_id AS event FROM incident i
         JOIN group_person p ON p.case_id = i.case_id WHERE p.group_id = $1`,
      [groupId],
    )
    expect(rows).toHaveLength(3)
    for (const row of rows)
      expect(row).toEqual({ type: 'tip.forced_criminality_scam', event: groupId })
    const recorded = await test().owner.query<{ form: string; count: number }>(
      `SELECT r.form, count(*)::int FROM section_record r
         JOIN group_person p ON p.case_id = r.case_id WHERE p.group_id = $1
        GROUP BY r.form ORDER BY r.form`,
      [groupId],
    )
    expect(recorded.rows).toEqual(
      ['reception', 'trafficking', 'victim-status'].map((form) => ({ form, count: 3 })),
    )
    const { group, place } = await groups().one(lead.actor, groupId)
    expect(group.number).toMatch(/^NH-\d\d-\d{5}$/)
    expect([place, group.people]).toEqual(['Cửa khẩu Mộc Bài', 3])
  })

  it('are led in turn, each case seen by who leads it and by supervisors', async () => {
    const { groupId } = await imported(aList(6, 'L'), { leads: [lead.id, colleague.id] })
    const seenBy = async ({ actor }: TestWorker) => (await groups().one(actor, groupId)).counts.seen
    expect([await seenBy(lead), await seenBy(colleague), await seenBy(supervisor)]).toEqual([
      3, 3, 6,
    ])
    const { group, cases } = await groups().one(colleague.actor, groupId)
    expect([group.people, cases.items.length]).toEqual([6, 3])

    await test().deliverAll()
    const told = await test().owner.query<{ id: string }>(
      `SELECT worker_id AS id FROM notification WHERE subject_id = $1`,
      [groupId],
    )
    expect(told.rows).toEqual([{ id: colleague.id }])
  })

  it('are not there for another unit, nor for a colleague who leads none of them', async () => {
    const { groupId, id } = await imported(aList(2, 'W'))
    for (const { actor } of [third, stranger]) {
      await expect(groups().one(actor, groupId)).rejects.toThrow(NotFound)
      await expect(lists().read(actor, id)).rejects.toThrow(NotFound)
      await expect(
        lists().send(actor, fileOf([headerOfList, ...aList(1, 'X')]), groupId),
      ).rejects.toThrow(NotFound)
      const mine = await groups().list(actor, {})
      expect(mine.items.map((one) => one.id)).not.toContain(groupId)
    }
    await expect(
      find(TakeInPeople).run(supervisor.actor, {
        people: [aPersonOfList()],
        facts: { risk: 'low', leads: [lead.id] },
        into: { event },
      }),
    ).rejects.toThrow(NotFound)
  })

  it('hide from who has a conflict of interest in the case of one', async () => {
    const { groupId } = await imported(aList(2, 'B'))
    const [first] = (await groups().one(lead.actor, groupId)).cases.items
    await test().owner.query(
      'INSERT INTO case_block (worker_id, case_id, reason) VALUES ($1, $2, $3)',
      [supervisor.id, first?.id, 'relative'],
    )
    const { counts, group } = await groups().one(supervisor.actor, groupId)
    expect([counts.seen, group.people]).toEqual([1, 1])
  })

  it('are all taken in or none, even where only the last case cannot be given to its lead', async () => {
    const before = await casesOfUnit()
    const leaving = await test().given.aWorker(unit)
    const { id, version } = await prepared(aList(4, 'N'), { leads: [lead.id, leaving.id] })
    await test().owner.query('UPDATE worker SET active = false WHERE id = $1', [leaving.id])
    await expect(lists().import(lead.actor, id, version)).rejects.toThrow(LeadUnfit)
    expect(await casesOfUnit()).toBe(before)
    for (const leads of [[], [supervisor.id], [stranger.id]])
      await expect(imported(aList(1, 'M'), { leads })).rejects.toThrow(LeadUnfit)
    expect(await casesOfUnit()).toBe(before)
  })

  it('of one list are taken in once, however often it is confirmed', async () => {
    const { id, version } = await prepared(aList(2, 'D'))
    await expect(lists().import(lead.actor, id, version - 1)).rejects.toThrow(Stale)
    const results = await Promise.allSettled([
      lists().import(lead.actor, id, version),
      lists().import(lead.actor, id, version),
    ])
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    await expect(lists().import(lead.actor, id, version + 1)).rejects.toThrow(ListGone)
  })

  it('who stand in one list twice are told by their line', async () => {
    const [one = [], ...others] = aList(3, 'T')
    const { id } = await prepared([one, ...others, one])
    const { outcome } = await lists().read(lead.actor, id)
    expect(outcome.rows[3]).toEqual({
      line: 5,
      kind: 'wrong',
      problems: [{ field: 'name', kind: 'same-as-line', value: '2' }],
    })
  })

  it('lie nowhere in the clear, and their list only as long as it is needed', async () => {
    const { id } = await imported([...aList(1, 'S'), ['', '', '', 'không tên', '', '']])
    const stored = await test().owner.query<{ row: string }>(
      `SELECT encode(sealed, 'escape') AS row FROM group_list
        UNION ALL SELECT p::text FROM group_person p UNION ALL SELECT c::text FROM group_column c
        UNION ALL SELECT g::text FROM victim_group g`,
    )
    for (const { row } of stored.rows) expect(row).not.toMatch(/Trần|Nguyễn|Mộc Bài|không tên|Họ/)
    const { table } = await lists().read(lead.actor, id)
    expect(table.rows.map(({ cells }) => cells[3])).toEqual(['không tên'])

    const inTime = test().clock.now()
    await test().ringTimers(new Date(inTime.getTime() + 25 * 3600 * 1000))
    const { rows } = await test().owner.query('SELECT FROM group_list WHERE id = $1', [id])
    expect(rows).toEqual([])
  })

  it('under the same headings are read as the unit said the last time', async () => {
    const header = ['A1', 'B1', 'C1']
    const id = await lists().send(lead.actor, fileOf([header, ['x', 'Lê Văn Tám', 'y']]), null)
    expect((await lists().read(lead.actor, id)).columns).toEqual({})
    await lists().nameColumns(lead.actor, id, 1, [null, 'name', 'note'])
    const next = await lists().send(
      colleague.actor,
      fileOf([header, ['x', 'Lê Văn Chín', 'y']]),
      null,
    )
    expect((await lists().read(colleague.actor, next)).columns).toEqual({ name: 1, note: 2 })
    const elsewhere = await lists().send(stranger.actor, fileOf([header, ['x', 'y', 'z']]), null)
    expect((await lists().read(stranger.actor, elsewhere)).columns).toEqual({})
  })
})
