import type { Section } from '../../../platform/access/sections.js'

/** What is asked before information moves without consent. */
interface BasisRule {
  readonly needsReason: boolean
  /** A supervisor has to approve before anything is shared; the database holds to it as well. */
  readonly needsApproval: boolean
  /** A duty to report is met by a report to an authority, never by sharing with a unit. */
  readonly isReport: boolean
  /** Longest validity in days; a year may have 366. */
  readonly maxDays: number
}

/**
 * Legal bases of Primero. PDP Law 91/2025/QH15: consent must be explicit (art. 9); life and health
 * in an emergency may go before it (art. 19), and then no approval is waited for. How long a basis
 * lasts is our own rule: what an emergency allowed has to be asked again within a month.
 */
const table = {
  consent: { needsReason: false, needsApproval: false, isReport: false, maxDays: 366 },
  contract: { needsReason: true, needsApproval: true, isReport: false, maxDays: 366 },
  vital_interests: { needsReason: true, needsApproval: false, isReport: false, maxDays: 31 },
  beneficiary_interests: {
    needsReason: true,
    needsApproval: true,
    isReport: false,
    maxDays: 366,
  },
  legal_obligation: { needsReason: true, needsApproval: true, isReport: true, maxDays: 366 },
  other_legitimate_interests: {
    needsReason: true,
    needsApproval: true,
    isReport: false,
    maxDays: 366,
  },
} as const satisfies Record<string, BasisRule>

export type LegalBasis = keyof typeof table

export const legalBases: readonly LegalBasis[] = [
  'consent',
  'contract',
  'vital_interests',
  'beneficiary_interests',
  'legal_obligation',
  'other_legitimate_interests',
]

/** What this basis asks for before information moves. */
export const basisRule = (basis: LegalBasis): BasisRule => table[basis]

/** The bases left when the representative is the suspect or cannot be asked. */
export const basesForTheChildAlone: readonly LegalBasis[] = [
  'vital_interests',
  'beneficiary_interests',
]

/**
 * All a mandatory report may carry: who, where to be found, what happened. Never counselling, never
 * health, and not `safety`, which holds the place of shelter.
 */
export const mandatoryReportSections: readonly Section[] = ['identity', 'contact', 'incident']

/** A duty to report, its law and those who take the report. */
export interface ReportingDuty {
  readonly source: string
  readonly to: readonly string[]
  readonly verified: boolean
}

/** Reports the law of Viet Nam obliges to; a report is a notice, not a referral, and is logged. */
export const reportingDuties = {
  child_abuse: {
    // Decree 56/2017 may have been replaced: check before relying on it.
    source: 'Law on Children 102/2016/QH13; Decree 56/2017/ND-CP',
    to: ['hotline_111', 'child_protection_authority', 'police', 'commune_committee'],
    verified: true,
  },
  domestic_violence: {
    source: 'Law on Domestic Violence Prevention and Control 13/2022/QH15',
    to: [
      'commune_committee',
      'police',
      'border_guard',
      'school_head',
      'village_head',
      'front_committee',
      'mass_organisation',
      'domestic_violence_hotline',
    ],
    verified: true,
  },
  trafficking: {
    source: 'Law on Prevention and Combat of Human Trafficking 53/2024/QH15',
    to: ['commune_committee', 'police', 'border_guard', 'coast_guard', 'nearest_agency'],
    verified: true,
  },
} as const satisfies Record<string, ReportingDuty>

export type ReportingDutyCode = keyof typeof reportingDuties
export type ReportAuthority = (typeof reportingDuties)[ReportingDutyCode]['to'][number]
