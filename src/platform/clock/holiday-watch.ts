import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common'
import { Clock } from './clock.js'
import { calendarOf } from './holidays.js'
import { localTimeOf } from './local-time.js'

// Two weeks of working days over a turn of the year, with time to get the notice and a release.
const watchedDaysAhead = 90

/**
 * Says loudly that working days are counted in a year whose holidays nobody has entered: such a clock
 * runs through Tết, and calls people who are not there.
 */
@Injectable()
export class HolidayWatch implements OnApplicationBootstrap {
  private readonly log = new Logger('Holidays')
  private readonly told = new Set<number>()

  constructor(private readonly clock: Clock) {}

  onApplicationBootstrap(): void {
    this.look(this.clock.now())
  }

  /** Looks at the year of a moment and of the weeks after it; warns once a year and process. */
  look(moment: Date): void {
    const ahead = new Date(moment.getTime() + watchedDaysAhead * 86_400_000)
    for (const at of [moment, ahead]) {
      const year = Number(localTimeOf(at).date.slice(0, 4))
      if (this.told.has(year) || calendarOf(year).isKnown) continue
      this.told.add(year)
      this.log.error(
        `The public holidays of ${year} are not known: working days are counted without Tết. ` +
          'Add them to src/platform/clock/holidays.ts from the yearly notice.',
      )
    }
  }
}
