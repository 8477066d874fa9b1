import type { LocalDate } from '../../../platform/clock/local-time.js'

const digits = /^\d{1,4}$/

/** A day typed in three fields: null where all are empty, false where it is no day of a calendar. */
export const dateTyped = (
  day: string | undefined,
  month: string | undefined,
  year: string | undefined,
): LocalDate | null | false => {
  if ([day, month, year].every((part) => part === undefined || part === '')) return null
  if (![day, month, year].every((part) => part !== undefined && digits.test(part))) return false
  const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  const date = new Date(`${text}T00:00:00Z`)
  // 31 February is read as 3 March: only what comes back as it was typed is a day.
  return Number(year) >= 1900 &&
    !Number.isNaN(date.getTime()) &&
    date.toISOString().slice(0, 10) === text
    ? text
    : false
}
