export { DeadLetters, type DeadLetterCount } from './dead-letters.js'
export type { DeliveredEvent, DomainEvent, EventData } from './domain-event.js'

export { EventConsumer } from './event-consumer.js'
export { Outbox } from './outbox.js'
