import { beforeAll, describe, expect, it } from '@jest/globals'
import { NotFound } from '../../../platform/errors/not-found.js'
import { Transactions } from '../../../platform/database/transactions.js'
import { WithdrawConsent } from '../../consents/index.js'
import {
  CancelReferral,
  ConfirmReferral,
  ReadReferral,
  RejectReferral,
} from '../../referrals/index.js'
import { girlsName, type AtWork } from '../../referrals/testing/referral.builder.js'
import { useReferrals, type ReferralWorld } from '../../referrals/testing/use-referrals.js'
import { ListNotifications } from '../use-cases/list-notifications.js'
import { MarkNotificationRead } from '../use-cases/mark-notification-read.js'
import { UnreadNotifications } from '../use-cases/unread-notifications.js'

describe('notifications', () => {
  const referrals = useReferrals()
  let world: ReferralWorld

  beforeAll(() => {
    world = referrals()
  })

  const told = async ({ actor }: AtWork) =>
    (await world.find(ListNotifications).run(actor)).items.map(
      ({ kind, referralId }) => `${kind} ${referralId}`,
    )
  const unread = ({ actor }: AtWork) =>
    world.find(Transactions).run(actor, () => world.find(UnreadNotifications).of(actor.workerId))

  it('call everybody at the receiving desk, and nobody else', async () => {
    const parties = await world.parties()
    const admin = await world.aWorker(parties.receiver.unit, ['unit-admin'])
    const { id } = await world.build.aSentReferral(parties)
    await world.deliverAll()

    for (const who of [parties.receiver, parties.colleague, parties.supervisor])
      expect(await told(who)).toEqual([`referral.requested ${id}`])
    for (const who of [parties.sender, parties.sendersColleague, admin])
      expect(await told(who)).toEqual([])
    expect(await unread(parties.receiver)).toBe(1)
  })

  it('name no one', async () => {
    const parties = await world.parties()
    await world.build.aSentReferral(parties)
    await world.deliverAll()
    const page = await world.find(ListNotifications).run(parties.receiver.actor)
    expect(JSON.stringify(page)).not.toContain(girlsName)
    expect(JSON.stringify(page)).not.toContain('Hải Châu')
  })

  it('skip a worker with a conflict of interest', async () => {
    const parties = await world.parties()
    const draft = await world.build.aDraft(parties)
    await world.block(parties.receiver, draft.caseId)
    await world.send(parties, draft)
    await world.deliverAll()
    expect(await told(parties.colleague)).toHaveLength(1)
    const { rows } = await world.owner.query('SELECT FROM notification WHERE worker_id = $1', [
      parties.receiver.id,
    ])
    expect(rows).toEqual([])
  })

  it('fall silent for whom a conflict of interest is found later', async () => {
    const parties = await world.parties()
    const { caseId } = await world.build.aSentReferral(parties)
    await world.deliverAll()
    await world.block(parties.receiver, caseId)
    expect(await told(parties.receiver)).toEqual([])
    expect(await unread(parties.receiver)).toBe(0)
  })

  it('come once, however often the event is delivered', async () => {
    const parties = await world.parties()
    const { id } = await world.build.aSentReferral(parties)
    await world.deliverAll()
    await world.owner.query(
      'UPDATE outbox_event SET acknowledged_at = NULL WHERE subject_id = $1',
      [id],
    )
    await world.deliverAll()
    await world.owner.query('DELETE FROM inbox_event')
    await world.owner.query(
      'UPDATE outbox_event SET acknowledged_at = NULL WHERE subject_id = $1',
      [id],
    )
    await world.deliverAll()
    expect(await told(parties.receiver)).toHaveLength(1)
  })

  it('do not call to a desk that has answered before the message came', async () => {
    const parties = await world.parties()
    const { id } = await world.build.anAcceptedReferral(parties)
    await world.deliverAll()
    expect(await told(parties.colleague)).toEqual([])
    expect(await told(parties.sender)).toEqual([`referral.accepted ${id}`])
  })

  it('are settled for the colleagues once somebody has answered', async () => {
    const parties = await world.parties()
    const { id } = await world.build.aSentReferral(parties)
    await world.deliverAll()
    await world.find(RejectReferral).run(parties.receiver.actor, id, 4, {
      reason: 'no_capacity',
      note: null,
      suggestedUnitId: null,
    })
    expect(await unread(parties.colleague)).toBe(0)
    expect(await unread(parties.supervisor)).toBe(1)
    await world.deliverAll()
    expect(await unread(parties.supervisor)).toBe(0)
    expect(await told(parties.sender)).toEqual([`referral.rejected ${id}`])
  })

  it('bring the sender every answer, and the handler the end of the loop', async () => {
    const parties = await world.parties()
    const { id, version } = await world.build.aCompletedReferral(parties)
    await world.deliverAll()
    expect((await told(parties.sender)).sort()).toEqual([
      `referral.accepted ${id}`,
      `referral.completed ${id}`,
    ])
    await world
      .find(ConfirmReferral)
      .run(parties.sender.actor, id, version, { received: 'yes', safe: 'yes', helpful: 'yes' })
    await world.deliverAll()
    expect(await told(parties.receiver)).toEqual([`referral.confirmed ${id}`])
  })

  it('tell the handler that the consent is withdrawn or the referral taken back', async () => {
    const parties = await world.parties()
    const withdrawn = await world.build.anAcceptedReferral(parties)
    await world
      .find(WithdrawConsent)
      .run(parties.sender.actor, withdrawn.caseId, withdrawn.consentId)
    const cancelled = await world.build.anAcceptedReferral(parties)
    await world.find(CancelReferral).run(parties.sender.actor, cancelled.id, cancelled.version, {
      code: 'no_longer_needed',
      note: null,
    })
    await world.deliverAll()
    expect((await told(parties.receiver)).sort()).toEqual([
      `consent.withdrawn ${withdrawn.id}`,
      `referral.cancelled ${cancelled.id}`,
    ])
  })

  it('are marked as read by their owner only', async () => {
    const parties = await world.parties()
    const { id } = await world.build.aSentReferral(parties)
    await world.deliverAll()
    const { items } = await world.find(ListNotifications).run(parties.receiver.actor)
    const notification = items[0]?.id ?? ''
    const mark = world.find(MarkNotificationRead)
    await expect(mark.run(parties.colleague.actor, notification)).rejects.toThrow(NotFound)
    expect(await unread(parties.receiver)).toBe(1)

    expect(await mark.run(parties.receiver.actor, notification)).toBe(id)
    expect(await unread(parties.receiver)).toBe(0)
    await world.find(ReadReferral).run(parties.receiver.actor, id)
  })

  it('are all marked at once, each person’s own', async () => {
    const parties = await world.parties()
    await world.build.aSentReferral(parties)
    await world.build.aSentReferral(parties)
    await world.deliverAll()
    await world.find(MarkNotificationRead).all(parties.receiver.actor)
    expect(await unread(parties.receiver)).toBe(0)
    expect(await unread(parties.colleague)).toBe(2)
  })
})
