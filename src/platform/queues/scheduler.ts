import { Injectable, Logger } from '@nestjs/common'
import { Clock } from '../clock/clock.js'
import { describeError } from '../outbox/describe-error.js'
import { DueTimers } from '../schedule/due-timers.js'
import { DeliveryPace } from './delivery-pace.js'
import { Rest } from './rest.js'

/** Rings timers when they are due: at the next due time, and now and then for those set meanwhile. */
@Injectable()
export class Scheduler {
  private readonly log = new Logger('Scheduler')
  private readonly rest = new Rest()
  private isInDoubt = false
  private isStopping = false
  private working: Promise<void> | undefined

  constructor(
    private readonly timers: DueTimers,
    private readonly clock: Clock,
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
    while (!this.isStopping) await this.rest.for(await this.ring())
  }

  /** Milliseconds until it is worth to look again. */
  private async ring(): Promise<number> {
    const { timersEveryMs } = this.pace
    try {
      await this.timers.run(this.clock.now())
      const next = await this.timers.next()
      this.isInDoubt = false
      if (next === null) return timersEveryMs
      const left = next.getTime() - this.clock.now().getTime()
      // What is due and still there is in another worker's hands: no need to hurry.
      return left <= 0 ? timersEveryMs : Math.min(left, timersEveryMs)
    } catch (error) {
      // Nothing is lost meanwhile: what is due stays due.
      if (!this.isInDoubt) this.log.warn(`Timers must wait: ${describeError(error)}`)
      this.isInDoubt = true
      return timersEveryMs
    }
  }
}
