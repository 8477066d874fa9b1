import { beforeAll, describe, expect, it } from '@jest/globals'
import type { WorkerActor } from '../../../platform/access/actor.js'
import type { Section } from '../../../platform/access/sections.js'
import { statement } from '../../../platform/database/statement.js'
import { Database, Transactions } from '../../../platform/database/transactions.js'
import { NotFound } from '../../../platform/errors/not-found.js'
import { Stale } from '../../../platform/errors/stale.js'
import { useTeams, type TeamWorld } from '../../teams/testing/use-teams.js'
import { NoteInError, NoteOfFuture, NothingCorrected } from '../domain/notes.errors.js'
import { ReadNotes } from './read-notes.js'
import { WriteNote } from './write-note.js'

const anHourAgo = (): Date => new Date(Date.now() - 3_600_000)

describe('notes on a case', () => {
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
    happenedAt = anHourAgo(),
  ): Promise<string> =>
    find(WriteNote).run(actor, caseId, { section, text, happenedAt, hourKnown: true })
  const textsFor = async (actor: WorkerActor, caseId: string, section?: Section) =>
    (await find(ReadNotes).list(actor, caseId, { section })).items.map(({ text }) => text).sort()

  let number = 0
  const smuggled = (actor: WorkerActor, text: string, values: unknown[]): Promise<number> =>
    find(Transactions).run(actor, () =>
      find(Database).change(statement(`spec.notes-${(number += 1)}`, text), values),
    )

  it('are read by who sees their section, and by nobody else', async () => {
    const joint = await given.aJointCase()
    const { caseId, lead, leadSupervisor } = joint
    const { worker } = await given.police(joint)
    for (const section of ['legal', 'psychosocial', 'safety'] as const)
      await write(lead.actor, caseId, section, `Ghi ${section}`)

    expect(await textsFor(worker.actor, caseId)).toEqual(['Ghi legal'])
    expect(await textsFor(leadSupervisor.actor, caseId)).toEqual(['Ghi legal', 'Ghi safety'])
    expect(await textsFor(lead.actor, caseId, 'psychosocial')).toEqual(['Ghi psychosocial'])
    await expect(textsFor(worker.actor, caseId, 'safety')).rejects.toThrow(NotFound)
    const colleague = await given.world.aWorker(lead.unit)
    await expect(textsFor(colleague.actor, caseId)).rejects.toThrow(NotFound)
    await given.world.block(worker, caseId)
    await expect(textsFor(worker.actor, caseId)).rejects.toThrow(NotFound)
  })

  it('hide one by one: an id that is known opens nothing', async () => {
    const joint = await given.aJointCase()
    const { worker } = await given.police(joint)
    const other = await given.aJointCase()
    const hidden = await write(joint.lead.actor, joint.caseId, 'health', 'Khám')
    await expect(find(ReadNotes).one(worker.actor, joint.caseId, hidden)).rejects.toThrow(NotFound)
    await expect(find(ReadNotes).one(other.lead.actor, joint.caseId, hidden)).rejects.toThrow(
      NotFound,
    )
    await expect(find(ReadNotes).one(joint.lead.actor, other.caseId, hidden)).rejects.toThrow(
      NotFound,
    )
  })

  it('are written by who may write there', async () => {
    const joint = await given.aJointCase()
    const { worker, unit } = await given.police(joint)
    for (const { actor } of [worker, joint.leadSupervisor]) {
      await expect(write(actor, joint.caseId, 'legal', 'x')).rejects.toThrow(NotFound)
      await expect(find(WriteNote).options(actor, joint.caseId)).rejects.toThrow(NotFound)
    }
    await expect(
      smuggled(
        worker.actor,
        `INSERT INTO case_note (id, case_id, section, happened_at, hour_known, written_at, written_by,
                                unit_id)
         VALUES (gen_random_uuid(), $1, 7, now(), true, now(), $2, $3)`,
        [joint.caseId, worker.id, unit.id],
      ),
    ).rejects.toMatchObject({ code: '42501' })
    await expect(
      smuggled(
        joint.lead.actor,
        `INSERT INTO case_note (id, case_id, section, happened_at, hour_known, written_at, written_by,
                                unit_id)
         VALUES (gen_random_uuid(), $1, 7, now(), true, now(), $2, $3)`,
        [joint.caseId, worker.id, joint.lead.unit.id],
      ),
    ).rejects.toMatchObject({ code: '42501' })
  })

  it('lie sealed in the database', async () => {
    const { caseId, lead } = await given.aJointCase()
    const id = await write(lead.actor, caseId, 'services', 'Em Mai đã gặp cô giáo')
    const { rows } = await given.world.owner.query<{ sealed: Buffer }>(
      'SELECT sealed FROM case_note_text WHERE note_id = $1',
      [id],
    )
    expect(rows.map(({ sealed }) => sealed.toString('utf8').includes('Mai'))).toEqual([false])
  })

  it('tell nothing of what is still to come', async () => {
    const { caseId, lead } = await given.aJointCase()
    const tomorrow = new Date(Date.now() + 86_400_000)
    await expect(write(lead.actor, caseId, 'services', 'x', tomorrow)).rejects.toThrow(NoteOfFuture)
  })

  it('keep what stood there when they are corrected', async () => {
    const { caseId, lead } = await given.aJointCase()
    const id = await write(lead.actor, caseId, 'services', 'Gặp lúc 14 giờ')
    const correct = (version: number, text: string) =>
      find(WriteNote).correct(lead.actor, caseId, id, version, text)
    await expect(correct(1, 'Gặp lúc 14 giờ')).rejects.toThrow(NothingCorrected)
    expect(await correct(1, 'Gặp lúc 15 giờ')).toBe(2)
    await expect(correct(1, 'Gặp lúc 16 giờ')).rejects.toThrow(Stale)
    await correct(2, 'Gặp lúc 15:30')

    const { note, texts } = await find(ReadNotes).one(lead.actor, caseId, id)
    expect(note).toMatchObject({ text: 'Gặp lúc 15:30', version: 3 })
    expect(note.correctedAt).not.toBeNull()
    expect(texts.map(({ text }) => text)).toEqual([
      'Gặp lúc 15:30',
      'Gặp lúc 15 giờ',
      'Gặp lúc 14 giờ',
    ])
    await expect(
      smuggled(lead.actor, `UPDATE case_note_text SET sealed = 'x' WHERE note_id = $1`, [id]),
    ).rejects.toMatchObject({ code: '42501' })
    await expect(
      smuggled(lead.actor, 'DELETE FROM case_note WHERE id = $1', [id]),
    ).rejects.toMatchObject({ code: '42501' })
    // Nor is one put under a version that somebody has read already.
    for (const to of ['version', 'version - 1', 'version + 2'])
      await expect(
        smuggled(lead.actor, `UPDATE case_note SET version = ${to} WHERE id = $1`, [id]),
      ).rejects.toMatchObject({ code: '23514' })
  })

  it('stay when they were entered in error, and are read on by nobody who could not write them', async () => {
    const joint = await given.aJointCase()
    const { caseId, lead } = joint
    const { worker } = await given.police(joint)
    const id = await write(lead.actor, caseId, 'legal', 'Nơi tạm lánh: nhà số 7')
    await find(WriteNote).enterInError(lead.actor, caseId, id, 1, 'wrong_section')

    const seen = await find(ReadNotes).one(worker.actor, caseId, id)
    expect(seen.note).toMatchObject({ errorReason: 'wrong_section', text: null })
    expect(JSON.stringify(seen)).not.toContain('nhà số 7')
    expect(
      await find(Transactions).run(worker.actor, () =>
        find(Database).query(
          statement('spec.notes-in-error', 'SELECT FROM case_note_text WHERE note_id = $1'),
          [id],
        ),
      ),
    ).toEqual([])
    const own = await find(ReadNotes).one(lead.actor, caseId, id)
    expect(own.texts.map(({ text }) => text)).toEqual(['Nơi tạm lánh: nhà số 7'])
    await expect(find(WriteNote).correct(lead.actor, caseId, id, 2, 'Khác')).rejects.toThrow(
      NoteInError,
    )
    await expect(find(WriteNote).enterInError(lead.actor, caseId, id, 2, 'other')).rejects.toThrow(
      NoteInError,
    )
  })

  it('come page by page without a gap, also where several happened at once', async () => {
    const { caseId, lead } = await given.aJointCase()
    const at = anHourAgo()
    const ids = []
    for (let count = 0; count < 7; count += 1)
      ids.push(await write(lead.actor, caseId, 'services', `Việc ${count}`, at))
    const read: string[] = []
    let after: string | undefined
    do {
      const slice = await find(ReadNotes).list(lead.actor, caseId, { after, limit: 2 })
      read.push(...slice.items.map(({ id }) => id))
      after = slice.next ?? undefined
    } while (after !== undefined)
    expect(read).toEqual(ids.sort().reverse())
  })
})
