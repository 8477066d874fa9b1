import { Injectable } from '@nestjs/common'
import { decide } from '../../../platform/access/decide.js'
import { Clock } from '../../../platform/clock/clock.js'
import { givenUpType, type DeliveredEvent } from '../../../platform/outbox/index.js'
import { Hearing, type Concern } from '../../notifications/index.js'

/** Whoever looks after the service hears that something could not be delivered, once a type and hour. */
@Injectable()
export class HearOfDeliveries extends Hearing {
  readonly types = [givenUpType]
  readonly pages = { delivery: () => '/admin/dead-letters' }

  constructor(private readonly clock: Clock) {
    super()
  }

  async concerned({ subjectId, data }: DeliveredEvent): Promise<readonly Concern[]> {
    const type = data['type']
    return [
      {
        subject: { type: 'delivery', id: subjectId },
        caseId: null,
        workerIds: [],
        deskUnitId: null,
        everybodyInRole: 'system-admin',
        // That mail cannot be sent is not told by mail.
        asksForDeed: !(typeof type === 'string' && type.startsWith('notification.')),
        mayHear: ({ actor }) => decide(actor, 'delivery.watch', { now: this.clock.now() }).allowed,
      },
    ]
  }
}
