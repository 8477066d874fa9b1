import { Injectable } from '@nestjs/common'
import { EventConsumer } from './event-consumer.js'

/** Who acts on what. */
@Injectable()
export class EventConsumers {
  private readonly byName = new Map<string, EventConsumer>()

  /** @throws when two consumers share a name, since the inbox would take one for the other. */
  add(consumer: EventConsumer): void {
    const known = this.byName.get(consumer.consumer)
    if (known !== undefined && known !== consumer)
      throw new Error(`Two event consumers are called "${consumer.consumer}"`)
    this.byName.set(consumer.consumer, consumer)
  }

  of(type: string): readonly EventConsumer[] {
    return [...this.byName.values()].filter(({ types }) => types.includes(type))
  }
}
