import type { LocalDate } from '../../../platform/clock/local-time.js'
import { DomainError } from '../../../platform/errors/domain-error.js'

export const consentGivers = ['self', 'representative'] as const

/** Who answers: the person, or the parent or guardian who represents them by law. */
export type ConsentGiver = (typeof consentGivers)[number]

/** Whose agreement the law asks for, by age and date. */
export interface ConsentRule {
  readonly jurisdiction: 'VN'
  /** Completed years: from this age … */
  readonly from: number
  /** … and younger than this. */
  readonly below: number
  readonly required: readonly ConsentGiver[]
  readonly validFrom: LocalDate
  /** Last day of validity, or null while in force. */
  readonly validTo: LocalDate | null
  /** False until a lawyer has checked the row. */
  readonly verified: boolean
  readonly source: string
}

const pdpLaw = 'Personal Data Protection Law 91/2025/QH15, art. 24'
const decree13 = 'Decree 13/2023/ND-CP, art. 20'
const civilCode = 'a minor under 18 is represented: Civil Code 91/2015/QH13, art. 136'

/**
 * Viet Nam profile. Art. 24 speaks of a child of 7 or over, and a child is under 16; that the
 * representative is also asked at 16 and 17 is the careful reading and waits for a lawyer.
 */
export const consentRules: readonly ConsentRule[] = [
  ...rulesOf('2026-01-01', null, pdpLaw, true),
  ...rulesOf('2023-07-01', '2025-12-31', decree13, false),
]

function rulesOf(
  validFrom: LocalDate,
  validTo: LocalDate | null,
  source: string,
  verified: boolean,
): ConsentRule[] {
  const base = { jurisdiction: 'VN', validFrom, validTo } as const
  return [
    { ...base, from: 0, below: 7, required: ['representative'], verified, source },
    { ...base, from: 7, below: 16, required: ['self', 'representative'], verified, source },
    {
      ...base,
      from: 16,
      below: 18,
      required: ['self', 'representative'],
      verified: false,
      source: `${source}; ${civilCode}`,
    },
    { ...base, from: 18, below: Infinity, required: ['self'], verified, source },
  ]
}

/** No rule of consent is known for that day. */
export class NoConsentRule extends DomainError {
  readonly code = 'consents.no-rule'
}

// Of someone whose age nobody knows one asks what one asks of a child old enough to speak.
const ageIfUnknown = 7

/** The rule for a person of this age (completed years) on this day; throws NoConsentRule. */
export const consentRuleFor = (ageInYears: number | null, onDate: LocalDate): ConsentRule => {
  const age = ageInYears ?? ageIfUnknown
  const rule = consentRules.find(
    ({ from, below, validFrom, validTo }) =>
      from <= age && age < below && validFrom <= onDate && (validTo === null || onDate <= validTo),
  )
  if (!rule) throw new NoConsentRule({ date: onDate })
  return rule
}

/** Good practice with children besides the law; a new practice is a new row. */
export interface AssentPractice {
  readonly from: number
  readonly below: number
  /** What the child itself is asked for. */
  readonly child: 'nothing' | 'assent' | 'written-assent' | 'consent'
  readonly validFrom: LocalDate
  /** Last day of validity, or null while in force. */
  readonly validTo: LocalDate | null
  readonly verified: boolean
  readonly source: string
}

const practice = {
  validFrom: '2014-01-01',
  validTo: null,
  verified: false,
  source: 'Inter-Agency Guidelines for Case Management and Child Protection 2014, as practised',
} as const

export const assentPractice: readonly AssentPractice[] = [
  { from: 0, below: 6, child: 'nothing', ...practice },
  { from: 6, below: 12, child: 'assent', ...practice },
  { from: 12, below: 15, child: 'written-assent', ...practice },
  { from: 15, below: 18, child: 'consent', ...practice },
]

/** What practice asks of a child of this age on this day, or null for an adult or an unknown age. */
export const assentFor = (ageInYears: number | null, onDate: LocalDate): AssentPractice | null =>
  (ageInYears === null
    ? undefined
    : assentPractice.find(
        ({ from, below, validFrom, validTo }) =>
          from <= ageInYears &&
          ageInYears < below &&
          validFrom <= onDate &&
          (validTo === null || onDate <= validTo),
      )) ?? null
