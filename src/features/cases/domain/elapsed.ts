import type { LocalDate } from '../../../platform/clock/local-time.js'

const dayInMs = 86_400_000
const timeOf = (day: LocalDate): number => Date.parse(`${day}T00:00:00Z`)

/** Days from one calendar day to another. */
export const daysBetween = (from: LocalDate, to: LocalDate): number =>
  Math.round((timeOf(to) - timeOf(from)) / dayInMs)

/** How long after the incident the person told of it, as GBVIMS counts. */
export const elapsedBuckets = [
  '0_3_days',
  '4_5_days',
  '6_14_days',
  '2_weeks_1_month',
  'over_1_month',
] as const

export type ElapsedBucket = (typeof elapsedBuckets)[number]

const lastDayOf: readonly (readonly [ElapsedBucket, number])[] = [
  ['0_3_days', 3],
  ['4_5_days', 5],
  ['6_14_days', 14],
  ['2_weeks_1_month', 30],
  ['over_1_month', Infinity],
]

/** The bucket of the days between incident and report; null where the day is not known. */
export const elapsedOf = (
  occurredOn: LocalDate | null,
  reportedOn: LocalDate,
): ElapsedBucket | null => {
  if (occurredOn === null) return null
  const days = daysBetween(occurredOn, reportedOn)
  return lastDayOf.find(([, last]) => days <= last)?.[0] ?? null
}
