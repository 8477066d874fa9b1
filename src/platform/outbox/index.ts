export {
  DeadLetters,
  type DeadLetter,
  type DeadLetterCount,
  type DeadLetterPosition,
} from './dead-letters.js'
export { givenUpType } from './given-up.js'
export type { DeliveredEvent, DomainEvent, EventData } from './domain-event.js'

export { EventConsumer } from './event-consumer.js'
export { Outbox } from './outbox.js'
