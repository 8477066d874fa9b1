import { beforeAll, describe, expect, it } from '@jest/globals'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { sections } from '../../../platform/access/sections.js'
import { addDays, localTimeOf } from '../../../platform/clock/local-time.js'
import { Transactions } from '../../../platform/database/transactions.js'
import { NotFound } from '../../../platform/errors/not-found.js'
import { Stale } from '../../../platform/errors/stale.js'
import { Absences } from '../../accounts/index.js'
import { CaseReading } from '../../cases/index.js'
import {
  ReferralAlreadyAnswered,
  ReferralAppointmentPast,
  ReferralCancellationNotAsked,
  ReferralColleagueUnfit,
  ReferralMoveNotAllowed,
  ReferralNoAppointment,
  ReferralNothingAsked,
  ReferralReasonMissing,
} from '../domain/referral.errors.js'
import { girlsName, type AtWork, type Handed } from '../testing/referral.builder.js'
import { useReferrals, type Cast, type ReferralWorld } from '../testing/use-referrals.js'
import { AcceptReferral } from './accept-referral.js'
import { AnswerQuestion } from './answer-question.js'
import { AskQuestion } from './ask-question.js'
import { AskToCancel } from './ask-to-cancel.js'
import { AssignReferral } from './assign-referral.js'
import { ClaimReferral } from './claim-referral.js'
import { ConfirmCancellation } from './confirm-cancellation.js'
import { EnterInError } from './enter-in-error.js'
import { HoldReferral } from './hold-referral.js'
import { NoteNoShow } from './note-no-show.js'
import { ReadReferral } from './read-referral.js'
import { RejectReferral } from './reject-referral.js'
import { ResumeService } from './resume-service.js'
import { SetAppointment } from './set-appointment.js'
import { StartService } from './start-service.js'
import { TakeOverReferral } from './take-over-referral.js'

const hour = 3_600_000
const inAnHour = () => new Date(Date.now() + hour)

