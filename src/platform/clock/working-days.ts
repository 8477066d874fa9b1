import { isPublicHoliday } from './holidays.js'
import {
  addDays,
  defaultTimeZone,
  localTimeOf,
  startOfDay,
  weekdayOf,
  type LocalDate,
} from './local-time.js'

/** Monday to Friday, but not a public holiday. */
export const isWorkingDay = (date: LocalDate): boolean =>
  weekdayOf(date) <= 5 && !isPublicHoliday(date)

/**
 * The instant at which `milliseconds` of working days have passed since `from`. A working day
 * counts its full 24 hours and any other day nothing, so "one working day" from Friday 15:00 is
 * Monday 15:00, and from Saturday it is the end of Monday.
 */
export const addWorkingTime = (
  from: Date,
  milliseconds: number,
  timeZone: string = defaultTimeZone,
): Date => {
  let date = localTimeOf(from, timeZone).date
  let at = from.getTime()
  let left = milliseconds
  for (;;) {
    const end = startOfDay(addDays(date, 1), timeZone).getTime()
    if (isWorkingDay(date)) {
      if (at + left <= end) return new Date(at + left)
      left -= end - at
    }
    at = end
    date = addDays(date, 1)
  }
}

/** Milliseconds of working days between two instants; 0 if the second is not later. */
export const workingTimeBetween = (
  from: Date,
  to: Date,
  timeZone: string = defaultTimeZone,
): number => {
  let date = localTimeOf(from, timeZone).date
  let at = from.getTime()
  let sum = 0
  while (at < to.getTime()) {
    const end = startOfDay(addDays(date, 1), timeZone).getTime()
    if (isWorkingDay(date)) sum += Math.min(end, to.getTime()) - at
    at = end
    date = addDays(date, 1)
  }
  return sum
}
