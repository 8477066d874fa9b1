import { Injectable, Logger } from '@nestjs/common'
import { system } from '../access/actor.js'
import { DatabaseAway } from '../database/database-away.js'
import { statement } from '../database/statement.js'
import { Database, Transactions } from '../database/transactions.js'
import { describeError } from './describe-error.js'
import type { DeliveredEvent } from './domain-event.js'
import type { EventConsumer } from './event-consumer.js'
import { EventConsumers } from './event-consumers.js'
import { alarmIdOf, givenUpType, raiseAlarm } from './given-up.js'

/** After this many failed tries an event is given up and shown as a dead letter. */
export const maxAttempts = 8

/** The event could not be delivered this time. */
export class DeliveryFailed extends Error {
  /** @param isFinal no further try will be made */
  constructor(
    reason: string,
    readonly isFinal: boolean,
  ) {
    super(reason)
    this.name = 'DeliveryFailed'
  }
}

const load = statement(
  'outbox.load',
  `SELECT id, type, subject_id AS "subjectId", case_id AS "caseId", payload AS data,
          created_at AS at
     FROM outbox_event WHERE id = $1 AND acknowledged_at IS NULL AND failed_at IS NULL`,
)
// Waits for another worker that holds the same event; if that one commits, nothing is inserted.
const remember = statement(
  'inbox.remember',
  'INSERT INTO inbox_event (consumer, event_id) VALUES ($1, $2) ON CONFLICT DO NOTHING',
)
const isRemembered = statement(
  'inbox.is-remembered',
  'SELECT 1 AS known FROM inbox_event WHERE consumer = $1 AND event_id = $2',
)
const acknowledge = statement(
  'outbox.acknowledge',
  'UPDATE outbox_event SET acknowledged_at = now() WHERE id = $1 AND acknowledged_at IS NULL',
)
const countFailure = statement(
  'outbox.count-failure',
  `UPDATE outbox_event
      SET attempts = attempts + 1, last_error = $2, dispatched_at = now(),
          failed_at = CASE WHEN attempts + 1 >= $3 THEN now() END
    WHERE id = $1 AND acknowledged_at IS NULL AND failed_at IS NULL
    RETURNING failed_at IS NOT NULL AS "isFinal"`,
)

/**
 * Brings one event to all who act on it, each in a transaction of its own that also remembers the
 * event, so that a second delivery, at any time and by any worker, does nothing.
 */
@Injectable()
export class DeliverEvent {
  private readonly log = new Logger('Delivery')

  constructor(
    private readonly transactions: Transactions,
    private readonly database: Database,
    private readonly consumers: EventConsumers,
  ) {}

  /** @throws DeliveryFailed when a consumer failed; what the others did stays done. */
  async run(eventId: string): Promise<void> {
    const event = await this.inTransaction(() =>
      this.database.first<DeliveredEvent>(load, [eventId]),
    )
    if (event === undefined) return

    const consumers = this.consumers.of(event.type)
    const failures: unknown[] = []
    for (const [index, consumer] of consumers.entries()) {
      const isLast = index === consumers.length - 1
      try {
        await this.actOutside(consumer, event)
        await this.inTransaction(async () => {
          await this.actOnce(consumer, event)
          if (isLast && failures.length === 0) await this.database.change(acknowledge, [event.id])
        })
      } catch (error) {
        failures.push(error)
        this.log.warn(`${consumer.consumer} failed on ${event.id}: ${describeError(error)}`)
      }
    }
    if (failures.length > 0) return this.fail(event, failures)
    // Workers are renewed before those who tell, so nobody listening means that nobody wants it.
    if (consumers.length === 0)
      await this.inTransaction(() => this.database.change(acknowledge, [event.id]))
  }

  private async actOutside(consumer: EventConsumer, event: DeliveredEvent): Promise<void> {
    if (consumer.actOutside === undefined) return
    const known = await this.inTransaction(() =>
      this.database.first(isRemembered, [consumer.consumer, event.id]),
    )
    if (known === undefined) await consumer.actOutside(event)
  }

  private async actOnce(consumer: EventConsumer, event: DeliveredEvent): Promise<void> {
    const isNew = await this.database.change(remember, [consumer.consumer, event.id])
    if (isNew === 1) await consumer.handle(event)
  }

  private async fail(
    { id: eventId, type }: DeliveredEvent,
    failures: readonly unknown[],
  ): Promise<never> {
    // An absent database says nothing about the event: the try does not count.
    const own = failures.find((error) => !(error instanceof DatabaseAway))
    if (own === undefined) throw new DeliveryFailed(describeError(failures[0]), false)
    const reason = describeError(own)
    const isFinal = await this.inTransaction(async () => {
      const counted = await this.database.first<{ isFinal: boolean }>(countFailure, [
        eventId,
        reason,
        maxAttempts,
      ])
      if (counted?.isFinal !== true) return false
      if (type !== givenUpType)
        await this.database.change(raiseAlarm, [
          alarmIdOf(type, new Date()),
          givenUpType,
          eventId,
          type,
        ])
      return true
    })
    if (isFinal)
      this.log.error(`${type} ${eventId} was given up after ${maxAttempts} tries: ${reason}`)
    throw new DeliveryFailed(reason, isFinal)
  }

  private inTransaction<Result>(work: () => Promise<Result>): Promise<Result> {
    return this.transactions.run(system('delivery'), work)
  }
}
