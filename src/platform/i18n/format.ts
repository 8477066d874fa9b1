import type { Locale } from './locale.js'

/** A moment: a Date, or an RFC 3339 text such as `2026-11-20T09:40:00Z`. */
export type Moment = Date | string

/** How dates, times and numbers are written in one language and one zone. */
export interface Format {
  readonly locale: Locale
  readonly timeZone: string
  /** 3 tháng 11, 2026 */
  readonly date: (at: Moment) => string
  /** 28 tháng 11 */
  readonly dayMonth: (at: Moment) => string
  /** 24/11 */
  readonly shortDate: (at: Moment) => string
  /** A calendar day without a zone, `2026-11-03` → 3 tháng 11, 2026 */
  readonly plainDate: (day: string) => string
  /** 16:40 */
  readonly time: (at: Moment) => string
  /** 3 tháng 11, 2026, 16:40 */
  readonly dateTime: (at: Moment) => string
  /** 24/11, 18:00 */
  readonly shortDateTime: (at: Moment) => string
  /** The zone as clocks write it, GMT+7; its name in Intl is “Indochina Time”, which nobody here says. */
  readonly zone: () => string
  /** Thứ Sáu, 20 tháng 11, 16:40 */
  readonly dayAndTime: (at: Moment) => string
  /** The largest whole unit of a span in milliseconds, sign dropped: 2 ngày, 4 giờ, 1 phút */
  readonly duration: (milliseconds: number) => string
  /** 4 giờ trước; in two days: sau 2 ngày nữa */
  readonly relative: (at: Moment, now: Moment) => string
  readonly number: (value: number) => string
  /** 0.78 → 78% */
  readonly percent: (ratio: number) => string
  /** a, b và c */
  readonly list: (items: readonly string[]) => string
}

export const defaultTimeZone = 'Asia/Ho_Chi_Minh'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

// Whole units only: "còn 2 ngày" must never promise more time than there is.
const inLargestUnit = (
  milliseconds: number,
): { value: number; unit: 'minute' | 'hour' | 'day' } => {
  const span = Math.abs(milliseconds)
  if (span >= day) return { value: Math.floor(span / day), unit: 'day' }
  if (span >= hour) return { value: Math.floor(span / hour), unit: 'hour' }
  return { value: Math.max(1, Math.floor(span / minute)), unit: 'minute' }
}

const toDate = (at: Moment): Date => (typeof at === 'string' ? new Date(at) : at)

const build = (locale: Locale, timeZone: string): Format => {
  const dates = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, { timeZone, ...options })

  const long = dates({ day: 'numeric', month: 'long', year: 'numeric' })
  const plain = dates({ day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
  const dayOfMonth = dates({ day: 'numeric', month: 'long' })
  const weekday = dates({ weekday: 'long', day: 'numeric', month: 'long' })
  const numeric = dates({ day: 'numeric', month: 'numeric' })
  const clock = dates({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  const relative = new Intl.RelativeTimeFormat(locale)
  const numbers = new Intl.NumberFormat(locale)
  const percents = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 })
  const lists = new Intl.ListFormat(locale, { type: 'conjunction' })
  const units = {
    minute: new Intl.NumberFormat(locale, { style: 'unit', unit: 'minute', unitDisplay: 'long' }),
    hour: new Intl.NumberFormat(locale, { style: 'unit', unit: 'hour', unitDisplay: 'long' }),
    day: new Intl.NumberFormat(locale, { style: 'unit', unit: 'day', unitDisplay: 'long' }),
  }

  const zones = dates({ timeZoneName: 'shortOffset' })

  // Written day/month in all three languages; Intl would write 24-11 or 11/24 for some.
  const shortDate = (at: Moment): string => {
    const parts = numeric.formatToParts(toDate(at))
    const part = (type: 'day' | 'month') => Number(parts.find((p) => p.type === type)?.value)
    return `${part('day')}/${part('month')}`
  }
  const time = (at: Moment): string => clock.format(toDate(at))
  const date = (at: Moment): string => long.format(toDate(at))

  return {
    locale,
    timeZone,
    date,
    shortDate,
    time,
    dayMonth: (at) => dayOfMonth.format(toDate(at)),
    plainDate: (calendarDay) => plain.format(new Date(`${calendarDay}T00:00:00Z`)),
    dateTime: (at) => `${date(at)}, ${time(at)}`,
    shortDateTime: (at) => `${shortDate(at)}, ${time(at)}`,
    zone: () =>
      zones.formatToParts().find(({ type }) => type === 'timeZoneName')?.value ?? timeZone,
    dayAndTime: (at) => `${weekday.format(toDate(at))}, ${time(at)}`,
    duration: (milliseconds) => {
      const { value, unit } = inLargestUnit(milliseconds)
      return units[unit].format(value)
    },
    relative: (at, now) => {
      const span = toDate(at).getTime() - toDate(now).getTime()
      const { value, unit } = inLargestUnit(span)
      return relative.format(span < 0 ? -value : value, unit)
    },
    number: (value) => numbers.format(value),
    percent: (ratio) => percents.format(ratio),
    list: (items) => lists.format(items),
  }
}

const built = new Map<string, Format>()

/** The format of a language in a zone; built once, since Intl objects are dear. */
export const formatter = (locale: Locale, timeZone: string = defaultTimeZone): Format => {
  const key = `${locale} ${timeZone}`
  const known = built.get(key)
  if (known !== undefined) return known
  const format = build(locale, timeZone)
  built.set(key, format)
  return format
}
