import { isPublicHoliday } from '../../../platform/clock/holidays.js'
import {
  addDays,
  defaultTimeZone,
  localTimeOf,
  weekdayOf,
  zonedTime,
} from '../../../platform/clock/local-time.js'

/** A span of one weekday in local time; `to` at or before `from` runs past midnight. */
interface OpeningSpan {
  /** 1 = Monday … 7 = Sunday */
  readonly weekday: number
  /** `HH:MM` */
  readonly from: string
  /** `HH:MM`; `24:00` is the end of the day. */
  readonly to: string
}

/** Always open, or open in weekly spans. */
export type OpeningHours =
  | { readonly kind: 'always' }
  | {
      readonly kind: 'weekly'
      readonly spans: readonly OpeningSpan[]
      readonly openOnHolidays: boolean
    }

/** Office hours of many Vietnamese public offices: Monday to Friday, with a break at noon. */
export const officeHours: OpeningHours = {
  kind: 'weekly',
  spans: [1, 2, 3, 4, 5].flatMap((weekday) => [
    { weekday, from: '07:30', to: '11:30' },
    { weekday, from: '13:30', to: '17:00' },
  ]),
  openOnHolidays: false,
}

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))

/** Is the unit open at this instant? A span past midnight belongs to the day it begins on. */
export const isOpenAt = (
  hours: OpeningHours,
  instant: Date,
  timeZone: string = defaultTimeZone,
): boolean => {
  if (hours.kind === 'always') return true
  const now = localTimeOf(instant, timeZone)
  const begunDaysAgo = (days: number): boolean => {
    const date = addDays(now.date, -days)
    if (!hours.openOnHolidays && isPublicHoliday(date)) return false
    const minutes = now.minutes + days * 1440
    return hours.spans.some((span) => {
      if (span.weekday !== weekdayOf(date)) return false
      const from = minutesOf(span.from)
      const to = minutesOf(span.to) + (minutesOf(span.to) <= from ? 1440 : 0)
      return from <= minutes && minutes < to
    })
  }
  return begunDaysAgo(0) || begunDaysAgo(1)
}

// Tết closes an office for nine days at most; two weeks also hold the days beside it.
const daysAhead = 14

/** The next moment at which a unit that is closed opens; null if it is open, or opens on none of the next days. */
export const opensNext = (
  hours: OpeningHours,
  instant: Date,
  timeZone: string = defaultTimeZone,
): Date | null => {
  if (hours.kind === 'always' || isOpenAt(hours, instant, timeZone)) return null
  const today = localTimeOf(instant, timeZone).date
  for (let days = 0; days <= daysAhead; days++) {
    const date = addDays(today, days)
    if (!hours.openOnHolidays && isPublicHoliday(date)) continue
    const [next] = hours.spans
      .filter(({ weekday }) => weekday === weekdayOf(date))
      .map(({ from }) => zonedTime(date, from, timeZone))
      .filter((at) => at > instant)
      .sort((one, other) => one.getTime() - other.getTime())
    if (next !== undefined) return next
  }
  return null
}
