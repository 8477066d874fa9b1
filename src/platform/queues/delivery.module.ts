import { Global, Module, type DynamicModule } from '@nestjs/common'
import { DiscoveryModule } from '@nestjs/core'
import { Config } from '../config/config.js'
import { DeadLetters } from '../outbox/dead-letters.js'
import { DeliverEvent } from '../outbox/deliver-event.js'
import { EventConsumers } from '../outbox/event-consumers.js'
import { OutboxBell } from '../outbox/outbox-bell.js'
import { OutboxRows } from '../outbox/outbox-rows.js'
import { Outbox } from '../outbox/outbox.js'
import { DueTimers } from '../schedule/due-timers.js'
import { Schedule } from '../schedule/schedule.js'
import { Delivery } from './delivery.js'
import { DeliveryPace } from './delivery-pace.js'
import { PostgresEngine } from './postgres-engine.js'
import { QueueEngine } from './queue-engine.js'
import { QueueKeeper } from './queue-keeper.js'
import { RedisEngine } from './redis-engine.js'
import { Relay } from './relay.js'
import { Scheduler } from './scheduler.js'
import { Sweeper } from './sweeper.js'

interface Runtime {
  readonly config: Config
  /** The service's own connection to the database. */
  readonly appUrl: string
  readonly pace?: DeliveryPace
}

/** Redis where there is one, else the database. */
export const chooseEngine = (
  redisUrl: string | undefined,
  appUrl: string,
  pace: DeliveryPace,
): QueueEngine =>
  redisUrl === undefined ? new PostgresEngine(appUrl, pace) : new RedisEngine(redisUrl, pace)

/** Events from the outbox to those who act on them. Needs the platform module beside it. */
@Global()
@Module({})
export class DeliveryModule {
  static for({ config, appUrl, pace = paceFor(config) }: Runtime): DynamicModule {
    return {
      module: DeliveryModule,
      imports: [DiscoveryModule],
      providers: [
        { provide: DeliveryPace, useValue: pace },
        { provide: QueueEngine, useFactory: () => chooseEngine(config.REDIS_URL, appUrl, pace) },
        OutboxBell,
        Outbox,
        OutboxRows,
        DeadLetters,
        EventConsumers,
        DeliverEvent,
        QueueKeeper,
        Relay,
        Sweeper,
        Schedule,
        DueTimers,
        Scheduler,
        Delivery,
      ],
      exports: [Outbox, Schedule, DueTimers, DeadLetters, DeliverEvent, Delivery],
    }
  }
}

// Deliveries take at most half of the connections: people wait for the other half.
const paceFor = ({ DATABASE_POOL }: Config): DeliveryPace =>
  DeliveryPace.with({ concurrency: Math.max(1, Math.floor(DATABASE_POOL / 2)) })
