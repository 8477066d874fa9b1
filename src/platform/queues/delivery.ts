import {
  Injectable,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common'
import { DiscoveryService } from '@nestjs/core'
import { Config } from '../config/config.js'
import { EventConsumer } from '../outbox/event-consumer.js'
import { EventConsumers } from '../outbox/event-consumers.js'
import { QueueEngine } from './queue-engine.js'
import { QueueKeeper } from './queue-keeper.js'
import { Relay } from './relay.js'
import { Scheduler } from './scheduler.js'
import { Sweeper } from './sweeper.js'

/**
 * Delivers while the service runs. A process for the web alone only hands over what its own
 * transactions told, right after they are kept: nobody waits until a worker looks by itself.
 */
@Injectable()
export class Delivery implements OnApplicationBootstrap, BeforeApplicationShutdown {
  constructor(
    private readonly config: Config,
    private readonly discovery: DiscoveryService,
    private readonly consumers: EventConsumers,
    private readonly engine: QueueEngine,
    private readonly keeper: QueueKeeper,
    private readonly relay: Relay,
    private readonly sweeper: Sweeper,
    private readonly scheduler: Scheduler,
  ) {}

  onApplicationBootstrap(): void {
    if (this.config.PROCESS === 'web') {
      this.keeper.start(false)
      this.relay.start()
      return
    }
    for (const { instance } of this.discovery.getProviders())
      if (instance instanceof EventConsumer) this.consumers.add(instance)
    this.start()
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.stop()
  }

  /** Returns at once; deliveries begin as soon as database and queue answer. */
  start(): void {
    this.keeper.start()
    this.relay.start()
    this.sweeper.start()
    this.scheduler.start()
  }

  /** Hands over nothing more, finishes what is under way, then lets the connections go. */
  async stop(): Promise<void> {
    await Promise.all([this.relay.stop(), this.sweeper.stop(), this.scheduler.stop()])
    await this.keeper.stop()
    await this.engine.close()
  }
}
