import { Clock } from '../../src/platform/clock/clock.js'

/** Shows the machine's time until it is told another; it goes on from there, or stands. */
export class TestClock extends Clock {
  private ahead = 0
  private standing: Date | null = null

  now(): Date {
    return this.standing ?? new Date(Date.now() + this.ahead)
  }

  /** Any moment, also a past one, for what happens on a day with a date; it stands there. */
  standAt(moment: Date): void {
    this.standing = moment
  }

  /** Never goes back. */
  comeTo(moment: Date): void {
    if (this.standing === null) this.ahead = Math.max(this.ahead, moment.getTime() - Date.now())
    else if (moment > this.standing) this.standing = moment
  }
}
