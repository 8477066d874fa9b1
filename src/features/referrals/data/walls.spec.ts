import { beforeAll, describe, expect, it } from '@jest/globals'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { statement } from '../../../platform/database/statement.js'
import { Database, Transactions } from '../../../platform/database/transactions.js'
import { WithdrawConsent } from '../../consents/index.js'
import { referralTransitions } from '../domain/referral-status.js'
import { AskQuestion } from '../use-cases/ask-question.js'
import type { TestWorker } from '../../../../test/support/world.js'
import type { AtWork } from '../testing/referral.builder.js'
import { useReferrals, type Cast, type ReferralWorld } from '../testing/use-referrals.js'

/** What a statement smuggled into a worker's transaction could do. */
describe('the walls around referrals', () => {
  const referrals = useReferrals()
  let world: ReferralWorld
  let parties: Cast

  beforeAll(async () => {
    world = referrals()
    parties = await world.parties()
  })

  let number = 0
  const smuggled = (actor: WorkerActor, text: string, values: unknown[] = []): Promise<number> =>
    world
      .find(Transactions)
      .run(actor, () =>
        world.find(Database).change(statement(`spec.walls-${(number += 1)}`, text), values),
      )
  const refused = { code: '23514' }

  it('know the same moves as the rules', async () => {
    const { rows } = await world.owner.query<{ move: string }>(
      `SELECT from_status || ' ' || to_status || ' ' || side AS move FROM referral_transition`,
    )
    const ruled = referralTransitions.flatMap(({ from, to, sides }) =>
      sides.filter((side) => side !== 'system').map((side) => `${from} ${to} ${side}`),
    )
    expect(rows.map(({ move }) => move).sort()).toEqual(ruled.sort())
  })

  it('let nobody at the desk make themselves the handler of what a colleague answered', async () => {
    const { id } = await world.build.anAcceptedReferral(parties)
    for (const who of [parties.colleague, parties.supervisor]) {
      // Without a WHERE the policies for reading are not asked: only those for changing are.
      await smuggled(who.actor, `UPDATE referral SET handler_id = '${who.id}'`).catch(() => 0)
      expect(
        await smuggled(who.actor, 'UPDATE referral SET handler_id = $2 WHERE id = $1', [
          id,
          who.id,
        ]).catch(() => 0),
      ).toBe(0)
    }
    const { rows } = await world.owner.query('SELECT handler_id FROM referral WHERE id = $1', [id])
    expect(rows).toEqual([{ handler_id: parties.receiver.id }])
  })

  it('let nobody take up again what has ended', async () => {
    const { id } = await world.build.aCompletedReferral(parties)
    await expect(
      smuggled(parties.receiver.actor, `UPDATE referral SET status = 'accepted' WHERE id = $1`, [
        id,
      ]),
    ).rejects.toMatchObject(refused)
  })

  it('let neither side write on the other’s half of the sheet', async () => {
    const { id } = await world.build.anAcceptedReferral(parties)
    for (const [who, change] of [
      [parties.receiver, `felt_safe = 'yes'`],
      [parties.receiver, `answer_due_at = 'infinity'`],
      [parties.receiver, `supersedes_id = id`],
      [parties.sender, `outcome = 'given_in_full'`],
      [parties.sender, `status = 'completed'`],
      [parties.sender, `handler_id = NULL`],
    ] as const)
      await expect(
        smuggled(who.actor, `UPDATE referral SET ${change} WHERE id = $1`, [id]),
      ).rejects.toMatchObject(refused)
  })

  it('let nobody begin a referral as if it had been accepted', async () => {
    const { id } = await world.build.anAcceptedReferral(parties)
    await expect(
      smuggled(
        parties.sender.actor,
        `INSERT INTO referral (id, number, case_id, from_unit_id, from_worker_id, to_unit_id, service,
                               urgency, consent_id, status, handler_id, created_at, updated_at)
         SELECT gen_random_uuid(), number || '-2', case_id, from_unit_id, from_worker_id, to_unit_id,
                service, urgency, consent_id, status, handler_id, now(), now()
           FROM referral WHERE id = $1`,
        [id],
      ),
    ).rejects.toMatchObject({ code: '42501' })
  })

  it('let nobody tell the story in another unit’s name', async () => {
    const { id } = await world.build.aSentReferral(parties)
    await expect(
      smuggled(
        parties.receiver.actor,
        `INSERT INTO referral_event (id, referral_id, at, actor_id, actor_unit_id, kind)
         VALUES (gen_random_uuid(), $1, now(), $2, $3, 'cancelled')`,
        [id, parties.receiver.id, parties.sender.actor.unitId],
      ),
    ).rejects.toMatchObject({ code: '42501' })
  })

  it('let nobody take back that a consent was withdrawn, or record one in another’s name', async () => {
    const { caseId, consentId } = await world.build.anAcceptedReferral(parties)
    await world.find(WithdrawConsent).run(parties.sender.actor, caseId, consentId)
    await expect(
      smuggled(parties.sender.actor, 'UPDATE consent SET withdrawn_at = NULL WHERE id = $1', [
        consentId,
      ]),
    ).rejects.toMatchObject(refused)
    await expect(
      smuggled(
        parties.sender.actor,
        `INSERT INTO consent (id, case_id, legal_basis, given_by, mode, recipient_unit_id, sections,
                              purpose, given_at, valid_until, recorded_by, created_at)
         SELECT gen_random_uuid(), case_id, legal_basis, given_by, mode, recipient_unit_id, sections,
                purpose, given_at, valid_until, $2, created_at FROM consent WHERE id = $1`,
        [consentId, parties.sendersColleague.id],
      ),
    ).rejects.toMatchObject({ code: '42501' })
  })

  describe('around what lies at the desk', () => {
    const set = (who: AtWork, id: string, change: string) =>
      smuggled(who.actor, `UPDATE referral SET ${change} WHERE id = $1`, [id])
    /** Away from yesterday until tomorrow. */
    const away = (who: { readonly id: string }) =>
      world.owner.query(
        `INSERT INTO worker_absence (id, worker_id, starts_at, ends_at, recorded_by, recorded_at)
         VALUES (gen_random_uuid(), $1, now() - interval '1 day', now() + interval '1 day', $1, now())`,
        [who.id],
      )

    it('nobody moves what somebody else handles, whoever they are', async () => {
      const { id } = await world.build.anAcceptedReferral(parties)
      expect(await set(parties.colleague, id, `status = 'completed'`)).toBe(0)
      for (const change of [
        `status = 'completed', outcome = 'given_in_full'`,
        `appointment_at = now()`,
        `question_at = now()`,
        `claimed_by = NULL`,
      ])
        await expect(set(parties.supervisor, id, change)).rejects.toMatchObject(refused)
    })

    it('nobody is given it who is of another unit, away, no caseworker, or in a conflict', async () => {
      const { id, caseId } = await world.build.anAcceptedReferral(parties)
      const [absent, related] = [
        await world.aWorker(parties.receiver.unit),
        await world.aWorker(parties.receiver.unit),
      ]
      await away(absent)
      await world.block(related, caseId)
      for (const unfit of [parties.sender, parties.supervisor, absent, related])
        await expect(
          set(parties.supervisor, id, `handler_id = '${unfit.id}'`),
        ).rejects.toMatchObject(refused)
      expect(await set(parties.supervisor, id, `handler_id = '${parties.colleague.id}'`)).toBe(1)
    })

    it('while its handler is away a colleague takes it over, and does nothing else with it', async () => {
      const absent = await world.aWorker(parties.receiver.unit)
      const { id } = await world.build.anAcceptedReferral({ ...parties, receiver: absent })
      await away(absent)
      for (const change of [
        `status = 'completed'`,
        `handler_id = '${parties.receiver.id}'`,
        `handler_id = '${parties.colleague.id}', status = 'in_progress'`,
        `appointment_at = now()`,
      ])
        await expect(set(parties.colleague, id, change)).rejects.toMatchObject(refused)
      expect(await set(parties.colleague, id, `handler_id = '${parties.colleague.id}'`)).toBe(1)
    })

    it('nobody answers in another’s name, or becomes its handler without an answer', async () => {
      const { id } = await world.build.aSentReferral(parties)
      const colleague = `handler_id = '${parties.colleague.id}'`
      for (const [who, change] of [
        [parties.receiver, `status = 'accepted', ${colleague}`],
        [parties.receiver, `status = 'rejected', reason = 'no_capacity', ${colleague}`],
        [parties.receiver, `status = 'entered_in_error', ${colleague}`],
        [parties.supervisor, `status = 'accepted', ${colleague}`],
        [parties.supervisor, colleague],
        [parties.receiver, `handler_id = '${parties.receiver.id}'`],
        [parties.sender, `status = 'accepted', handler_id = '${parties.sender.id}'`],
      ] as const)
        await expect(set(who, id, change)).rejects.toMatchObject(refused)
    })

    it('what a colleague has in hand is theirs, while they are there, or the supervisors’', async () => {
      const absent = await world.aWorker(parties.receiver.unit)
      const { id } = await world.build.aSentReferral(parties)
      expect(await set(absent, id, `claimed_by = '${absent.id}'`)).toBe(1)
      const mine = `claimed_by = '${parties.colleague.id}'`
      for (const change of [
        mine,
        'claimed_by = NULL',
        `status = 'accepted', handler_id = '${parties.colleague.id}'`,
        `status = 'rejected', reason = 'no_capacity', handler_id = '${parties.colleague.id}'`,
      ])
        await expect(set(parties.colleague, id, change)).rejects.toMatchObject(refused)
      await away(absent)
      expect(await set(parties.colleague, id, mine)).toBe(1)
      expect(await set(parties.supervisor, id, 'claimed_by = NULL')).toBe(1)
    })

    it('nobody but a supervisor takes it in hand for another', async () => {
      const { id } = await world.build.aSentReferral(parties)
      await expect(
        set(parties.receiver, id, `claimed_by = '${parties.colleague.id}'`),
      ).rejects.toMatchObject(refused)
      expect(await set(parties.supervisor, id, `claimed_by = '${parties.colleague.id}'`)).toBe(1)
    })

    it('each side asks and sets only what is its own', async () => {
      const { id } = await world.build.anAcceptedReferral(parties)
      for (const [who, change] of [
        [parties.receiver, 'cancel_asked_at = now()'],
        [parties.receiver, `status = 'cancelled', reason = 'person_declined'`],
        [parties.receiver, `service_due_at = 'infinity'`],
        [parties.sender, 'appointment_at = now()'],
        [parties.sender, 'question_at = now()'],
        [parties.sender, `status = 'on_hold'`],
      ] as const)
        await expect(set(who, id, change)).rejects.toMatchObject(refused)
    })

    it('who would stand in reads no words before taking over', async () => {
      const absent = await world.aWorker(parties.receiver.unit)
      const { id, version } = await world.build.anAcceptedReferral({ ...parties, receiver: absent })
      await world.find(AskQuestion).run(absent.actor, id, version, 'Mẹ của em có biết không?')
      await away(absent)
      const words = (who: AtWork) =>
        smuggled(
          who.actor,
          `SELECT FROM referral_event WHERE referral_id = $1 AND sealed_note IS NOT NULL`,
          [id],
        )
      expect(await words(parties.colleague)).toBe(0)
      expect(await words(absent)).toBe(1)
      expect(await words(parties.supervisor)).toBe(1)
    })

    it('nobody is written down as away by a colleague, or by another unit', async () => {
      const add = (who: AtWork, of: { readonly id: string }, by = who.actor.workerId) =>
        smuggled(
          who.actor,
          `INSERT INTO worker_absence (id, worker_id, starts_at, ends_at, recorded_by, recorded_at)
           VALUES (gen_random_uuid(), $1, now() + interval '9 days', now() + interval '10 days', $2,
                   now())`,
          [of.id, by],
        )
      const denied = { code: '42501' }
      await expect(add(parties.receiver, parties.colleague)).rejects.toMatchObject(denied)
      await expect(add(parties.sendersSupervisor, parties.receiver)).rejects.toMatchObject(denied)
      await expect(
        add(parties.supervisor, parties.receiver, parties.receiver.id),
      ).rejects.toMatchObject(denied)
      expect(await add(parties.supervisor, parties.receiver)).toBe(1)
      expect(await add(parties.receiver, parties.receiver)).toBe(1)

      const seen = (who: AtWork) =>
        smuggled(who.actor, 'SELECT FROM worker_absence WHERE worker_id = $1', [
          parties.receiver.id,
        ])
      expect(await seen(parties.colleague)).toBe(2)
      expect(await seen(parties.sender)).toBe(0)
      const gone = (who: AtWork) =>
        smuggled(who.actor, 'DELETE FROM worker_absence WHERE worker_id = $1', [
          parties.receiver.id,
        ])
      expect(await gone(parties.colleague)).toBe(0)
      expect(await gone(parties.sendersSupervisor)).toBe(0)
      expect(await gone(parties.supervisor)).toBe(2)
    })
  })

  describe('let nobody from elsewhere', () => {
    let stranger: TestWorker
    beforeAll(async () => {
      stranger = await world.aWorker(await world.aUnit('health'), ['caseworker', 'supervisor'])
    })
    const stop = (who: AtWork, id: string) =>
      smuggled(who.actor, `SELECT guard.cancel_timers($1, '')`, [id])
    const later = (who: AtWork, id: string) =>
      smuggled(
        who.actor,
        `SELECT guard.set_timer('infinity', 'referral.clock', $1, NULL, '{}', 'clock')`,
        [id],
      )

    it('silence the clocks of a referral, or let a colleague with a conflict do so', async () => {
      const { id, caseId } = await world.build.aSentReferral(parties)
      const clocks = async () =>
        (
          await world.owner.query<{ due_at: Date }>(
            'SELECT due_at FROM timer WHERE subject_id = $1',
            [id],
          )
        ).rows
      const before = await clocks()
      expect(before).toHaveLength(1)
      const kept = await world.aWorker(parties.receiver.unit)
      await world.block(kept, caseId)
      for (const who of [stranger, kept])
        for (const turn of [stop, later])
          await expect(turn(who, id)).rejects.toMatchObject({ code: '42501' })
      expect(await clocks()).toEqual(before)

      for (const who of [parties.receiver, parties.sender]) await later(who, id)
    })

    it('silence when the person of a case is to be seen', async () => {
      const caseId = await world.build.aCase(parties.sender)
      for (const turn of [stop, later])
        await expect(turn(stranger, caseId)).rejects.toMatchObject({ code: '42501' })
      await later(parties.sender, caseId)
    })

    it('turn the timers of another worker', async () => {
      await expect(later(stranger, parties.sender.id)).rejects.toMatchObject({ code: '42501' })
      await later(stranger, stranger.id)
    })

    it('say that their referral goes on with one of another case', async () => {
      const { id } = await world.build.aSentReferral(parties)
      const caseId = await world.build.aCase(stranger)
      const draft = (supersedes: string | null) =>
        smuggled(
          stranger.actor,
          `INSERT INTO referral (id, number, case_id, from_unit_id, from_worker_id, supersedes_id,
                                 created_at, updated_at)
           VALUES (gen_random_uuid(), gen_random_uuid()::text, $1, $2, $3, $4, now(), now())`,
          [caseId, stranger.unit.id, stranger.id, supersedes],
        )
      await expect(draft(id)).rejects.toMatchObject(refused)
      expect(await draft(null)).toBe(1)
      await expect(
        smuggled(stranger.actor, 'UPDATE referral SET supersedes_id = $2 WHERE case_id = $1', [
          caseId,
          id,
        ]),
      ).rejects.toMatchObject(refused)
    })
  })

  it('let nobody change a colleague’s account', async () => {
    expect(
      await smuggled(parties.sender.actor, `UPDATE worker SET locale = 'fr' WHERE id = $1`, [
        parties.sendersColleague.id,
      ]),
    ).toBe(0)
  })
})
