import { Injectable } from '@nestjs/common'
import { EventConsumer, type DeliveredEvent } from '../../../platform/outbox/index.js'
import { referralEventTypes } from '../../referrals/index.js'
import { ReportFacts } from '../data/report-facts.js'

/** Keeps the figures up to date: each event makes the worker read its referral as it stands now. */
@Injectable()
export class CountReferrals extends EventConsumer {
  readonly consumer = 'reports'
  readonly types = referralEventTypes

  constructor(private readonly facts: ReportFacts) {
    super()
  }

  handle({ subjectId }: DeliveredEvent): Promise<void> {
    return this.facts.takeIn(subjectId)
  }
}
