import { Injectable } from '@nestjs/common'
import { EventConsumer, type DeliveredEvent } from '../../../platform/outbox/index.js'
import { ConsentClocks } from '../use-cases/consent-clocks.js'

/** What happens by itself when the time of a consent, or of an answer about it, has run out. */
@Injectable()
export class ConsentClocksRing extends EventConsumer {
  readonly consumer = 'consents'
  readonly types = ['consent.expired', 'consent.approval-overdue']

  constructor(private readonly clocks: ConsentClocks) {
    super()
  }

  handle({ type, subjectId }: DeliveredEvent): Promise<void> {
    return type === 'consent.expired'
      ? this.clocks.consentEnded(subjectId)
      : this.clocks.approvalIsLate(subjectId)
  }
}
