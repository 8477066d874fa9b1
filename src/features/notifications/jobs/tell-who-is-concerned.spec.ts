import { beforeAll, describe, expect, it } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import { system } from '../../../platform/access/actor.js'
import { DeliverEvent } from '../../../platform/outbox/deliver-event.js'
import { Outbox } from '../../../platform/outbox/index.js'
import { isSentence } from '../../../ui/translate.js'
import { Hearings } from '../use-cases/hearing.js'
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
import { TellWhoIsConcerned } from './tell-who-is-concerned.job.js'
import { UnreadNotifications } from '../use-cases/unread-notifications.js'

describe('notifications', () => {
  const referrals = useReferrals()
  let world: ReferralWorld

  beforeAll(() => {
    world = referrals()
  })

  const told = async ({ actor }: AtWork) =>
    (await world.find(ListNotifications).run(actor)).items.map(
      ({ kind, subject }) => `${kind} ${subject.id}`,
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

  it('come once, however many workers tell at the same time, and even without their memory', async () => {
    const parties = await world.parties()
    const { id } = await world.build.aSentReferral(parties)
    const { rows } = await world.owner.query<{ id: string }>(
      'SELECT id FROM outbox_event WHERE subject_id = $1',
      [id],
    )
    const [event] = rows
    const deliver = world.find(DeliverEvent)
    await Promise.all([1, 2, 3, 4].map(() => deliver.run(event?.id ?? '')))
    // The table alone refuses doubles, too: the same event told by two who know nothing of each other.
    const teller = world.find(TellWhoIsConcerned)
    const again = { id: event?.id ?? '', type: 'referral.requested', subjectId: id }
    await Promise.all(
      [1, 2, 3, 4].map(() =>
        world
          .find(Transactions)
          .run(system('delivery'), () =>
            teller.handle({ ...again, caseId: null, data: {}, at: new Date() }),
          ),
      ),
    )
    for (const who of [parties.receiver, parties.colleague]) expect(await told(who)).toHaveLength(1)
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

    expect(await mark.run(parties.receiver.actor, notification)).toBe(`/referrals/${id}`)
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

  /** Tells what another part of the service would tell. */
  const happens = async (type: string, id: string, caseId: string, data = {}): Promise<void> => {
    await world
      .find(Transactions)
      .run(system('schedule'), () => world.find(Outbox).add({ type, subjectId: id, caseId, data }))
    await world.deliverAll()
  }

  it('of a clock that ran out reach the supervisors, and coordinators without a case', async () => {
    const parties = await world.parties()
    const coordinator = await world.aWorker(parties.receiver.unit, ['coordinator'])
    const { id, caseId } = await world.build.aSentReferral(parties)
    await happens('referral.escalated', id, caseId, { clock: 'answer', level: 'supervisor' })
    expect(await told(parties.supervisor)).toContain(`referral.escalated ${id}`)
    expect(await told(parties.receiver)).not.toContain(`referral.escalated ${id}`)
    expect(await told(coordinator)).toEqual([])

    await happens('referral.escalated', id, caseId, { clock: 'answer', level: 'coordination' })
    const { items } = await world.find(ListNotifications).run(coordinator.actor)
    expect(items).toMatchObject([
      { kind: 'referral.escalated', subject: { type: 'escalation' }, referral: null },
    ])
    expect(await unread(coordinator)).toBe(1)
  })

  it('reach the unit of somebody who works here no longer', async () => {
    const parties = await world.parties()
    const { id, caseId } = await world.build.anAcceptedReferral(parties)
    await world.deliverAll()
    await world.owner.query('UPDATE worker SET active = false WHERE id = $1', [parties.sender.id])
    await happens('referral.held', id, caseId)
    // The supervisors of the sender's unit see the case; its other caseworkers do not.
    expect(await told(parties.sendersSupervisor)).toEqual([`referral.held ${id}`])
    expect(await told(parties.sendersColleague)).toEqual([])
  })

  it('reach the unit of somebody who is away for a time, and that person too', async () => {
    const parties = await world.parties()
    const { id, caseId } = await world.build.anAcceptedReferral(parties)
    await world.deliverAll()
    await world.owner.query(
      `INSERT INTO worker_absence (id, worker_id, starts_at, ends_at, recorded_by, recorded_at)
       VALUES (gen_random_uuid(), $1, now() - interval '1 day', now() + interval '1 day', $1, now())`,
      [parties.receiver.id],
    )
    await happens('referral.cancel-asked', id, caseId)
    for (const who of [parties.receiver, parties.supervisor])
      expect(await told(who)).toContain(`referral.cancel-asked ${id}`)
    expect(await told(parties.sendersSupervisor)).toEqual([])
  })

  it('do not reach the unit of somebody who is gone where the case is sealed', async () => {
    const parties = await world.parties()
    const { id, caseId } = await world.build.anAcceptedReferral(parties)
    await world.deliverAll()
    await world.owner.query('UPDATE cases SET sealed = true WHERE id = $1', [caseId])
    await world.owner.query('SELECT guard.project_case($1)', [caseId])
    await world.owner.query('UPDATE worker SET active = false WHERE id = $1', [parties.sender.id])
    await happens('referral.held', id, caseId)
    expect(await told(parties.sendersSupervisor)).toEqual([])
  })

  it('are one for one event and worker, also where consent ends several referrals', async () => {
    const parties = await world.parties()
    const { id, caseId, consentId } = await world.build.anAcceptedReferral(parties)
    await world.deliverAll()
    await world.owner.query(
      `INSERT INTO referral SELECT r.* FROM referral o, jsonb_populate_record(o,
         jsonb_build_object('id', gen_random_uuid(), 'number', o.number || '-B')) r WHERE o.id = $1`,
      [id],
    )
    await happens('consent.expired', consentId, caseId)
    expect(await told(parties.receiver)).toHaveLength(1)
  })

  it('have a sentence for everything anybody is told of, and a page for every subject', async () => {
    const hearings = world.find(Hearings)
    for (const type of hearings.types)
      expect({ type, said: isSentence(`notifications.kind.${type}`) }).toEqual({ type, said: true })
    const { rows } = await world.owner.query<{ type: string }>(
      'SELECT type FROM notification_subject',
    )
    for (const { type } of rows)
      expect({ type, path: hearings.pathOf({ type, id: randomUUID() }, randomUUID()) }).not.toEqual(
        {
          type,
          path: '/notifications',
        },
      )
  })

  it('of what is not theirs to see are neither shown nor counted', async () => {
    const parties = await world.parties()
    const { id } = await world.build.aSentReferral(parties)
    await world.deliverAll()
    await world.owner.query(
      `UPDATE notification SET subject_type = 'escalation' WHERE worker_id = $1`,
      [parties.receiver.id],
    )
    expect(await told(parties.receiver)).toEqual([])
    expect(await unread(parties.receiver)).toBe(0)
    expect(await told(parties.colleague)).toEqual([`referral.requested ${id}`])
  })
})
