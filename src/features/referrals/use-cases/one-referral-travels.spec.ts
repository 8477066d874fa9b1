import { beforeAll, describe, expect, it } from '@jest/globals'
import { sections } from '../../../platform/access/sections.js'
import { Transactions } from '../../../platform/database/transactions.js'
import { CaseReading } from '../../cases/index.js'
import { WithdrawConsent } from '../../consents/index.js'
import { girlsName, type Handed } from '../testing/referral.builder.js'
import { useReferrals, type Cast, type ReferralWorld } from '../testing/use-referrals.js'
import { CancelReferral } from './cancel-referral.js'
import { ClaimReferral } from './claim-referral.js'
import { CompleteReferral } from './complete-referral.js'
import { ConfirmReferral } from './confirm-referral.js'
import { FailReferral } from './fail-referral.js'
import { AcceptReferral } from './accept-referral.js'
import { PreviewReferral } from './preview-referral.js'
import { ReadReferral } from './read-referral.js'
import { StartService } from './start-service.js'

const seen = (view: object): string => JSON.stringify(view)

describe('one referral travels', () => {
  const referrals = useReferrals()
  let world: ReferralWorld
  let parties: Cast

  beforeAll(async () => {
    world = referrals()
    parties = await world.parties()
  })

  const read = (who: keyof typeof parties, { id }: Handed) =>
    world.find(ReadReferral).run(parties[who].actor, id)

  it('from the desk of one unit to another and back to who asked', async () => {
    const { sender, receiver } = parties
    const handed = await world.build.aSentReferral(parties)
    const { id } = handed

    const onTheDesk = await read('receiver', handed)
    expect(onTheDesk.preview.need).toContain('tư vấn tâm lý')
    expect(onTheDesk.sharing).toBeNull()
    expect(onTheDesk.moves).toEqual(['claim', 'accept', 'reject', 'ask', 'enter-in-error'])
    expect(seen(onTheDesk)).not.toContain(girlsName)

    await world.find(ClaimReferral).run(receiver.actor, id, 4)
    await world.find(AcceptReferral).run(receiver.actor, id, 5)
    const accepted = await read('receiver', handed)
    expect(accepted.sharing?.sections).toEqual(['identity', 'contact', 'incident'])
    expect(seen(accepted.sharing?.content ?? [])).toContain(girlsName)

    await world.find(StartService).run(receiver.actor, id, 6)
    await world.find(CompleteReferral).run(receiver.actor, id, 7, {
      outcome: 'given_in_full',
      text: 'Đã tư vấn ba buổi.',
    })
    const told = await read('sender', handed)
    expect(told.outcomeText).toBe('Đã tư vấn ba buổi.')
    expect(told.moves).toEqual(['confirm', 'enter-in-error'])

    await world.find(ConfirmReferral).run(sender.actor, id, 8, {
      received: 'yes',
      safe: 'yes',
      helpful: 'partly',
    })
    const closed = await read('sender', handed)
    expect(closed.referral.status).toBe('confirmed')
    expect(closed.moves).toEqual(['enter-in-error'])
    expect(closed.story.map(({ kind }) => kind)).toEqual([
      'requested',
      'claimed',
      'accepted',
      'started',
      'completed',
      'confirmed',
    ])
  })

  it('shows the sender beforehand exactly what the receiver sees, before and after', async () => {
    const draft = await world.build.aDraft(parties)
    const promised = await world.find(PreviewReferral).run(parties.sender.actor, draft.id)

    await world.send(parties, draft)
    const before = await read('receiver', draft)
    expect({ ...before.preview, answerDueAt: null, serviceDueAt: null }).toEqual({
      ...promised.before,
      answerDueAt: null,
      serviceDueAt: null,
    })

    await world.find(AcceptReferral).run(parties.receiver.actor, draft.id, 4)
    const after = await read('receiver', draft)
    expect(after.sharing?.content).toEqual(promised.after)
  })

  /** What the database itself still lets through, whatever the pages show. */
  const behindThePages = (who: keyof typeof parties, { caseId }: Handed) =>
    world
      .find(Transactions)
      .run(parties[who].actor, () => world.find(CaseReading).sections(caseId, sections))

  it('ends what the receiver sees when the service is completed', async () => {
    const accepted = await world.build.anAcceptedReferral(parties)
    expect(seen(await behindThePages('receiver', accepted))).toContain(girlsName)

    const handed = await world.build.aCompletedReferral(parties)
    expect(await behindThePages('receiver', handed)).toEqual([])
    const view = await read('receiver', handed)
    expect(view.sharing).toBeNull()
    expect(view.safeContact).toBeNull()
    expect(seen(view)).not.toContain(girlsName)
  })

  it('ends it, too, when the service cannot be given or is taken back', async () => {
    const failed = await world.build.anAcceptedReferral(parties)
    await world.find(FailReferral).run(parties.receiver.actor, failed.id, failed.version, {
      code: 'contact_lost',
      note: null,
    })
    const cancelled = await world.build.anAcceptedReferral(parties)
    await world.find(CancelReferral).run(parties.sender.actor, cancelled.id, cancelled.version, {
      code: 'no_longer_needed',
      note: null,
    })
    expect(await behindThePages('receiver', failed)).toEqual([])
    expect(await behindThePages('receiver', cancelled)).toEqual([])
  })

  it('shows the receiver’s supervisor what is shared, but never the counselling', async () => {
    const clinic = await world.aUnit('health')
    const [receiver, supervisor] = [
      await world.aWorker(clinic),
      await world.aWorker(clinic, ['supervisor']),
    ]
    const handed = await world.build.anAcceptedReferral(
      { sender: parties.sender, receiver },
      { need: { service: 'HEALTH' }, sections: ['identity', 'psychosocial'] },
    )
    const view = await world.find(ReadReferral).run(supervisor.actor, handed.id)
    expect(view.sharing?.sections).toEqual(['identity'])
    expect(
      (await world.find(ReadReferral).run(receiver.actor, handed.id)).sharing?.sections,
    ).toEqual(['identity', 'psychosocial'])
  })

  it('shows nothing from the moment the consent is withdrawn', async () => {
    const handed = await world.build.anAcceptedReferral(parties)
    expect(seen(await read('receiver', handed))).toContain(girlsName)

    await world.find(WithdrawConsent).run(parties.sender.actor, handed.caseId, handed.consentId)

    const view = await read('receiver', handed)
    expect(view.sharing).toEqual({ sections: [], content: [] })
    expect(view.safeContact).toBeNull()
    expect(seen(view)).not.toContain(girlsName)
  })

  it('leaves a trace of what was read, without content', async () => {
    const handed = await world.build.anAcceptedReferral(parties)
    await read('receiver', handed)
    const { rows } = await world.owner.query(
      `SELECT action, sections, case_id FROM audit_entry
        WHERE subject_id = $1 AND actor_id = $2 ORDER BY xid, id`,
      [handed.id, parties.receiver.actor.workerId],
    )
    expect(rows).toEqual([
      { action: 'referral.accept', sections: 0, case_id: handed.caseId },
      { action: 'referral.read', sections: 0b1011, case_id: handed.caseId },
    ])
  })

  it('keeps the words of both sides sealed in the database', async () => {
    const { id } = await world.build.aCompletedReferral(parties)
    const { rows } = await world.owner.query<{ row: string }>(
      'SELECT r::text AS row FROM referral r WHERE id = $1',
      [id],
    )
    const hex = (text: string): string => Buffer.from(text).toString('hex')
    expect(rows[0]?.row).not.toContain(hex('tư vấn'))
    expect(rows[0]?.row).not.toContain('tư vấn')
  })
})
