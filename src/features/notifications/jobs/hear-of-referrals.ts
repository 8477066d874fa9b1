import { Injectable } from '@nestjs/common'
import { decide } from '../../../platform/access/decide.js'
import { Clock } from '../../../platform/clock/clock.js'
import type { DeliveredEvent } from '../../../platform/outbox/index.js'
import { Directory } from '../../directory/index.js'
import { ReferralReading, type ReferralParties } from '../../referrals/index.js'
import type { Concern } from '../domain/concern.js'
import {
  callsToTheDesk,
  concernedBy,
  heardEvents,
  isHeard,
  type HeardEvent,
} from '../domain/who-hears.js'
import { Hearing, type PathOf } from '../use-cases/hearing.js'

/** Whom it concerns that something happened to a referral, or to the consent it stands on. */
@Injectable()
export class HearOfReferrals extends Hearing {
  readonly types: readonly string[] = heardEvents
  readonly pages: Readonly<Record<string, PathOf>> = {
    referral: (id) => `/referrals/${id}`,
    escalation: () => '/escalations',
  }

  constructor(
    private readonly referrals: ReferralReading,
    private readonly directory: Directory,
    private readonly clock: Clock,
  ) {
    super()
  }

  async concerned(event: DeliveredEvent): Promise<readonly Concern[]> {
    if (!isHeard(event.type)) return []
    const concerns: Concern[] = []
    for (const parties of await this.referralsOf(event.type, event.subjectId))
      concerns.push(await this.concernOf(event.type, event, parties))
    return concerns
  }

  private async referralsOf(type: HeardEvent, subjectId: string): Promise<ReferralParties[]> {
    if (type === 'consent.withdrawn' || type === 'consent.expired')
      return this.referrals.standingOn(subjectId)
    const parties = await this.referrals.parties(subjectId)
    return parties === undefined ? [] : [parties]
  }

  private async concernOf(
    type: HeardEvent,
    { data }: DeliveredEvent,
    parties: ReferralParties,
  ): Promise<Concern> {
    const { coordinationOverUnitId, ...concerned } = concernedBy(
      type,
      parties,
      data['level'],
      data['reaches'],
    )
    const common = {
      caseId: parties.caseId,
      urgent: parties.urgency === 'emergency' && concerned.asksForDeed,
      settles: parties.status === 'requested' ? [] : callsToTheDesk,
    }
    if (coordinationOverUnitId !== null) {
      const unit = await this.directory.unit(coordinationOverUnitId)
      return {
        ...concerned,
        ...common,
        subject: { type: 'escalation', id: parties.id },
        coordinatorsOfProvince: unit?.provinceCode ?? null,
        mayHear: ({ actor, case: facts }) =>
          decide(actor, 'escalation.read', { now: this.clock.now(), case: facts }).allowed,
      }
    }
    return {
      ...concerned,
      ...common,
      subject: { type: 'referral', id: parties.id },
      mayHear: ({ actor, case: facts }) =>
        decide(actor, 'referral.read', { now: this.clock.now(), case: facts, referral: parties })
          .allowed,
    }
  }
}
