import { beforeAll, describe, expect, it } from '@jest/globals'
import type { WorkerActor } from '../../../platform/access/actor.js'
import type { Section } from '../../../platform/access/sections.js'
import { NotFound } from '../../../platform/errors/not-found.js'
import { formatter } from '../../../platform/i18n/index.js'
import { translate } from '../../../ui/translate.js'
import { RecordSection } from '../../cases/use-cases/record-section.js'
import { ChangeRisk } from '../../cases/use-cases/change-risk.js'
import { WithdrawConsent } from '../../consents/index.js'
import { WriteNote } from '../../notes/index.js'
import { useTeams, type TeamWorld } from '../../teams/testing/use-teams.js'
import { searchFor } from './entry-words.js'
import { ReadTimeline, type TimelineQuestion } from './read-timeline.js'

const all: TimelineQuestion = { kinds: [], sections: [], search: null, limit: 100 }
const minutesAgo = (minutes: number): Date => new Date(Date.now() - minutes * 60_000)
const search = (words: string) => searchFor(words, translate('vi'), formatter('vi'))

describe('the timeline of a case', () => {
  const teams = useTeams()
  let given: TeamWorld

  beforeAll(() => {
    given = teams()
  })

  const find: TeamWorld['world']['find'] = (type) => given.world.find(type)
  const write = (
    actor: WorkerActor,
    caseId: string,
    section: Section,
    text: string,
    happenedAt = minutesAgo(30),
  ): Promise<string> =>
    find(WriteNote).run(actor, caseId, { section, text, happenedAt, hourKnown: true })
  const read = (actor: WorkerActor, caseId: string, asked: Partial<TimelineQuestion> = {}) =>
    find(ReadTimeline).run(actor, caseId, { ...all, ...asked })

  it('tells what several features know of the case, the newest first', async () => {
    const joint = await given.aJointCase()
    const { caseId, lead } = joint
    const { consentId } = await given.police(joint)
    await write(lead.actor, caseId, 'services', 'Thăm nhà', new Date())
    await find(ChangeRisk).run(lead.actor, caseId, 1, { immediateDanger: true })
    await find(WithdrawConsent).run(lead.actor, caseId, consentId)

    const { entries, next } = await read(lead.actor, caseId)

    expect(next).toBeNull()
    const events = entries.map(({ title }) => title)
    expect([...events].sort()).toEqual(
      [
        'timeline.case.opened',
        'timeline.case.danger',
        'timeline.team.opened',
        'timeline.team.invited',
        'timeline.team.joined',
        'timeline.team.gone',
        'timeline.consent.recorded',
        'timeline.consent.withdrawn',
        'notes.entry',
      ].sort(),
    )
    const times = entries.map(({ at }) => at.getTime())
    expect(times).toEqual(times.toSorted((one, other) => other - one))
    expect(entries.find(({ title }) => title === 'timeline.case.danger')).toMatchObject({
      by: lead.displayName,
      isStrong: true,
    })
  })

  it('shows a unit on the team its sections, and nothing of how the case is managed', async () => {
    const joint = await given.aJointCase()
    const { caseId, lead } = joint
    const { worker } = await given.police(joint)
    await write(lead.actor, caseId, 'legal', 'Đơn tố giác')
    await write(lead.actor, caseId, 'psychosocial', 'Em khóc')
    await write(lead.actor, caseId, 'safety', 'Chỗ ở mới')

    const { entries, number, seen, mayWriteNotes } = await read(worker.actor, caseId)

    expect(entries.flatMap(({ text }) => text ?? [])).toEqual(['Đơn tố giác'])
    expect([...new Set(entries.map(({ kind }) => kind))].sort()).toEqual(['note', 'team'])
    expect(JSON.stringify(entries)).not.toMatch(/khóc|Chỗ ở|BA-/)
    expect([number, mayWriteNotes]).toEqual([null, false])
    expect(seen).toEqual(['identity', 'incident', 'legal'])
    const hidden = await read(worker.actor, caseId, { search: search('Em khóc') })
    expect(hidden.entries).toEqual([])
  })

  it('tells of papers, duty reports, closing and reopening, to who manages the case', async () => {
    const joint = await given.aJointCase()
    const { caseId, lead, leadSupervisor } = joint
    const { worker } = await given.police(joint)
    const { owner } = given.world
    const unitId = lead.actor.unitId
    await owner.query(
      `INSERT INTO case_paper (id, case_id, section, kind, size, sealed_title, added_by, added_at,
                               removed_at, removed_by, removed_reason)
       SELECT gen_random_uuid(), $1, section, 'pdf', 10, 'x', $2, now() - interval '3 hours',
              now() - interval '2 hours', $2, 'wrong_file' FROM unnest(ARRAY[6, 7]) section`,
      [caseId, lead.id],
    )
    await owner.query(
      `WITH e AS (
         INSERT INTO sharing_exception (id, kind, case_id, unit_id, legal_basis, duty, authority, sections,
                                        recorded_by, recorded_at)
         VALUES (gen_random_uuid(), 'report', $1, $3, 'legal_obligation', 'child_abuse', 'police', 1, $2,
                 now() - interval '1 hour') RETURNING id)
       INSERT INTO duty_report (id, number, case_id, sealed_report)
       SELECT id, 'BC-TEST-1', $1, 'x' FROM e`,
      [caseId, lead.id, unitId],
    )
    await owner.query(
      `INSERT INTO case_closure (id, case_id, reason, goals, sealed, state, prepared_by, prepared_at,
                                 closed_by, closed_at, reopened_by, reopened_at, reopen_reason)
       VALUES (gen_random_uuid(), $1, 'left_area', 'partly', 'x', 'reopened', $2, now(), $2,
               now() - interval '30 minutes', $2, now() - interval '10 minutes', 'new_incident')`,
      [caseId, lead.id],
    )
    const told = async (actor: WorkerActor) =>
      (await read(actor, caseId)).entries
        .filter(({ title }) => /^timeline\.(paper|duty-report|closing)/.test(title))
        .map(({ title, section, said }) => [title, section, ...Object.values(said ?? {})])
    const managing = [
      ['timeline.closing.reopened', null, 'closing.reopen.new_incident'],
      ['timeline.closing.closed', null, 'code.closure.left_area'],
      ['timeline.duty-report.written', null, 'code.authority.police'],
    ]
    const removed = ['timeline.paper.removed', 'legal', 'code.removal.wrong_file']
    const seen = await told(lead.actor)
    expect(seen).toEqual(expect.arrayContaining([...managing, removed]))
    expect(seen.filter(([title]) => title === 'timeline.paper.added')).toHaveLength(2)
    // A supervisor knows of no paper among what was said in counselling.
    const supervised = await told(leadSupervisor.actor)
    expect(supervised).toEqual([...managing, removed, ['timeline.paper.added', 'legal']])
    // Police on the team see the legal section, and nothing of how the case is managed.
    expect(await told(worker.actor)).toEqual([])
  })

  it('is hidden from who sees nothing of the case', async () => {
    const joint = await given.aJointCase()
    const { worker, colleague } = await given.police(joint)
    const stranger = await given.world.aWorker(joint.lead.unit)
    await given.world.block(worker, joint.caseId)
    const admin = await given.world.aWorker(joint.lead.unit, ['unit-admin'])
    for (const { actor } of [worker, colleague, stranger, admin]) {
      await expect(read(actor, joint.caseId)).rejects.toThrow(NotFound)
      await expect(find(ReadTimeline).toPrint(actor, joint.caseId, all)).rejects.toThrow(NotFound)
    }
  })

  it.each([1, 2, 5])('leaves no gap between pages of %i, also at equal times', async (limit) => {
    const joint = await given.aJointCase()
    const { caseId, lead } = joint
    await given.police(joint)
    const at = minutesAgo(10)
    for (let count = 0; count < 6; count += 1)
      await write(lead.actor, caseId, 'services', `Việc ${count}`, count < 4 ? at : minutesAgo(60))
    const whole = (await read(lead.actor, caseId)).entries
    const pages: (typeof whole)[number][] = []
    let after: string | undefined
    do {
      const page = await read(lead.actor, caseId, { limit, after })
      expect(page.entries.length).toBeLessThanOrEqual(limit)
      pages.push(...page.entries)
      after = page.next ?? undefined
    } while (after !== undefined)

    const places = (entries: typeof whole) => entries.map(({ at: when, id }) => [when, id])
    expect(places(pages)).toEqual(places(whole))
    expect(whole.length).toBeGreaterThan(9)
  })

  it('says in which section something was written anew, and by whom, not what', async () => {
    const { caseId, lead, leadSupervisor } = await given.aJointCase()
    for (const [version, text] of ['Đơn thứ nhất', 'Đơn thứ hai'].entries())
      await find(RecordSection).notes(lead.actor, caseId, 'legal', version, text)
    await find(RecordSection).notes(lead.actor, caseId, 'psychosocial', 0, 'Em khóc')
    await find(RecordSection).notes(lead.actor, caseId, 'psychosocial', 1, 'Em cười')
    const changed = async (actor: WorkerActor) => {
      const { entries } = await read(actor, caseId, { kinds: ['section'] })
      expect(JSON.stringify(entries)).not.toMatch(/Đơn|Em/)
      return entries.map(({ title, section, by }) => [title, section, by])
    }
    const legal = ['timeline.section.changed', 'legal', lead.displayName]
    expect(await changed(lead.actor)).toEqual([
      ['timeline.section.changed', 'psychosocial', lead.displayName],
      legal,
    ])
    expect(await changed(leadSupervisor.actor)).toEqual([legal])
  })

  it('is narrowed by kind and by section', async () => {
    const joint = await given.aJointCase()
    const { caseId, lead } = joint
    await write(lead.actor, caseId, 'legal', 'Đơn')
    await write(lead.actor, caseId, 'health', 'Khám')
    const texts = async (asked: Partial<TimelineQuestion>) =>
      (await read(lead.actor, caseId, asked)).entries.map(({ text, title }) => text ?? title)
    expect(await texts({ kinds: ['case'] })).toEqual(['timeline.case.opened'])
    expect(await texts({ sections: ['health'] })).toEqual(['Khám'])
    expect(await texts({ kinds: ['case'], sections: ['health'] })).toEqual([])
  })

  it('finds words typed with or without tones, in what was written and in what happened', async () => {
    const joint = await given.aJointCase()
    const { caseId, lead } = joint
    await write(lead.actor, caseId, 'services', 'Gặp cô giáo Đào ở trường')
    await write(lead.actor, caseId, 'services', 'Gọi cho mẹ')
    const found = async (words: string) =>
      (await read(lead.actor, caseId, { search: search(words) })).entries.map(
        ({ text, title }) => text ?? title,
      )
    expect(await found('co giao dao')).toEqual(['Gặp cô giáo Đào ở trường'])
    expect(await found('GIÁO trường')).toEqual(['Gặp cô giáo Đào ở trường'])
    expect(await found('mo ho so')).toEqual(['timeline.case.opened'])
    expect(await found('không có gì như vậy')).toEqual([])
  })

  it('looks through so many entries for one search, says so, and goes on from there', async () => {
    const joint = await given.aJointCase()
    const { caseId, lead } = joint
    const needle = await write(lead.actor, caseId, 'services', 'Kim đáy bể', minutesAgo(100_000))
    // Notes as codes only: what they say does not matter here.
    await given.world.owner.query(
      `INSERT INTO case_note (id, case_id, section, happened_at, hour_known, written_at, written_by,
                              unit_id, error_reason, error_at, error_by)
       SELECT gen_random_uuid(), $1, 8, now() - make_interval(mins => n), true, now(), $2, $3,
              'duplicate', now(), $2 FROM generate_series(1, 2100) n`,
      [caseId, lead.id, lead.unit.id],
    )
    const first = await read(lead.actor, caseId, { search: search('Kim đáy bể') })
    expect(first.entries).toEqual([])
    expect(first.lookedThrough).toBeGreaterThanOrEqual(2000)
    const second = await read(lead.actor, caseId, {
      search: search('Kim đáy bể'),
      after: first.next ?? undefined,
    })
    expect(second.entries.map(({ id }) => id)).toEqual([needle])
    expect(second.next).toBeNull()
  })

  it('leaves a trace when it is read and when it is printed', async () => {
    const { caseId, lead } = await given.aJointCase()
    await read(lead.actor, caseId)
    await find(ReadTimeline).toPrint(lead.actor, caseId, all)
    const { rows } = await given.world.owner.query<{ action: string }>(
      `SELECT action FROM audit_entry WHERE case_id = $1 AND action LIKE 'timeline.%'
        ORDER BY action`,
      [caseId],
    )
    expect(rows.map(({ action }) => action)).toEqual(['timeline.print', 'timeline.read'])
  })
})
