import { addDays, weekdayOf, type LocalDate } from '../../../platform/clock/local-time.js'

/** How many weeks a report looks back on, the current one among them. */
const weeksInAReport = 8

/** The Monday of the week in which the day lies. */
const mondayOf = (date: LocalDate): LocalDate => addDays(date, 1 - weekdayOf(date))

/** The Sunday that ends a week. */
export const sundayOf = (monday: LocalDate): LocalDate => addDays(monday, 6)

/** The Mondays of the weeks up to the one in which the day lies, oldest first. */
export const weeksUpTo = (date: LocalDate, count: number = weeksInAReport): LocalDate[] =>
  Array.from({ length: count }, (_, index) => addDays(mondayOf(date), (index - count + 1) * 7))
