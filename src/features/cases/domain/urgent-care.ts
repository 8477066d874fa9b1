import { addDays, type LocalDate } from '../../../platform/clock/local-time.js'
import type { GbvCoreType } from './gbv-core-types.js'
import type { IncidentCode } from './incident-types.js'
import type { Sex } from './sexes.js'

/**
 * Care after rape that helps only for a time: preventing HIV within 72 hours, emergency contraception
 * within 120. Common medical practice; nobody has confirmed it for Viet Nam.
 */
export const urgentCares = ['hiv_prevention', 'emergency_contraception'] as const

export type UrgentCare = (typeof urgentCares)[number]

const hours: Readonly<Record<UrgentCare, number>> = {
  hiv_prevention: 72,
  emergency_contraception: 120,
}

/** What decides whether somebody has to see a doctor now. */
export interface CareFacts {
  readonly coreType: GbvCoreType | null
  readonly types: readonly IncidentCode[]
  readonly occurredOn: LocalDate | null
  readonly ongoing: boolean
  readonly sex: Sex
}

/** One care and the last day on which it may still help; null where the day of the incident is not known. */
export interface CareDue {
  readonly care: UrgentCare
  readonly lastDay: LocalDate | null
}

// Kinds in which rape happened or is likely; the worker who knows better says so by the core type.
const likelyRape: ReadonlySet<IncidentCode> = new Set<IncidentCode>([
  'gbv.rape',
  'cp.rape',
  'csea.contact_abuse',
  'csea.sexual_trafficking',
  'tip.sexual_exploitation',
])

/**
 * The care to be offered at once. Only the day of an incident is known, not its hour, so the day on
 * which the last hours run out still counts: better one journey too many than one too few. Where it
 * still goes on, or nobody knows the day, the time has not run out.
 */
export const urgentCareOf = (facts: CareFacts, today: LocalDate): CareDue[] => {
  const isRape =
    facts.coreType === 'rape' ||
    (facts.coreType === null && facts.types.some((type) => likelyRape.has(type)))
  if (!isRape) return []
  return urgentCares
    .filter((care) => care !== 'emergency_contraception' || facts.sex !== 'male')
    .map((care) => ({ care, lastDay: lastDayOf(care, facts) }))
    .filter(({ lastDay }) => lastDay === null || today <= lastDay)
}

const lastDayOf = (care: UrgentCare, { occurredOn, ongoing }: CareFacts): LocalDate | null =>
  occurredOn === null || ongoing ? null : addDays(occurredOn, hours[care] / 24)
