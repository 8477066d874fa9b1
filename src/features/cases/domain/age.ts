import { DomainError } from '../../../platform/errors/domain-error.js'
import type { LocalDate } from '../../../platform/clock/local-time.js'

/** The day asked about lies before the birth. */
export class DateBeforeBirth extends DomainError {
  readonly code = 'cases.date-before-birth'

  override get kind() {
    return 'invalid' as const
  }
}

/** What is known of a person's age; a birth date speaks louder than a stated age. */
export interface AgeKnown {
  readonly birthDate: LocalDate | null
  /** Completed years as told, and the day on which it was told. */
  readonly stated: { readonly years: number; readonly on: LocalDate } | null
}

// Calendar years between two days; 29 February completes its year on 1 March.
const yearsBetween = (from: LocalDate, to: LocalDate): number =>
  Number(to.slice(0, 4)) - Number(from.slice(0, 4)) - (to.slice(5) < from.slice(5) ? 1 : 0)

/** Completed years on a day (`YYYY-MM-DD`); throws DateBeforeBirth. */
export const ageOn = (birthDate: LocalDate, date: LocalDate): number => {
  if (date < birthDate) throw new DateBeforeBirth()
  return yearsBetween(birthDate, date)
}

/**
 * Completed years on a day from whatever is known, or null. A stated age may be a year short on
 * another day; the younger reading is taken, because it protects more.
 */
export const ageFrom = ({ birthDate, stated }: AgeKnown, date: LocalDate): number | null => {
  if (birthDate !== null) return ageOn(birthDate, date)
  if (stated === null) return null
  if (date >= stated.on) return stated.years + yearsBetween(stated.on, date)
  const since = yearsBetween(date, stated.on)
  const wholeYears = date.slice(5) === stated.on.slice(5)
  return Math.max(0, stated.years - since - (wholeYears ? 0 : 1))
}

/** Bands split at 16 and at 18, so that figures can be read under either law. */
export const ageBands = [
  '0-5',
  '6-11',
  '12-15',
  '16-17',
  '18-24',
  '25-39',
  '40-59',
  '60+',
  'unknown',
] as const

export type AgeBand = (typeof ageBands)[number]

const lastYearOf: readonly (readonly [AgeBand, number])[] = [
  ['0-5', 5],
  ['6-11', 11],
  ['12-15', 15],
  ['16-17', 17],
  ['18-24', 24],
  ['25-39', 39],
  ['40-59', 59],
  ['60+', Infinity],
]

/** The band of an age in completed years. */
export const ageBandOf = (ageInYears: number | null): AgeBand =>
  (ageInYears === null ? undefined : lastYearOf.find(([, last]) => ageInYears <= last)?.[0]) ??
  'unknown'
