/** Zone of a unit that names none. */
export const defaultTimeZone = 'Asia/Ho_Chi_Minh'

/** A calendar day as `YYYY-MM-DD`, which sorts as it reads. */
export type LocalDate = string

/** What the wall calendar and clock of a place show. */
export interface LocalTime {
  readonly date: LocalDate
  /** 1 = Monday … 7 = Sunday */
  readonly weekday: number
  /** Minutes since midnight, 0–1439. */
  readonly minutes: number
}

const formatters = new Map<string, Intl.DateTimeFormat>()

const formatterOf = (timeZone: string): Intl.DateTimeFormat => {
  const known = formatters.get(timeZone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  formatters.set(timeZone, made)
  return made
}

/** The local date, weekday and minute of an instant in an IANA zone; RangeError for an unknown zone. */
export const localTimeOf = (instant: Date, timeZone: string = defaultTimeZone): LocalTime => {
  const parts = new Map(
    formatterOf(timeZone)
      .formatToParts(instant)
      .map((part) => [part.type, part.value]),
  )
  const of = (type: Intl.DateTimeFormatPartTypes): string => parts.get(type) ?? ''
  const date = `${of('year').padStart(4, '0')}-${of('month')}-${of('day')}`
  return { date, weekday: weekdayOf(date), minutes: Number(of('hour')) * 60 + Number(of('minute')) }
}

/** 1 = Monday … 7 = Sunday. */
export const weekdayOf = (date: LocalDate): number => new Date(`${date}T00:00:00Z`).getUTCDay() || 7

/** The calendar day a number of days later, or earlier if negative. */
export const addDays = (date: LocalDate, days: number): LocalDate =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)

/** The instant at which a calendar day begins in a zone. */
export const startOfDay = (date: LocalDate, timeZone: string = defaultTimeZone): Date => {
  const asIfUtc = Date.parse(`${date}T00:00:00Z`)
  let guess = asIfUtc
  // Twice, because the offset at the first guess may be that of the other side of a clock change.
  for (let round = 0; round < 2; round++) {
    const local = localTimeOf(new Date(guess), timeZone)
    const shown = Date.parse(`${local.date}T00:00:00Z`) + local.minutes * 60_000
    guess -= shown - asIfUtc
  }
  return new Date(guess)
}

/** The instant of a wall clock (`HH:mm`) on a calendar day in a zone. */
export const zonedTime = (
  date: LocalDate,
  time: string,
  timeZone: string = defaultTimeZone,
): Date => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  const start = startOfDay(date, timeZone)
  const guess = new Date(start.getTime() + (hours * 60 + minutes) * 60_000)
  // A clock change in between shows as a difference to what was asked.
  const shown = localTimeOf(guess, timeZone).minutes
  return new Date(guess.getTime() + (hours * 60 + minutes - shown) * 60_000)
}
