import { addDays, type LocalDate } from '../../../platform/clock/local-time.js'
import type { AgeKnown } from './age.js'

/** From this age, in completed years, consent is the person's alone. */
export const adultAt = 18

/** How long before somebody is told: time to ask, to prepare and to hand over without haste. */
export const daysBefore = 90

/** When a person becomes an adult. */
export interface Adulthood {
  /** The birthday; or, where only an age was told, the earliest day on which it may be. */
  readonly on: LocalDate
  readonly isExact: boolean
  /** The first day on which it is to be thought of. */
  readonly tellOn: LocalDate
}

const yearsAfter = (date: LocalDate, years: number): LocalDate => {
  const text = `${Number(date.slice(0, 4)) + years}${date.slice(4)}`
  // 29 February completes its year on 1 March.
  return new Date(`${text}T00:00:00Z`).toISOString().slice(0, 10)
}

/** Null where nothing is known of the age. A birth date speaks louder than a stated age. */
export const adulthoodOf = ({ birthDate, stated }: AgeKnown): Adulthood | null => {
  if (birthDate !== null) {
    const on = yearsAfter(birthDate, adultAt)
    return { on, isExact: true, tellOn: addDays(on, -daysBefore) }
  }
  if (stated === null) return null
  // Whoever says 17 may turn 18 tomorrow; who is adult already is so since then at the latest.
  const years = adultAt - 1 - stated.years
  const on = years < 0 ? stated.on : addDays(yearsAfter(stated.on, years), 1)
  return { on, isExact: false, tellOn: addDays(on, -daysBefore) }
}
