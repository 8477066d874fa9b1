import { addDays, localTimeOf, startOfDay, weekdayOf } from '../platform/clock/local-time.js'
import { Chance } from './random.js'

const hour = 3_600_000
const minute = 60_000
const opens = 8 * 60
const closes = 16 * 60 + 45

/** When things happened, told back from the moment at which the world is made. */
export class Timeline {
  private readonly chance: Chance

  constructor(
    private readonly made: Date,
    story: number,
  ) {
    this.chance = new Chance(story)
  }

  /** So long ago; what is days ago is put into the working hours of a working day before it. */
  ago(hours: number): Date {
    const moment = new Date(this.made.getTime() - hours * hour)
    return hours < 72 ? moment : this.atWorkBefore(moment)
  }

  /** Between so many hours later, at work, and in any case later and not still to come. */
  after(moment: Date, least: number, most: number): Date {
    const later = moment.getTime() + (least + this.chance.next() * (most - least)) * hour
    const seemly = this.atWorkAfter(new Date(later)).getTime()
    const latest = this.made.getTime() - minute
    const chosen = seemly < latest ? seemly : Math.min(later, latest)
    return new Date(Math.max(chosen, moment.getTime() + minute))
  }

  /** Nine o'clock on the first working day after the world is made. */
  nextMorning(): Date {
    let day = addDays(localTimeOf(this.made).date, 1)
    while (weekdayOf(day) > 5) day = addDays(day, 1)
    return new Date(startOfDay(day).getTime() + 9 * hour)
  }

  /** Minutes before, for what leads up to something. */
  before(moment: Date, minutes: number): Date {
    return new Date(moment.getTime() - minutes * minute)
  }

  private atWorkBefore(moment: Date): Date {
    let { date } = localTimeOf(moment)
    while (weekdayOf(date) > 5) date = addDays(date, -1)
    return this.duringWorkOf(date)
  }

  private atWorkAfter(moment: Date): Date {
    const { date, minutes } = localTimeOf(moment)
    if (weekdayOf(date) <= 5 && minutes >= opens && minutes < closes) return moment
    let day = minutes >= closes ? addDays(date, 1) : date
    while (weekdayOf(day) > 5) day = addDays(day, 1)
    return new Date(startOfDay(day).getTime() + (opens + this.chance.between(2, 50)) * minute)
  }

  private duringWorkOf(date: string): Date {
    const at = this.chance.between(opens + 30, closes - 60)
    return new Date(startOfDay(date).getTime() + at * minute)
  }
}
