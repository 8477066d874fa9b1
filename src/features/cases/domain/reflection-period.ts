import { addDays, type LocalDate } from '../../../platform/clock/local-time.js'
import { daysBetween } from './elapsed.js'

/**
 * The shortest time to recover and to think, in days. Council of Europe anti-trafficking convention,
 * art. 13: binding on its parties, good practice elsewhere; read in secondary texts only.
 */
export const shortestReflection = 30

/** A time of recovery and reflection; `until` is what was written down, null where nothing was. */
export interface ReflectionPeriod {
  readonly from: LocalDate
  readonly until: LocalDate | null
}

/** What follows from it on a day. */
export interface ReflectionStanding {
  /** Its last day: as written, or the shortest there is. */
  readonly lastDay: LocalDate
  /** Days left, today included; 0 when it is over. */
  readonly daysLeft: number
  /** Shorter than it may be. */
  readonly isTooShort: boolean
}

/** How a period of reflection stands on a day. The first day counts. */
export const reflectionOn = (
  { from, until }: ReflectionPeriod,
  today: LocalDate,
): ReflectionStanding => {
  const earliest = addDays(from, shortestReflection - 1)
  const lastDay = until ?? earliest
  return {
    lastDay,
    daysLeft: Math.max(0, daysBetween(today < from ? from : today, lastDay) + 1),
    isTooShort: lastDay < earliest,
  }
}
