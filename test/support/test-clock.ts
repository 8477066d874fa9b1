import { Clock } from '../../src/platform/clock/clock.js'

/** Shows the machine's time until it is told to come to a later one; from there it goes on. */
export class TestClock extends Clock {
  private ahead = 0

  now(): Date {
    return new Date(Date.now() + this.ahead)
  }

  /** Never goes back. */
  comeTo(moment: Date): void {
    this.ahead = Math.max(this.ahead, moment.getTime() - Date.now())
  }
}
