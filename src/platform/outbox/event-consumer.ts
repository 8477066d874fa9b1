import type { DeliveredEvent } from './domain-event.js'

/**
 * Acts on events, once each. Extend it, list the class among a module's providers, and it is found.
 * Events arrive in no promised order: look at the present state of the subject.
 */
export abstract class EventConsumer {
  /** Unique and never renamed: under this name the inbox remembers what was done. */
  abstract readonly consumer: string
  abstract readonly types: readonly string[]

  /**
   * Runs in a transaction of `system('delivery')`, together with the inbox row: what it writes
   * through `Database` is kept once or not at all. A throw means another try later.
   */
  abstract handle(event: DeliveredEvent): Promise<void>

  /**
   * For what happens outside the database, where no transaction reaches: mail. Runs before `handle`
   * and in no transaction, so that nothing is held while another server thinks. What it did is
   * remembered only afterwards: it may be asked again for the same event and must then see by the
   * event's id what it has done. A throw means another try later.
   */
  actOutside?(event: DeliveredEvent): Promise<void>
}
