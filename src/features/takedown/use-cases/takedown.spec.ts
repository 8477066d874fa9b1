import { beforeAll, describe, expect, it } from '@jest/globals'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { Clock } from '../../../platform/clock/clock.js'
import { addDays, localTimeOf } from '../../../platform/clock/local-time.js'
import { statement } from '../../../platform/database/statement.js'
import { Database, Transactions } from '../../../platform/database/transactions.js'
import { NotFound } from '../../../platform/errors/not-found.js'
import { Stale } from '../../../platform/errors/stale.js'
import { ReadTimeline } from '../../timeline/use-cases/read-timeline.js'
import { useTeams, type JointCase, type TeamWorld } from '../../teams/testing/use-teams.js'
import { readTargets } from '../domain/target.js'
import {
  AlreadyNoted,
  AskerDoesNotFit,
  DayDoesNotFit,
  NoSuchStep,
  NothingPreserved,
  UntilDoesNotFit,
} from '../domain/takedown.errors.js'
import { MoveTakedown, type TakedownMove } from './move-takedown.js'
import { NoteTakedowns, type NotedTakedown, type TakedownsToNote } from './note-takedowns.js'
import { ReadTakedowns } from './read-takedowns.js'
import { TakedownPanel } from './takedown-panel.js'
import { TakedownsOfToday } from './takedowns-of-today.js'

const address = 'https://zalo.example/thuyen-dem/anh-1'

