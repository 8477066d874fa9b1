import { Injectable } from '@nestjs/common'
import { EventConsumer, type DeliveredEvent } from '../../../platform/outbox/index.js'
import { FollowClocks } from '../use-cases/follow-clocks.js'

/** A step of a referral's clocks may be due. */
@Injectable()
export class FollowClocksOnTime extends EventConsumer {
  readonly consumer = 'referral-clocks'
  readonly types = ['referral.clock']

  constructor(private readonly followClocks: FollowClocks) {
    super()
  }

  async handle({ subjectId }: DeliveredEvent): Promise<void> {
    await this.followClocks.run(subjectId)
  }
}
