import { DataSource } from 'typeorm'
import { SystemClock } from '../../../src/platform/clock/clock.js'
import type { Keys } from '../../../src/platform/crypto/keys.js'
import { dataSourceOptions } from '../../../src/platform/database/data-source.js'
import { Database, Transactions } from '../../../src/platform/database/transactions.js'
import { DeadLetters } from '../../../src/platform/outbox/dead-letters.js'
import { DeliverEvent } from '../../../src/platform/outbox/deliver-event.js'
import type { EventConsumer } from '../../../src/platform/outbox/event-consumer.js'
import { EventConsumers } from '../../../src/platform/outbox/event-consumers.js'
import { OutboxBell } from '../../../src/platform/outbox/outbox-bell.js'
import { OutboxRows } from '../../../src/platform/outbox/outbox-rows.js'
import { Outbox } from '../../../src/platform/outbox/outbox.js'
import { chooseEngine } from '../../../src/platform/queues/delivery.module.js'
import { DeliveryPace } from '../../../src/platform/queues/delivery-pace.js'
import { QueueKeeper } from '../../../src/platform/queues/queue-keeper.js'
import { Relay } from '../../../src/platform/queues/relay.js'
import { Scheduler } from '../../../src/platform/queues/scheduler.js'
import { Sweeper } from '../../../src/platform/queues/sweeper.js'
import { DueTimers } from '../../../src/platform/schedule/due-timers.js'
import { Schedule } from '../../../src/platform/schedule/schedule.js'

interface Wanted {
  readonly appUrl: string
  readonly keys: Keys
  readonly redisUrl?: string | undefined
  readonly pace?: Partial<DeliveryPace>
}

/** The real classes of delivery, put together by hand, for processes and tests without the rest. */
export const assembleDelivery = async ({ appUrl, keys, redisUrl, pace = {} }: Wanted) => {
  const dataSource = await new DataSource(dataSourceOptions(appUrl, 6)).initialize()
  const transactions = new Transactions(dataSource, keys, new SystemClock())
  const database = new Database()
  const bell = new OutboxBell()
  const rows = new OutboxRows(transactions, database)
  const consumers = new EventConsumers()
  const deliverEvent = new DeliverEvent(transactions, database, consumers)
  const ownPace = DeliveryPace.with(pace)
  const engine = chooseEngine(redisUrl, appUrl, ownPace)
  const keeper = new QueueKeeper(engine, transactions, deliverEvent, ownPace)
  const relay = new Relay(rows, keeper, engine, bell, ownPace)
  const sweeper = new Sweeper(rows, keeper, bell, ownPace)
  const timers = new DueTimers(transactions, database, bell)
  const scheduler = new Scheduler(timers, new SystemClock(), ownPace)

  return {
    transactions,
    database,
    rows,
    deliverEvent,
    keeper,
    timers,
    schedule: new Schedule(database),
    outbox: new Outbox(database, transactions, bell),
    deadLetters: new DeadLetters(transactions, database, bell),
    listenWith: (...added: readonly EventConsumer[]): void => {
      for (const consumer of added) consumers.add(consumer)
    },
    start: (): void => {
      keeper.start()
      relay.start()
      sweeper.start()
      scheduler.start()
    },
    stop: async (): Promise<void> => {
      await Promise.all([relay.stop(), sweeper.stop(), scheduler.stop()])
      await keeper.stop()
      await engine.close()
      await dataSource.destroy()
    },
  }
}

export type AssembledDelivery = Awaited<ReturnType<typeof assembleDelivery>>
