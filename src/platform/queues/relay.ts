import { Injectable, Logger } from '@nestjs/common'
import { describeError } from '../outbox/describe-error.js'
import { OutboxBell } from '../outbox/outbox-bell.js'
import { OutboxRows } from '../outbox/outbox-rows.js'
import { DeliveryPace } from './delivery-pace.js'
import { QueueEngine, type OpenQueue } from './queue-engine.js'
import { QueueKeeper } from './queue-keeper.js'
import { Rest } from './rest.js'

/** Hands committed events to the queue: at once when the bell rings, else at the next look. */
@Injectable()
export class Relay {
  private readonly log = new Logger('Relay')
  private readonly rest = new Rest()
  private isInDoubt = false
  private isStopping = false
  private working: Promise<void> | undefined
  private stopListening: () => void = () => undefined

  constructor(
    private readonly rows: OutboxRows,
    private readonly keeper: QueueKeeper,
    private readonly engine: QueueEngine,
    private readonly bell: OutboxBell,
    private readonly pace: DeliveryPace,
  ) {}

  start(): void {
    this.isStopping = false
    this.stopListening = this.bell.onRing(() => this.rest.end())
    this.working ??= this.work()
  }

  async stop(): Promise<void> {
    this.isStopping = true
    this.stopListening()
    this.rest.end()
    await this.working
    this.working = undefined
  }

  private async work(): Promise<void> {
    while (!this.isStopping) {
      const { queue } = this.keeper
      const isMoreToDo = queue !== undefined && (await this.handOver(queue))
      if (!isMoreToDo) await this.rest.for(this.pace.lookEveryMs)
    }
  }

  /** One trip. Tells whether there may be more to hand over. */
  private async handOver(queue: OpenQueue): Promise<boolean> {
    try {
      // After a failure the queue is asked first, so that rows do not move to and fro meanwhile.
      if (this.isInDoubt) await this.engine.answers()
      const events = await this.rows.claim(this.pace.batch)
      if (events.length > 0) {
        // Given back at once; if even that fails, the sweeper finds them.
        await queue.add(events).catch(async (error: unknown) => {
          await this.rows.giveBack(events)
          throw error
        })
      }
      this.isInDoubt = false
      return events.length === this.pace.batch
    } catch (error) {
      if (!this.isInDoubt) this.log.warn(`Handing over must wait: ${describeError(error)}`)
      // Twice in a row: the queue itself may be stuck in a state it does not leave by itself.
      else this.keeper.suspect(asError(error))
      this.isInDoubt = true
      return false
    }
  }
}

const asError = (error: unknown): Error =>
  error instanceof Error ? error : new Error('unknown trouble', { cause: error })
