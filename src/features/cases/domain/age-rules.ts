import type { Sector } from '../../../platform/access/sectors.js'
import type { LocalDate } from '../../../platform/clock/local-time.js'
import type { IncidentFamily } from './incident-families.js'
import { sectorsOfFamily } from './incident-families.js'
import type { Sex } from './sexes.js'

export const childLaws = [
  'crc',
  'hanoi-14',
  'hanoi-15',
  'vn-child-law',
  'vn-trafficking-law',
] as const

/** Laws that say who is a child. */
export type ChildLaw = (typeof childLaws)[number]

/** One dated answer to "who is a child?". */
export interface AgeRule {
  readonly law: ChildLaw
  readonly jurisdiction: 'VN' | 'international'
  /** A child is younger than this, in completed years. */
  readonly threshold: number
  readonly validFrom: LocalDate
  /** Last day of validity, or null while in force. */
  readonly validTo: LocalDate | null
  /** False until somebody has checked the text of the law. */
  readonly verified: boolean
  readonly source: string
}

/** Who is a child, by law and date. A new law is a new row; old rows keep old cases right. */
export const ageRules: readonly AgeRule[] = [
  {
    law: 'crc',
    jurisdiction: 'international',
    threshold: 18,
    validFrom: '1990-09-02',
    validTo: null,
    verified: false,
    source: 'Convention on the Rights of the Child, art. 1',
  },
  {
    // Adopted on this day and not yet in force at the time of writing: kept as a standard of
    // protection, not as ground for a charge.
    law: 'hanoi-14',
    jurisdiction: 'international',
    threshold: 18,
    validFrom: '2024-12-24',
    validTo: null,
    verified: true,
    source: 'UN Convention against Cybercrime, art. 14(2)',
  },
  {
    law: 'hanoi-15',
    jurisdiction: 'international',
    threshold: 18,
    validFrom: '2024-12-24',
    validTo: null,
    verified: false,
    source: 'UN Convention against Cybercrime, art. 15',
  },
  {
    law: 'vn-child-law',
    jurisdiction: 'VN',
    threshold: 16,
    validFrom: '2005-01-01',
    validTo: '2017-05-31',
    verified: false,
    source: 'Law on Protection, Care and Education of Children 25/2004/QH11, art. 1',
  },
  {
    law: 'vn-child-law',
    jurisdiction: 'VN',
    threshold: 16,
    validFrom: '2017-06-01',
    validTo: null,
    verified: true,
    source: 'Law on Children 102/2016/QH13, art. 1',
  },
  {
    law: 'vn-trafficking-law',
    jurisdiction: 'VN',
    threshold: 18,
    validFrom: '2025-07-01',
    validTo: null,
    verified: true,
    source: 'Law on Prevention and Combat of Human Trafficking 53/2024/QH15',
  },
]

/** The rules in force on a day. */
export const ageRulesOn = (date: LocalDate, rules = ageRules): AgeRule[] =>
  rules.filter((rule) => rule.validFrom <= date && (rule.validTo === null || date <= rule.validTo))

// Who might be a child is treated as one until shown otherwise.
const isYounger = (ageInYears: number | null, threshold: number): boolean =>
  ageInYears === null || ageInYears < threshold

/** Is a person of this age a child under this law on this day? False where the law was not yet there. */
export const isChild = (law: ChildLaw, ageInYears: number | null, onDate: LocalDate): boolean =>
  ageRulesOn(onDate).some((rule) => rule.law === law && isYounger(ageInYears, rule.threshold))

/** Is the person a child under at least one law in force? An unknown age is. */
export const isChildUnderAny = (
  ageInYears: number | null,
  onDate: LocalDate,
  rules = ageRules,
): boolean => ageRulesOn(onDate, rules).some((rule) => isYounger(ageInYears, rule.threshold))

/** Is the person an adult under at least one law in force? An unknown age is not. */
export const isAdultUnderAny = (
  ageInYears: number | null,
  onDate: LocalDate,
  rules = ageRules,
): boolean => ageRulesOn(onDate, rules).some((rule) => !isYounger(ageInYears, rule.threshold))

/** What the proposal may know besides age and date; the rule table can be another country's. */
export interface ProposalFacts {
  readonly sex?: Sex
  readonly rules?: readonly AgeRule[]
}

/**
 * Sectors to offer the person. Whoever is a child under one law and an adult under another – in
 * Viet Nam girls of 16 and 17 – is offered both child protection and women's services, so that
 * nobody falls between the two. The coding of an incident adds sectors, it never takes one away.
 */
export const proposedSectors = (
  ageInYears: number | null,
  onDate: LocalDate,
  incidentFamilies: readonly IncidentFamily[],
  { sex = 'unknown', rules = ageRules }: ProposalFacts = {},
): Sector[] => {
  const proposed = new Set<Sector>()
  if (isChildUnderAny(ageInYears, onDate, rules)) proposed.add('child-protection')
  if (sex !== 'male' && isAdultUnderAny(ageInYears, onDate, rules)) proposed.add('womens-services')
  for (const family of incidentFamilies) {
    for (const sector of sectorsOfFamily(family)) proposed.add(sector)
  }
  return [...proposed]
}