describe('at the desk', () => {
  const referrals = useReferrals()
  let world: ReferralWorld
  let parties: Cast
  let moves: ReturnType<typeof movesOf>

  beforeAll(async () => {
    world = referrals()
    parties = await world.parties()
    moves = movesOf(world, parties)
  })

  type Move = keyof ReturnType<typeof movesOf>

  /** The same referral one version on, after each of these moves. */
  const after = async (handed: Handed, ...done: readonly [Move, AtWork][]): Promise<Handed> => {
    let now = handed
    for (const [move, who] of done) {
      await moves[move](who.actor, now)
      now = { ...now, version: now.version + 1 }
    }
    return now
  }
  const isNotFound = async (who: AtWork, handed: Handed, tried: readonly Move[]) => {
    for (const move of tried)
      expect([move, await outcomeOf(moves[move](who.actor, handed))]).toEqual([move, NotFound])
  }
  /** Who sees it is told that it is in somebody's hands. */
  const isTheHandlers = async (who: AtWork, handed: Handed, tried: readonly Move[]) => {
    for (const move of tried)
      expect([NotFound, ReferralAlreadyAnswered]).toContain(
        await outcomeOf(moves[move](who.actor, handed)),
      )
  }
  const read = (who: AtWork, { id }: Handed) => world.find(ReadReferral).run(who.actor, id)
  const rowOf = async ({ id }: Handed) => {
    const { rows } = await world.owner.query<Record<string, unknown> & { service_due_at: Date }>(
      'SELECT * FROM referral WHERE id = $1',
      [id],
    )
    const [row] = rows
    if (row === undefined) throw new Error('the referral is not there')
    return row
  }
  const eventsOf = async ({ id }: Handed): Promise<string[]> => {
    const { rows } = await world.owner.query<{ type: string }>(
      'SELECT type FROM outbox_event WHERE subject_id = $1 ORDER BY id',
      [id],
    )
    return rows.map(({ type }) => type)
  }
  /** What the database itself still lets through, whatever the pages show. */
  const behindThePages = async ({ actor }: AtWork, { caseId }: Handed): Promise<string> =>
    JSON.stringify(
      await world
        .find(Transactions)
        .run(actor, () => world.find(CaseReading).sections(caseId, sections)),
    )
  const away = ({ actor }: AtWork): Promise<string> => {
    const today = localTimeOf(new Date()).date
    return world
      .find(Absences)
      .record(actor, { workerId: actor.workerId, from: today, until: addDays(today, 3) })
  }
  const atWorkAgain = ({ actor }: AtWork, absence: string): Promise<void> =>
    world.find(Absences).takeBack(actor, absence)

  describe('a pause', () => {
    it('says why, stops the clock of the first service, and moves it by its length', async () => {
      const accepted = await world.build.anAcceptedReferral(parties)
      await world.owner.query(
        `UPDATE referral SET sent_at = sent_at - interval '4 hours',
                service_due_at = service_due_at - interval '4 hours' WHERE id = $1`,
        [accepted.id],
      )
      const due = (await rowOf(accepted)).service_due_at
      const held = await after(accepted, ['hold', parties.receiver])
      expect(await rowOf(held)).toMatchObject({
        status: 'on_hold',
        reason: 'person_asked',
        service_due_at: null,
      })
      // The pause began two hours ago.
      await world.owner.query(
        `UPDATE referral_event SET at = at - interval '2 hours'
          WHERE referral_id = $1 AND kind = 'held'`,
        [held.id],
      )
      await after(held, ['resume', parties.receiver])
      const row = await rowOf(held)
      expect(row).toMatchObject({ status: 'in_progress', reason: null })
      const moved = row.service_due_at.getTime() - due.getTime()
      expect(Math.abs(moved - 2 * hour)).toBeLessThan(60_000)
      expect(await eventsOf(held)).toEqual(
        expect.arrayContaining(['referral.held', 'referral.resumed']),
      )
    })

    it('leaves what is shared as it was', async () => {
      const held = await after(await world.build.anAcceptedReferral(parties), [
        'hold',
        parties.receiver,
      ])
      expect(await behindThePages(parties.receiver, held)).toContain(girlsName)
    })

    it('needs a reason of its list, and something to pause', async () => {
      const accepted = await world.build.anAcceptedReferral(parties)
      const hold = world
        .find(HoldReferral)
        .run(parties.receiver.actor, accepted.id, accepted.version, {
          code: 'death' as 'person_asked',
          note: null,
        })
      await expect(hold).rejects.toThrow(ReferralReasonMissing)
      await expect(moves.resume(parties.receiver.actor, accepted)).rejects.toThrow(
        ReferralMoveNotAllowed,
      )
      const done = await world.build.aCompletedReferral(parties)
      await expect(moves.hold(parties.receiver.actor, done)).rejects.toThrow(ReferralMoveNotAllowed)
    })
  })

  describe('cancelling what has begun', () => {
    it('takes the sender who asks and the receiver who stops; then nothing is shared', async () => {
      const begun = await after(await world.build.anAcceptedReferral(parties), [
        'start',
        parties.receiver,
      ])
      await expect(moves['confirm-cancel'](parties.receiver.actor, begun)).rejects.toThrow(
        ReferralReasonMissing,
      )
      const asked = await after(begun, ['ask-to-cancel', parties.sender])
      expect(await rowOf(asked)).toMatchObject({ status: 'in_progress' })
      expect(await behindThePages(parties.receiver, asked)).toContain(girlsName)
      expect((await read(parties.receiver, asked)).moves).toContain('confirm-cancel')

      await isNotFound(parties.sender, asked, ['confirm-cancel'])
      const stopped = await after(asked, ['confirm-cancel', parties.receiver])
      expect(await rowOf(stopped)).toMatchObject({
        status: 'cancelled',
        reason: 'consent_withdrawn',
      })
      expect(await behindThePages(parties.receiver, stopped)).not.toContain(girlsName)
      expect(await eventsOf(stopped)).toEqual(
        expect.arrayContaining(['referral.cancel-asked', 'referral.cancelled']),
      )
    })

    it('is not asked of what nobody has accepted, nor by the receiver', async () => {
      const sent = await world.build.aSentReferral(parties)
      await expect(moves['ask-to-cancel'](parties.sender.actor, sent)).rejects.toThrow(
        ReferralMoveNotAllowed,
      )
      await isNotFound(parties.receiver, await world.build.anAcceptedReferral(parties), [
        'ask-to-cancel',
      ])
    })

    it('is not done by the receiver alone', async () => {
      const accepted = await world.build.anAcceptedReferral(parties)
      const outcome = await outcomeOf(moves['confirm-cancel'](parties.receiver.actor, accepted))
      expect([ReferralReasonMissing, ReferralCancellationNotAsked]).toContain(outcome)
      expect(await rowOf(accepted)).toMatchObject({ status: 'accepted' })
    })
  })

  describe('a record entered in error', () => {
    it('is marked by either side, and ends all sharing', async () => {
      for (const who of [parties.sender, parties.receiver]) {
        const accepted = await world.build.anAcceptedReferral(parties)
        const wrong = await after(accepted, ['enter-in-error', who])
        expect(await rowOf(wrong)).toMatchObject({
          status: 'entered_in_error',
          reason: 'wrong_person',
        })
        expect(await behindThePages(parties.receiver, wrong)).not.toContain(girlsName)
        expect(await eventsOf(wrong)).toContain('referral.entered-in-error')
        await expect(moves['enter-in-error'](who.actor, wrong)).rejects.toThrow(
          ReferralMoveNotAllowed,
        )
      }
    })

    it('is marked also by the desk before an answer, and by the sender after the end', async () => {
      const sent = await world.build.aSentReferral(parties)
      const wrong = await after(sent, ['enter-in-error', parties.colleague])
      expect((await read(parties.colleague, wrong)).referral.status).toBe('entered_in_error')
      const done = await world.build.aCompletedReferral(parties)
      await after(done, ['enter-in-error', parties.sender])
    })
  })

  describe('an appointment', () => {
    it('has a time that lies ahead, for both sides to see, and no place', async () => {
      const accepted = await world.build.anAcceptedReferral(parties)
      const at = inAnHour()
      const met = await after(accepted, ['appointment', parties.receiver])
      const { referral, moves: open } = await read(parties.sender, met)
      expect(Math.abs((referral.appointmentAt?.getTime() ?? 0) - at.getTime())).toBeLessThan(hour)
      expect(open).not.toContain('no-show')
      const past = world.find(SetAppointment).run(parties.receiver.actor, met.id, met.version, {
        at: new Date(Date.now() - 1),
        note: null,
      })
      await expect(past).rejects.toThrow(ReferralAppointmentPast)
      expect(await eventsOf(met)).toContain('referral.appointment-set')
    })

    it('was missed only once its time is over; then nothing ends, and the sender is told', async () => {
      const accepted = await world.build.anAcceptedReferral(parties)
      await expect(moves['no-show'](parties.receiver.actor, accepted)).rejects.toThrow(
        ReferralNoAppointment,
      )
      const met = await after(accepted, ['appointment', parties.receiver])
      await expect(moves['no-show'](parties.receiver.actor, met)).rejects.toThrow(
        ReferralNoAppointment,
      )
      await world.owner.query(
        `UPDATE referral SET appointment_at = now() - interval '1 hour' WHERE id = $1`,
        [met.id],
      )
      expect((await read(parties.receiver, met)).moves).toContain('no-show')
      const missed = await after(met, ['no-show', parties.receiver])
      expect(await rowOf(missed)).toMatchObject({ status: 'accepted', appointment_at: null })
      expect(await eventsOf(missed)).toContain('referral.no-show')
    })

    it('is made for who was accepted, and for nobody else', async () => {
      const done = await world.build.aCompletedReferral(parties)
      await expect(moves.appointment(parties.receiver.actor, done)).rejects.toThrow(
        ReferralMoveNotAllowed,
      )
      await isNotFound(parties.receiver, await world.build.aSentReferral(parties), ['appointment'])
    })
  })

  describe('a question', () => {
    it('goes to the sender and back, sealed, and no clock waits for it', async () => {
      const sent = await world.build.aSentReferral(parties)
      const due = (await rowOf(sent))['answer_due_at']
      const asked = await after(sent, ['ask', parties.colleague])
      expect((await rowOf(asked))['answer_due_at']).toEqual(due)
      expect((await read(parties.sender, asked)).moves).toContain('answer')
      const answered = await after(asked, ['answer', parties.sender])

      const told = await read(parties.receiver, answered)
      expect(told.story.map(({ kind, note }) => [kind, note]).slice(-2)).toEqual([
        ['asked', 'Có cần phiên dịch không?'],
        ['answered', 'Có, tiếng H’Mông.'],
      ])
      expect(told.sharing).toBeNull()
      expect(JSON.stringify(told)).not.toContain(girlsName)
      expect(await eventsOf(answered)).toEqual([
        'referral.requested',
        'referral.asked',
        'referral.answered',
      ])
      const { rows } = await world.owner.query<{ line: string }>(
        'SELECT e::text AS line FROM referral_event e WHERE referral_id = $1',
        [sent.id],
      )
      const hex = Buffer.from('phiên dịch').toString('hex')
      expect(rows.map(({ line }) => line).join()).not.toMatch(new RegExp(`phiên dịch|${hex}`))
    })

    it('is answered by the sender, once', async () => {
      const sent = await world.build.aSentReferral(parties)
      await expect(moves.answer(parties.sender.actor, sent)).rejects.toThrow(ReferralNothingAsked)
      const asked = await after(sent, ['ask', parties.receiver])
      await isNotFound(parties.receiver, asked, ['answer'])
      await isNotFound(parties.sendersSupervisor, asked, ['answer'])
      const answered = await after(asked, ['answer', parties.sender])
      await expect(moves.answer(parties.sender.actor, answered)).rejects.toThrow(
        ReferralNothingAsked,
      )
    })

    it('is not asked by the sender, nor about what has ended', async () => {
      await isNotFound(parties.sender, await world.build.aSentReferral(parties), ['ask'])
      const done = await world.build.aCompletedReferral(parties)
      await expect(moves.ask(parties.receiver.actor, done)).rejects.toThrow(ReferralMoveNotAllowed)
    })
  })

  describe('assigning', () => {
    it('gives it to a named colleague before the answer', async () => {
      const sent = await world.build.aSentReferral(parties)
      const given = await after(sent, ['assign', parties.supervisor])
      expect(await rowOf(given)).toMatchObject({
        status: 'requested',
        claimed_by: parties.colleague.id,
      })
      await world.find(AcceptReferral).run(parties.colleague.actor, given.id, given.version)
    })

    it('moves the sight with it after the answer', async () => {
      const accepted = await world.build.anAcceptedReferral(parties)
      const given = await after(accepted, ['assign', parties.supervisor])
      expect(await behindThePages(parties.colleague, given)).toContain(girlsName)
      expect(await behindThePages(parties.receiver, given)).not.toContain(girlsName)
      await expect(read(parties.receiver, given)).rejects.toThrow(NotFound)
      expect(await eventsOf(given)).toContain('referral.assigned')
    })

    it('is for the unit’s own caseworkers who are at work, and free of a conflict', async () => {
      const accepted = await world.build.anAcceptedReferral(parties)
      const absent = await world.aWorker(parties.receiver.unit)
      await away(absent)
      const related = await world.aWorker(parties.receiver.unit)
      await world.block(related, accepted.caseId)
      for (const { id } of [parties.sender, parties.supervisor, absent, related]) {
        const assign = world
          .find(AssignReferral)
          .run(parties.supervisor.actor, accepted.id, accepted.version, id)
        expect([id, await outcomeOf(assign)]).toEqual([id, ReferralColleagueUnfit])
      }
      expect(await rowOf(accepted)).toMatchObject({ handler_id: parties.receiver.id })
    })

    it('is the supervisor’s of the receiving unit alone', async () => {
      const sent = await world.build.aSentReferral(parties)
      const accepted = await world.build.anAcceptedReferral(parties)
      for (const who of [parties.receiver, parties.sender, parties.sendersSupervisor]) {
        await isNotFound(who, sent, ['assign'])
        await isNotFound(who, accepted, ['assign'])
      }
    })
  })

  describe('while somebody is away', () => {
    it('their accepted referrals lie on the desk as a preview, until a colleague takes one over', async () => {
      const absent = await world.aWorker(parties.receiver.unit)
      const accepted = await world.build.anAcceptedReferral({ ...parties, receiver: absent })
      const noted = await after(accepted, ['appointment-with-a-note', absent])
      await isNotFound(parties.colleague, noted, ['read', 'take-over'])
      const absence = await away(absent)

      const preview = await read(parties.colleague, noted)
      expect(preview.preview.need).toContain('tư vấn tâm lý')
      expect(preview.moves).toEqual(['take-over'])
      expect(preview.safeContact).toBeNull()
      expect(JSON.stringify(preview)).not.toContain(girlsName)
      expect(await behindThePages(parties.colleague, noted)).not.toContain(girlsName)
      await isTheHandlers(parties.colleague, noted, ['hold', 'start', 'ask', 'enter-in-error'])
      // Away is not gone: who has it keeps it until somebody goes on.
      expect(await behindThePages(absent, noted)).toContain(girlsName)

      const taken = await after(noted, ['take-over', parties.colleague])
      expect(await behindThePages(parties.colleague, taken)).toContain(girlsName)
      expect(await behindThePages(absent, taken)).not.toContain(girlsName)
      await expect(read(absent, taken)).rejects.toThrow(NotFound)
      expect(await eventsOf(taken)).toContain('referral.assigned')
      await atWorkAgain(absent, absence)
      await isNotFound(absent, taken, ['take-over'])
    })

    it('what they had claimed is anybody’s at the desk to answer', async () => {
      const absent = await world.aWorker(parties.receiver.unit)
      const sent = await world.build.aSentReferral({ ...parties, receiver: absent })
      await world.find(ClaimReferral).run(absent.actor, sent.id, sent.version)
      const claimed = { ...sent, version: sent.version + 1 }
      expect((await read(parties.colleague, claimed)).moves).not.toContain('accept')
      await away(absent)
      expect((await read(parties.colleague, claimed)).moves).toContain('accept')
      await world.find(AcceptReferral).run(parties.colleague.actor, claimed.id, claimed.version)
    })

    it('so is the work of somebody who has left', async () => {
      const gone = await world.aWorker(parties.receiver.unit)
      const accepted = await world.build.anAcceptedReferral({ ...parties, receiver: gone })
      await world.owner.query('UPDATE worker SET active = false WHERE id = $1', [gone.id])
      await after(accepted, ['take-over', parties.colleague])
    })

    it('nobody takes over from who is there, from another unit, or into a conflict', async () => {
      const accepted = await world.build.anAcceptedReferral(parties)
      await isNotFound(parties.colleague, accepted, ['take-over'])
      await isNotFound(parties.sender, accepted, ['take-over'])
      const absent = await world.aWorker(parties.receiver.unit)
      const orphan = await world.build.anAcceptedReferral({ ...parties, receiver: absent })
      await away(absent)
      const stranger = await world.aWorker(await world.aUnit('womens-services'))
      await isNotFound(stranger, orphan, ['read', 'take-over'])
      const related = await world.aWorker(parties.receiver.unit)
      await world.block(related, orphan.caseId)
      await isNotFound(related, orphan, ['read', 'take-over'])
    })

    it('only one of two goes on with it', async () => {
      const absent = await world.aWorker(parties.receiver.unit)
      const orphan = await world.build.anAcceptedReferral({ ...parties, receiver: absent })
      await away(absent)
      const other = await world.aWorker(parties.receiver.unit)
      const outcomes = await Promise.all(
        [parties.colleague, other].map(({ actor }) => outcomeOf(moves['take-over'](actor, orphan))),
      )
      expect(outcomes.filter((each) => each === 'done')).toHaveLength(1)
    })
  })

  describe('nobody', () => {
    const ofTheHandler: readonly Move[] = [
      'start',
      'hold',
      'resume',
      'appointment',
      'no-show',
      'confirm-cancel',
      'enter-in-error',
      'ask',
    ]
    const ofTheSender: readonly Move[] = ['ask-to-cancel', 'answer', 'enter-in-error']

    it('of another unit finds anything to move', async () => {
      const unit = await world.aUnit('police')
      const stranger = await world.aWorker(unit, ['caseworker', 'supervisor'])
      for (const handed of [
        await world.build.aSentReferral(parties),
        await world.build.anAcceptedReferral(parties),
      ])
        await isNotFound(stranger, handed, [
          'read',
          ...ofTheHandler,
          ...ofTheSender,
          'assign',
          'take-over',
        ])
    })

    it('at the same desk moves what a colleague handles', async () => {
      const accepted = await world.build.anAcceptedReferral(parties)
      await isNotFound(parties.colleague, accepted, [...ofTheHandler, 'take-over'])
      await isTheHandlers(parties.supervisor, accepted, ofTheHandler)
    })

    it('at the sender’s gives the service, and no colleague there takes part', async () => {
      const accepted = await world.build.anAcceptedReferral(parties)
      await isNotFound(
        parties.sender,
        accepted,
        ofTheHandler.filter((move) => move !== 'enter-in-error'),
      )
      await isNotFound(parties.sendersColleague, accepted, ['read', ...ofTheSender])
      await isNotFound(parties.sendersSupervisor, accepted, ofTheSender)
    })

    it('with a conflict of interest finds it, not even as its handler', async () => {
      const related = await world.aWorker(parties.receiver.unit)
      const accepted = await world.build.anAcceptedReferral({ ...parties, receiver: related })
      await world.block(related, accepted.caseId)
      await isNotFound(related, accepted, ['read', ...ofTheHandler])
    })

    it('moves what somebody else has changed meanwhile', async () => {
      const accepted = await world.build.anAcceptedReferral(parties)
      const asked = await after(accepted, ['ask', parties.receiver])
      const old = { ...asked, version: accepted.version }
      for (const move of ['hold', 'appointment', 'enter-in-error', 'ask'] as const)
        expect([move, await outcomeOf(moves[move](parties.receiver.actor, old))]).toEqual([
          move,
          Stale,
        ])
      for (const move of ['answer', 'ask-to-cancel', 'enter-in-error'] as const)
        expect([move, await outcomeOf(moves[move](parties.sender.actor, old))]).toEqual([
          move,
          Stale,
        ])
      expect(await outcomeOf(moves.assign(parties.supervisor.actor, old))).toBe(Stale)
    })

    it('accepts what another accepts at the same moment', async () => {
      const sent = await world.build.aSentReferral(parties)
      const outcomes = await Promise.all(
        [parties.receiver, parties.colleague, parties.receiver].map(({ actor }) =>
          outcomeOf(world.find(AcceptReferral).run(actor, sent.id, sent.version)),
        ),
      )
      expect(outcomes.filter((each) => each === 'done')).toHaveLength(1)
      expect((await eventsOf(sent)).filter((type) => type === 'referral.accepted')).toHaveLength(1)
    })

    it('accepts what is declined at the same moment', async () => {
      const sent = await world.build.aSentReferral(parties)
      const outcomes = await Promise.all([
        outcomeOf(world.find(AcceptReferral).run(parties.receiver.actor, sent.id, sent.version)),
        outcomeOf(
          world.find(RejectReferral).run(parties.colleague.actor, sent.id, sent.version, {
            reason: 'no_capacity',
            note: null,
            suggestedUnitId: null,
          }),
        ),
      ])
      expect(outcomes.filter((each) => each === 'done')).toHaveLength(1)
    })
  })
})

