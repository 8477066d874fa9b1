import { Injectable } from '@nestjs/common'
import { EventConsumer, Outbox, type DeliveredEvent } from '../../../platform/outbox/index.js'
import { StopsOutside } from '../data/stops-outside.js'
import { tellByPhone } from '../domain/exchange.events.js'

/** A consent has ended: for each unit outside that stood on it, somebody has to call there. */
@Injectable()
export class AskToCall extends EventConsumer {
  readonly consumer = 'exchange'
  readonly types = ['consent.withdrawn', 'consent.expired']

  constructor(
    private readonly stops: StopsOutside,
    private readonly outbox: Outbox,
  ) {
    super()
  }

  async handle({ subjectId }: DeliveredEvent): Promise<void> {
    const stops = await this.stops.ofConsent(subjectId)
    await this.outbox.add(...stops.map(({ referralId, caseId }) => tellByPhone(referralId, caseId)))
  }
}
