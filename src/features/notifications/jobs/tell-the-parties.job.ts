import { Injectable } from '@nestjs/common'
import { decide, managementBit } from '../../../platform/access/decide.js'
import { Clock } from '../../../platform/clock/clock.js'
import { EventConsumer, type DeliveredEvent } from '../../../platform/outbox/index.js'
import { ReferralReading, type ReferralParties } from '../../referrals/index.js'
import { NotificationsRepository, type Hearer } from '../data/notifications.repository.js'
import { concernedBy, heardEvents, isHeard, type HeardEvent } from '../domain/who-hears.js'

/** Tells the parties of a referral what happened to it, if it is still true and theirs to know. */
@Injectable()
export class TellTheParties extends EventConsumer {
  readonly consumer = 'notifications'
  readonly types: readonly string[] = heardEvents

  constructor(
    private readonly referrals: ReferralReading,
    private readonly notifications: NotificationsRepository,
    private readonly clock: Clock,
  ) {
    super()
  }

  async handle(event: DeliveredEvent): Promise<void> {
    if (!isHeard(event.type)) return
    for (const parties of await this.referralsOf(event.type, event.subjectId))
      await this.tell(event.type, event, parties)
  }

  private async referralsOf(type: HeardEvent, subjectId: string): Promise<ReferralParties[]> {
    if (type === 'consent.withdrawn') return this.referrals.standingOn(subjectId)
    const parties = await this.referrals.parties(subjectId)
    return parties === undefined ? [] : [parties]
  }

  private async tell(
    kind: HeardEvent,
    { id, at }: DeliveredEvent,
    parties: ReferralParties,
  ): Promise<void> {
    if (parties.status !== 'requested')
      await this.notifications.settle(parties.id, this.clock.now())
    const concerned = concernedBy(kind, parties)
    if (concerned.workerIds.length === 0 && concerned.deskUnitId === null) return
    const hearers = await this.notifications.hearers(parties.caseId, concerned)
    await this.notifications.add(
      hearers.filter((hearer) => this.mayKnow(hearer, parties)).map(({ actor }) => actor.workerId),
      { eventId: id, kind, caseId: parties.caseId, referralId: parties.id, at },
    )
  }

  private mayKnow({ actor, blocked, sealed, manages }: Hearer, parties: ReferralParties): boolean {
    const now = this.clock.now()
    const lead = {
      reason: 'lead',
      sections: managementBit,
      mayWrite: true,
      validUntil: new Date(now.getTime() + 1),
    } as const
    return decide(actor, 'referral.read', {
      now,
      case: { blocked, sealed, grants: manages ? [lead] : [] },
      referral: parties,
    }).allowed
  }
}
