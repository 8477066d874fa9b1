import { beforeAll, describe, expect, it } from '@jest/globals'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { statement } from '../../../platform/database/statement.js'
import { Database, Transactions } from '../../../platform/database/transactions.js'
import { WithdrawConsent } from '../../consents/index.js'
import { referralTransitions } from '../domain/referral-status.js'
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

  it('let nobody change a colleague’s account', async () => {
    expect(
      await smuggled(parties.sender.actor, `UPDATE worker SET locale = 'fr' WHERE id = $1`, [
        parties.sendersColleague.id,
      ]),
    ).toBe(0)
  })
})
