import { Injectable } from '@nestjs/common'
import { decide } from '../../../platform/access/decide.js'
import { Clock } from '../../../platform/clock/clock.js'
import type { DeliveredEvent } from '../../../platform/outbox/index.js'
import { Hearing, type Concern, type PathOf } from '../../notifications/index.js'
import { ReferralReading } from '../../referrals/index.js'
import { StopsOutside } from '../data/stops-outside.js'

const call = 'exchange.tell-by-phone'

/**
 * Who sent a referral to a unit outside hears that it has to be called, since nobody there reads
 * anything; and nobody any more once somebody has called.
 */
@Injectable()
export class HearOfStops extends Hearing {
  readonly types: readonly string[] = [call, 'referral.told-by-phone']
  readonly pages: Readonly<Record<string, PathOf>> = {}

  constructor(
    private readonly stops: StopsOutside,
    private readonly referrals: ReferralReading,
    private readonly clock: Clock,
  ) {
    super()
  }

  async concerned({ type, subjectId }: DeliveredEvent): Promise<readonly Concern[]> {
    const parties = await this.referrals.parties(subjectId)
    if (parties === undefined) return []
    const isOpen = await this.stops.isOpen(subjectId)
    return [
      {
        subject: { type: 'referral', id: parties.id },
        caseId: parties.caseId,
        workerIds: isOpen && type === call ? [parties.fromWorkerId] : [],
        deskUnitId: null,
        urgent: parties.urgency === 'emergency',
        asksForDeed: true,
        settles: isOpen ? [] : [call],
        mayHear: ({ actor, case: facts }) =>
          decide(actor, 'referral.tell-by-phone', { now: this.clock.now(), case: facts }).allowed,
      },
    ]
  }
}
