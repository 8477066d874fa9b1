import { Injectable, Logger } from '@nestjs/common'
import { describeError } from '../outbox/describe-error.js'
import { OutboxBell } from '../outbox/outbox-bell.js'
import { OutboxRows, type HandOver } from '../outbox/outbox-rows.js'
import { DeliveryPace } from './delivery-pace.js'
import type { OpenQueue } from './queue-engine.js'
import { QueueKeeper } from './queue-keeper.js'
import { Rest } from './rest.js'

const limit = 200
const forgetEveryMs = 3_600_000

/** Finds events that were handed over and never came through, even if the whole queue was lost. */
@Injectable()
export class Sweeper {
  private readonly log = new Logger('Sweeper')
  private readonly rest = new Rest()
  private isStopping = false
  private working: Promise<void> | undefined
  private lastForgotten = -Infinity

  constructor(
    private readonly rows: OutboxRows,
    private readonly keeper: QueueKeeper,
    private readonly bell: OutboxBell,
    private readonly pace: DeliveryPace,
  ) {}

  start(): void {
    this.isStopping = false
    this.working ??= this.work()
  }

  async stop(): Promise<void> {
    this.isStopping = true
    this.rest.end()
    await this.working
    this.working = undefined
  }

  private async work(): Promise<void> {
    while (!this.isStopping) {
      try {
        const { queue } = this.keeper
        if (queue !== undefined) await this.sweep(queue)
      } catch (error) {
        this.log.warn(`Sweeping must wait: ${describeError(error)}`)
      }
      await this.rest.for(this.pace.sweepEveryMs)
    }
  }

  private async sweep(queue: OpenQueue): Promise<void> {
    const late = await this.rows.overdue(
      this.pace.overdueSeconds,
      this.pace.backoffMs / 1000,
      limit,
    )
    const held: HandOver[] = []
    const lost: HandOver[] = []
    for (const event of late) ((await queue.holds(event)) ? held : lost).push(event)

    // A long queue is not a lost one: what it still holds must not be handed over twice.
    if (held.length > 0) await this.rows.stillQueued(held)
    if (lost.length > 0) {
      const again = await this.rows.handOverAgain(lost)
      this.log.warn(`${again} events were lost on the way and are handed over again`)
      this.bell.ring()
    }
    if (performance.now() - this.lastForgotten > forgetEveryMs) {
      await this.rows.forgetOldAnswers()
      this.lastForgotten = performance.now()
    }
  }
}
