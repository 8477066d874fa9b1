import type { LocalDate } from './local-time.js'

/** A day off by law. `verified: false` = taken from calendar arithmetic or memory, not yet read in the yearly official notice. */
export interface Holiday {
  readonly from: LocalDate
  /** Last day, included. */
  readonly to: LocalDate
  readonly code: HolidayCode
  readonly verified: boolean
}

export const holidayCodes = [
  'new-year',
  'tet',
  'hung-kings',
  'reunification',
  'labour-day',
  'national-day',
] as const

export type HolidayCode = (typeof holidayCodes)[number]

const day = (date: LocalDate, code: HolidayCode, verified: boolean): Holiday => ({
  from: date,
  to: date,
  code,
  verified,
})

/**
 * Public holidays of Viet Nam with the days given in lieu (Labour Code 45/2019/QH14, art. 112 and
 * art. 111.3: a holiday on the weekly rest day moves to the next working day). Lunar days and the
 * second day of National Day are fixed each year by government notice; days swapped against a
 * Saturday for civil servants are left out, because a clock that stops too often lets a person wait.
 */
export const publicHolidays: readonly Holiday[] = [
  day('2025-01-01', 'new-year', true),
  { from: '2025-01-27', to: '2025-01-31', code: 'tet', verified: false },
  day('2025-04-07', 'hung-kings', false),
  day('2025-04-30', 'reunification', true),
  day('2025-05-01', 'labour-day', true),
  { from: '2025-09-01', to: '2025-09-02', code: 'national-day', verified: false },

  day('2026-01-01', 'new-year', true),
  { from: '2026-02-16', to: '2026-02-20', code: 'tet', verified: false },
  { from: '2026-04-26', to: '2026-04-27', code: 'hung-kings', verified: false },
  day('2026-04-30', 'reunification', true),
  day('2026-05-01', 'labour-day', true),
  { from: '2026-09-01', to: '2026-09-02', code: 'national-day', verified: false },

  day('2027-01-01', 'new-year', true),
  { from: '2027-02-05', to: '2027-02-11', code: 'tet', verified: false },
  day('2027-04-16', 'hung-kings', false),
  day('2027-04-30', 'reunification', true),
  { from: '2027-05-01', to: '2027-05-03', code: 'labour-day', verified: false },
  { from: '2027-09-02', to: '2027-09-03', code: 'national-day', verified: false },
]

/** The holidays of one year, and how far they can be relied on. */
export interface YearCalendar {
  readonly year: number
  /** False: nobody has entered the year, and only the days that are the same every year are kept. */
  readonly isKnown: boolean
  readonly holidays: readonly Holiday[]
}

/** What is known of a year. */
export const calendarOf = (year: number): YearCalendar => {
  const holidays = publicHolidays.filter(({ from }) => from.startsWith(`${year}-`))
  return { year, holidays, isKnown: holidays.some(({ code }) => code === 'tet') }
}

// The same every year by law, so a list not yet prolonged still knows them.
const fixed: ReadonlyMap<string, HolidayCode> = new Map([
  ['01-01', 'new-year'],
  ['04-30', 'reunification'],
  ['05-01', 'labour-day'],
  ['09-02', 'national-day'],
])

/** The holiday on this day, or null. */
export const holidayOn = (date: LocalDate): HolidayCode | null =>
  publicHolidays.find((holiday) => holiday.from <= date && date <= holiday.to)?.code ??
  fixed.get(date.slice(5)) ??
  null

/** Is this day a public holiday or given in lieu of one? */
export const isPublicHoliday = (date: LocalDate): boolean => holidayOn(date) !== null