describe('takedown and preservation', () => {
  const teams = useTeams()
  let given: TeamWorld

  beforeAll(() => {
    given = teams()
  })

  const find: TeamWorld['world']['find'] = (type) => given.world.find(type)
  const now = (): Date => find(Clock).now()
  const today = (days = 0): string => addDays(localTimeOf(now()).date, days)
  const note = (
    actor: WorkerActor,
    caseId: string,
    text: string,
    changes: Partial<TakedownsToNote> = {},
  ): Promise<NotedTakedown[]> =>
    find(NoteTakedowns).run(actor, caseId, {
      kind: 'url',
      targets: readTargets(changes.kind ?? 'url', text).targets,
      platform: 'zalo',
      platformName: null,
      askedBy: 'unit',
      takenUnder18: 'unknown',
      ...changes,
    })
  const noted = async ({ lead, caseId }: JointCase, text = address): Promise<string> =>
    (await note(lead.actor, caseId, text))[0]?.id ?? ''
  const move = (joint: JointCase, id: string, version: number, step: TakedownMove) =>
    find(MoveTakedown).run(joint.lead.actor, joint.caseId, id, version, step)
  const request = (unpreserved = false): TakedownMove => ({
    to: 'requested',
    on: today(),
    bases: ['hanoi_34_6'],
    unpreserved,
  })
  const preserve = (joint: JointCase, id: string, version: number, days = 90) =>
    find(MoveTakedown).preserve(joint.lead.actor, joint.caseId, id, version, {
      basis: 'hanoi_25',
      until: today(days),
    })
  const one = async ({ lead, caseId }: JointCase, id: string) =>
    (await find(ReadTakedowns).one(lead.actor, caseId, id)).takedown
  const toldOf = async (workerId: string): Promise<string[]> => {
    const { rows } = await given.world.owner.query<{ kind: string }>(
      `SELECT kind FROM notification WHERE worker_id = $1 AND kind LIKE 'takedown.%'
        ORDER BY created_at, id`,
      [workerId],
    )
    return rows.map(({ kind }) => kind)
  }
  const comeTo = (days: number) =>
    given.world.test.ringTimers(new Date(now().getTime() + days * 86_400_000))

  let number = 0
  const smuggled = (actor: WorkerActor, text: string, values: unknown[]): Promise<number> =>
    find(Transactions).run(actor, () =>
      find(Database).change(statement(`spec.takedown-${(number += 1)}`, text), values),
    )

  it('goes from noted to removed, step by step, each told in its story and on the timeline', async () => {
    const joint = await given.aJointCase()
    const id = await noted(joint)
    await preserve(joint, id, 1)
    await move(joint, id, 2, request())
    await move(joint, id, 3, { to: 'acknowledged', on: today(), reference: 'T-778' })
    await move(joint, id, 4, { to: 'removed', on: today() })

    const read = await find(ReadTakedowns).one(joint.lead.actor, joint.caseId, id)
    expect(read.takedown).toMatchObject({ state: 'removed', reference: 'T-778', version: 5 })
    expect(read.story.map(({ kind }) => kind).sort()).toEqual(
      ['noted', 'preserved', 'requested', 'acknowledged', 'removed'].sort(),
    )
    const { entries } = await find(ReadTimeline).run(joint.lead.actor, joint.caseId, {
      kinds: ['takedown'],
      sections: [],
      search: null,
    })
    expect(entries).toHaveLength(5)
    expect(JSON.stringify(entries)).not.toContain('thuyen-dem')
  })

  it('shows the address harmless, and as it is only to who asks, which leaves a trace', async () => {
    const joint = await given.aJointCase()
    const id = await noted(joint)
    const read = await find(ReadTakedowns).one(joint.lead.actor, joint.caseId, id)
    expect(read.takedown.shown).toBe('hxxps://zalo[.]example/thuyen-dem/anh-1')
    expect(JSON.stringify(read)).not.toContain(address)

    expect(await find(ReadTakedowns).address(joint.lead.actor, joint.caseId, id)).toBe(address)
    const { rows } = await given.world.owner.query(
      `SELECT FROM audit_entry WHERE subject_id = $1 AND action = 'takedown.address-shown'`,
      [id],
    )
    expect(rows).toHaveLength(1)
  })

  it('keeps address, reference and platform’s name sealed, codes and days plain', async () => {
    const joint = await given.aJointCase()
    const [first] = await note(joint.lead.actor, joint.caseId, address, {
      platform: 'other',
      platformName: 'Diễn đàn Sóng Đêm',
    })
    const { rows } = await given.world.owner.query<Record<string, unknown>>(
      'SELECT * FROM takedown_request WHERE id = $1',
      [first?.id],
    )
    expect(JSON.stringify(rows)).not.toMatch(/thuyen-dem|Sóng Đêm/)
    expect(String(rows[0]?.['sealed'])).not.toContain('thuyen-dem')
    expect(rows[0]).toMatchObject({ platform: 'other', state: 'noted', kind: 'url' })
    expect((await one(joint, first?.id ?? '')).platformName).toBe('Diễn đàn Sóng Đêm')
  })

  it('notes a list as a whole, and tells what is noted already, by its number', async () => {
    const joint = await given.aJointCase()
    const [first] = await note(joint.lead.actor, joint.caseId, address)
    const again = note(joint.lead.actor, joint.caseId, `https://zalo.example/2\n${address}`)
    await expect(again).rejects.toThrow(AlreadyNoted)
    await expect(again).rejects.toMatchObject({ facts: { lines: `2 (${first?.number ?? ''})` } })
    const { takedowns } = await find(ReadTakedowns).ofCase(joint.lead.actor, joint.caseId)
    expect(takedowns).toHaveLength(1)

    const other = await given.aJointCase()
    expect(
      await note(other.lead.actor, other.caseId, `${address}\nhttps://x.example/`),
    ).toHaveLength(2)
  })

  it('asks each hash service only for the ages it takes, in the database too', async () => {
    const joint = await given.aJointCase()
    const asked = (
      askedBy: TakedownsToNote['askedBy'],
      takenUnder18: TakedownsToNote['takenUnder18'],
      target: string,
    ) => note(joint.lead.actor, joint.caseId, target, { askedBy, takenUnder18 })
    await expect(asked('person_stopncii', 'unknown', 'https://a.example/1')).rejects.toThrow(
      AskerDoesNotFit,
    )
    await expect(asked('person_take_it_down', 'no', 'https://a.example/2')).rejects.toThrow(
      AskerDoesNotFit,
    )
    await asked('person_stopncii', 'no', 'https://a.example/3')
    await asked('person_take_it_down', 'yes', 'https://a.example/4')
  })

  it('has evidence kept before it goes, where police are at work', async () => {
    const joint = await given.aJointCase()
    const id = await noted(joint)
    await move(joint, await noted(joint, 'https://zalo.example/without-police'), 1, request())
    await given.police(joint)
    expect(await find(ReadTakedowns).one(joint.lead.actor, joint.caseId, id)).toMatchObject({
      shouldPreserveFirst: true,
    })
    await expect(move(joint, id, 1, request())).rejects.toThrow(NothingPreserved)

    await preserve(joint, id, 1)
    await move(joint, id, 2, request())
    const urgent = await noted(joint, 'https://zalo.example/urgent')
    await move(joint, urgent, 1, request(true))
    expect(await one(joint, id)).toMatchObject({ unpreserved: false, state: 'requested' })
    expect(await one(joint, urgent)).toMatchObject({ unpreserved: true, state: 'requested' })
  })

  it('takes no step that does not follow, on a day that does not fit, or on an old version', async () => {
    const joint = await given.aJointCase()
    const id = await noted(joint)
    await expect(move(joint, id, 1, { to: 'removed', on: today() })).rejects.toThrow(NoSuchStep)
    await expect(
      move(joint, id, 1, { ...request(), on: today(1) } as TakedownMove),
    ).rejects.toThrow(DayDoesNotFit)
    await expect(preserve(joint, id, 1, -1)).rejects.toThrow(UntilDoesNotFit)
    await expect(preserve(joint, id, 1, 1000)).rejects.toThrow(UntilDoesNotFit)
    await move(joint, id, 1, request())
    await expect(move(joint, id, 1, { to: 'removed', on: today() })).rejects.toThrow(Stale)
    await expect(move(joint, id, 2, { to: 'removed', on: today(-1) })).rejects.toThrow(
      DayDoesNotFit,
    )
    await move(joint, id, 2, { to: 'entered_in_error', reason: 'wrong_address' })
    await expect(preserve(joint, id, 3)).rejects.toThrow(NoSuchStep)
    await note(joint.lead.actor, joint.caseId, address)
  })

  it('is asked for again when it comes back or was refused', async () => {
    const joint = await given.aJointCase()
    const id = await noted(joint)
    await move(joint, id, 1, request())
    await move(joint, id, 2, { to: 'refused', on: today(), reason: 'not_enough_proof' })
    await move(joint, id, 3, request())
    await move(joint, id, 4, { to: 'removed', on: today() })
    await move(joint, id, 5, { to: 'reappeared', on: today() })
    const panel = await find(Transactions).run(joint.lead.actor, () =>
      find(TakedownPanel).panelsFor(joint.lead.actor, joint.caseId),
    )
    expect(panel.tasks?.map(({ title }) => title)).toEqual(['takedown.task.reappeared'])
    await move(joint, id, 6, request())
    expect(await one(joint, id)).toMatchObject({
      state: 'requested',
      removedAt: null,
      reason: null,
    })
  })

  it('keeps what was read under its version, whatever is smuggled in', async () => {
    const joint = await given.aJointCase()
    const id = await noted(joint)
    for (const to of ['version', 'version - 1', 'version + 2'])
      await expect(
        smuggled(
          joint.lead.actor,
          `UPDATE takedown_request SET updated_by = '${joint.lead.id}', version = ${to} WHERE id = $1`,
          [id],
        ),
      ).rejects.toMatchObject({ code: '23514' })
  })

  describe('for others', () => {
    it('is read by who sees incidents, police on the team among them, and written by who may', async () => {
      const joint = await given.aJointCase()
      const { worker } = await given.police(joint)
      const id = await noted(joint)
      const read = await find(ReadTakedowns).ofCase(worker.actor, joint.caseId)
      expect([read.takedowns.length, read.mayChange, read.frame.number]).toEqual([1, false, null])
      for (const { actor } of [worker, joint.leadSupervisor]) {
        await expect(note(actor, joint.caseId, 'https://b.example/')).rejects.toThrow(NotFound)
        await expect(find(ReadTakedowns).letter(actor, joint.caseId, id)).rejects.toThrow(NotFound)
        await expect(find(MoveTakedown).run(actor, joint.caseId, id, 1, request())).rejects.toThrow(
          NotFound,
        )
      }
      await expect(
        smuggled(worker.actor, `UPDATE takedown_request SET state = 'removed' WHERE id = $1`, [id]),
      ).resolves.toBe(0)
    })

    it('is absent for who sees other sections, other units, the blocked, and under another case', async () => {
      const joint = await given.aJointCase()
      const legal = await given.joined(joint, 'womens-services', ['services'])
      const { worker: blocked } = await given.police(joint)
      await given.world.block(blocked, joint.caseId)
      const stranger = await given.world.aWorker(joint.lead.unit)
      const id = await noted(joint)
      for (const { actor } of [legal.worker, blocked, stranger]) {
        await expect(find(ReadTakedowns).ofCase(actor, joint.caseId)).rejects.toThrow(NotFound)
        await expect(find(ReadTakedowns).one(actor, joint.caseId, id)).rejects.toThrow(NotFound)
        await expect(find(ReadTakedowns).address(actor, joint.caseId, id)).rejects.toThrow(NotFound)
        expect(
          await find(Transactions).run(actor, () =>
            find(Database).query(
              statement(
                `spec.takedown-${(number += 1)}`,
                'SELECT FROM takedown_event WHERE case_id = $1',
              ),
              [joint.caseId],
            ),
          ),
        ).toEqual([])
      }
      const other = await given.aJointCase()
      await expect(find(ReadTakedowns).one(joint.lead.actor, other.caseId, id)).rejects.toThrow(
        NotFound,
      )
      await expect(find(ReadTakedowns).one(other.lead.actor, other.caseId, id)).rejects.toThrow(
        NotFound,
      )
    })

    it('is written in nobody else’s name', async () => {
      const joint = await given.aJointCase()
      const id = await noted(joint)
      await expect(
        smuggled(
          joint.lead.actor,
          `INSERT INTO takedown_event (id, takedown_id, case_id, at, by_id, kind)
           VALUES (gen_random_uuid(), $1, $2, now(), $3, 'removed')`,
          [id, joint.caseId, joint.leadSupervisor.id],
        ),
      ).rejects.toMatchObject({ code: '42501' })
    })
  })

  describe('reminds who leads the case', () => {
    it('when nobody answers in time, and not once somebody has', async () => {
      const joint = await given.aJointCase()
      const silent = await noted(joint)
      const answered = await noted(joint, 'https://zalo.example/answered')
      for (const id of [silent, answered]) await move(joint, id, 1, request())
      await move(joint, answered, 2, { to: 'acknowledged', on: today(), reference: null })

      await comeTo(3)

      expect(await toldOf(joint.lead.id)).toEqual(['takedown.unanswered'])
      expect(await toldOf(joint.leadSupervisor.id)).toEqual([])
      const items = await find(Transactions).run(joint.lead.actor, () =>
        find(TakedownsOfToday).itemsFor(joint.lead.actor, now(), 10),
      )
      expect(items.map(({ title }) => title)).toEqual(['takedown.today.unanswered'])
      expect((await one(joint, silent)).isUnanswered).toBe(true)
    })

    it('a week before evidence is kept no more, and later where it is renewed', async () => {
      const joint = await given.aJointCase()
      const id = await noted(joint)
      const renewed = await noted(joint, 'https://zalo.example/renewed')
      await preserve(joint, id, 1, 10)
      await preserve(joint, renewed, 1, 10)
      await preserve(joint, renewed, 2, 60)

      await comeTo(5)

      expect(await toldOf(joint.lead.id)).toEqual(['takedown.preservation-ends'])
      expect(await one(joint, id)).toMatchObject({ preservationEnds: 'soon' })
      expect(await one(joint, renewed)).toMatchObject({ preservationEnds: 'no' })
      await comeTo(60)
      expect(await toldOf(joint.lead.id)).toHaveLength(2)
      expect((await one(joint, id)).preservationEnds).toBe('ended')
    })
  })
})