const movesOf = (world: ReferralWorld, parties: Cast) => {
  type Deed = (actor: WorkerActor, handed: Handed) => Promise<unknown>
  return {
    read: (actor, { id }) => world.find(ReadReferral).run(actor, id),
    start: (actor, { id, version }) => world.find(StartService).run(actor, id, version),
    hold: (actor, { id, version }) =>
      world.find(HoldReferral).run(actor, id, version, { code: 'person_asked', note: null }),
    resume: (actor, { id, version }) => world.find(ResumeService).run(actor, id, version),
    'ask-to-cancel': (actor, { id, version }) =>
      world.find(AskToCancel).run(actor, id, version, { code: 'consent_withdrawn', note: null }),
    'confirm-cancel': (actor, { id, version }) =>
      world.find(ConfirmCancellation).run(actor, id, version),
    'enter-in-error': (actor, { id, version }) =>
      world.find(EnterInError).run(actor, id, version, { code: 'wrong_person', note: null }),
    appointment: (actor, { id, version }) =>
      world.find(SetAppointment).run(actor, id, version, { at: inAnHour(), note: null }),
    'appointment-with-a-note': (actor, { id, version }) =>
      world
        .find(SetAppointment)
        .run(actor, id, version, { at: inAnHour(), note: `Gặp ${girlsName} ở cổng trường.` }),
    'no-show': (actor, { id, version }) => world.find(NoteNoShow).run(actor, id, version),
    ask: (actor, { id, version }) =>
      world.find(AskQuestion).run(actor, id, version, 'Có cần phiên dịch không?'),
    answer: (actor, { id, version }) =>
      world.find(AnswerQuestion).run(actor, id, version, 'Có, tiếng H’Mông.'),
    assign: (actor, { id, version }) =>
      world.find(AssignReferral).run(actor, id, version, parties.colleague.id),
    'take-over': (actor, { id, version }) => world.find(TakeOverReferral).run(actor, id, version),
  } as const satisfies Record<string, Deed>
}

const outcomeOf = (tried: Promise<unknown>): Promise<unknown> =>
  tried.then(
    () => 'done',
    (error: unknown) => (error instanceof Error ? error.constructor : error),
  )
