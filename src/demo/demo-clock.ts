import { AsyncLocalStorage } from 'node:async_hooks'
import { Clock } from '../platform/clock/clock.js'

/**
 * A clock that shows another day to those who tell a story, each their own; to everybody else –
 * deliveries, the sealing of the trail – it shows the machine's time.
 */
export class DemoClock extends Clock {
  private readonly shown = new AsyncLocalStorage<Date>()

  now(): Date {
    return this.shown.getStore() ?? new Date()
  }

  /** Runs `work` as if it were that moment. */
  at<Result>(moment: Date, work: () => Promise<Result>): Promise<Result> {
    return this.shown.run(moment, work)
  }
}
