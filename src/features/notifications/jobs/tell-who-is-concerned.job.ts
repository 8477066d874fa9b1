import { Injectable } from '@nestjs/common'
import { Clock } from '../../../platform/clock/clock.js'
import { EventConsumer, type DeliveredEvent } from '../../../platform/outbox/index.js'
import { NotificationsRepository } from '../data/notifications.repository.js'
import { concernsAnybody, weightOf, type Concern } from '../domain/concern.js'
import { Hearings } from '../use-cases/hearing.js'
import { PlanMail } from '../use-cases/plan-mail.js'

/** Tells those whom an event concerns what happened, if it is still true and theirs to know. */
@Injectable()
export class TellWhoIsConcerned extends EventConsumer {
  readonly consumer = 'notifications'

  constructor(
    private readonly hearings: Hearings,
    private readonly notifications: NotificationsRepository,
    private readonly plan: PlanMail,
    private readonly clock: Clock,
  ) {
    super()
  }

  get types(): readonly string[] {
    return this.hearings.types
  }

  async handle(event: DeliveredEvent): Promise<void> {
    for (const hearing of this.hearings.of(event.type))
      for (const concern of await hearing.concerned(event)) await this.tell(event, concern)
  }

  private async tell({ id, type, at }: DeliveredEvent, concern: Concern): Promise<void> {
    const { subject, caseId, settles = [] } = concern
    const outlived = settles.filter((kind) => kind !== type)
    if (outlived.length > 0) await this.notifications.settle(subject.id, outlived, this.clock.now())
    if (!concernsAnybody(concern)) return
    const weight = weightOf(concern)
    const hearers = await this.notifications.hearers(concern, this.clock.now())
    const told = await this.notifications.add(
      hearers.filter((one) => concern.mayHear(one)).map(({ actor }) => actor.workerId),
      { eventId: id, kind: type, weight, caseId, subject, at },
    )
    await this.plan.news(told, weight)
  }
}
