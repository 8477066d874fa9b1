import type { Section } from '../../../platform/access/sections.js'
import {
  mandatoryReportSections,
  reportingDuties,
  type ReportAuthority,
  type ReportingDutyCode,
} from './legal-basis.js'

export const reportChannels = ['phone', 'in_person', 'letter', 'online'] as const

/** How the authority was told. */
export type ReportChannel = (typeof reportChannels)[number]

/** A report that the law obliges to, before it is checked. */
export interface ReportDraft {
  readonly duty: ReportingDutyCode | null
  readonly authority: ReportAuthority | null
  /** The article that obliges. */
  readonly article: string | null
  readonly sections: readonly Section[]
  /** Why it has to be reported now. */
  readonly reason: string | null
  /** What is told: the required facts and no more. */
  readonly facts: string | null
  /** Whether the person knows that it is reported; asked for, since it is told before the report. */
  readonly personInformed: boolean | null
  /** Life is in danger now: it does not wait for approval, and is reviewed afterwards. */
  readonly emergency: boolean
}

/** A report with nothing left open. */
export interface WholeReport extends ReportDraft {
  readonly duty: ReportingDutyCode
  readonly authority: ReportAuthority
  readonly article: string
  readonly reason: string
  readonly facts: string
  readonly personInformed: boolean
}

export const reportProblems = [
  'duty_missing',
  'authority_unfit',
  'article_missing',
  'reason_missing',
  'facts_missing',
  'sections_missing',
  'section_beyond_duty',
  'informed_missing',
] as const

/** Why a report cannot be written as it is; also the key of the words people read. */
export type ReportProblem = (typeof reportProblems)[number]

export const dutyCodes = Object.keys(reportingDuties) as readonly ReportingDutyCode[]

/** The authorities that take a report under this duty. */
export const authoritiesFor = (duty: ReportingDutyCode): readonly ReportAuthority[] =>
  reportingDuties[duty].to

/** Every authority that takes some report. */
export const reportAuthorities: readonly ReportAuthority[] = [
  ...new Set(dutyCodes.flatMap((duty) => authoritiesFor(duty))),
]

const isBlank = (text: string | null): boolean => text === null || text.trim() === ''

/** Everything that stands against it, in the order of the form; empty if it may be written. */
export const reportProblemsOf = (draft: ReportDraft): ReportProblem[] => {
  const problems: ReportProblem[] = []
  const { duty, authority } = draft
  if (duty === null) problems.push('duty_missing')
  if (authority === null || (duty !== null && !authoritiesFor(duty).includes(authority)))
    problems.push('authority_unfit')
  if (isBlank(draft.article)) problems.push('article_missing')
  if (isBlank(draft.reason)) problems.push('reason_missing')
  if (draft.sections.length === 0) problems.push('sections_missing')
  if (draft.sections.some((section) => !mandatoryReportSections.includes(section)))
    problems.push('section_beyond_duty')
  if (isBlank(draft.facts)) problems.push('facts_missing')
  if (draft.personInformed === null) problems.push('informed_missing')
  return problems
}

/** The draft, if nothing is left open. */
export const isWholeReport = (draft: ReportDraft): draft is WholeReport =>
  reportProblemsOf(draft).length === 0

/** As people speak of it: `BC-26-00012`. */
export const dutyReportNumber = (year: number, sequence: number): string =>
  `BC-${String(year % 100).padStart(2, '0')}-${String(sequence).padStart(5, '0')}`
