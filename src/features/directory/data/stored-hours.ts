import type { OpeningHours } from '../domain/opening-hours.js'

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const

type Weekday = (typeof weekdays)[number]

/** Column `unit.hours`: `{"mon": [["07:30", "17:00"]]}`, or `{"always": true}`. */
export type StoredHours = Partial<
  Record<Weekday, readonly (readonly [from: string, to: string])[]>
> & {
  readonly always?: boolean
  /** Open on public holidays too. */
  readonly holidays?: boolean
}

export const openingHoursOf = (stored: StoredHours): OpeningHours =>
  stored.always === true
    ? { kind: 'always' }
    : {
        kind: 'weekly',
        spans: weekdays.flatMap((day, index) =>
          (stored[day] ?? []).map(([from, to]) => ({ weekday: index + 1, from, to })),
        ),
        openOnHolidays: stored.holidays === true,
      }

export const toStoredHours = (hours: OpeningHours): StoredHours => {
  if (hours.kind === 'always') return { always: true }
  const stored: Partial<Record<Weekday, (readonly [string, string])[]>> = {}
  for (const { weekday, from, to } of hours.spans) {
    const day = weekdays[weekday - 1]
    if (day !== undefined) stored[day] = [...(stored[day] ?? []), [from, to]]
  }
  return hours.openOnHolidays ? { ...stored, holidays: true } : stored
}
