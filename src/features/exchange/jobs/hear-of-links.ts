import { Injectable } from '@nestjs/common'
import { decide } from '../../../platform/access/decide.js'
import { Clock } from '../../../platform/clock/clock.js'
import type { DeliveredEvent } from '../../../platform/outbox/index.js'
import { Hearing, type Concern, type PathOf } from '../../notifications/index.js'
import { ReferralReading } from '../../referrals/index.js'
import { ExternalDoors } from '../data/external-doors.js'
import { exchangeEventTypes } from '../domain/exchange.events.js'

/** The sender hears when a link is locked, and when it has run out while the referral still waits. */
@Injectable()
export class HearOfLinks extends Hearing {
  readonly types: readonly string[] = exchangeEventTypes
  readonly pages: Readonly<Record<string, PathOf>> = {}

  constructor(
    private readonly doors: ExternalDoors,
    private readonly referrals: ReferralReading,
    private readonly clock: Clock,
  ) {
    super()
  }

  async concerned({ type, subjectId }: DeliveredEvent): Promise<readonly Concern[]> {
    const now = this.clock.now()
    const trouble = await this.doors.trouble(subjectId, now)
    const parties = await this.referrals.parties(subjectId)
    // Taken back, made anew or answered meanwhile: nothing is waited for.
    if (parties === undefined || type !== `exchange.link-${trouble ?? ''}`) return []
    return [
      {
        subject: { type: 'referral', id: parties.id },
        caseId: parties.caseId,
        workerIds: [parties.fromWorkerId],
        deskUnitId: null,
        urgent: parties.urgency === 'emergency',
        asksForDeed: true,
        mayHear: ({ actor, case: facts }) =>
          decide(actor, 'exchange.read', { now, case: facts }).allowed,
      },
    ]
  }
}
