import { sectorDefault } from '../../../platform/access/sector-defaults.js'
import type { Sector } from '../../../platform/access/sectors.js'
import type { LocalDate } from '../../../platform/clock/local-time.js'
import type { ConsentAnswer, ConsentDraft } from './consent.js'
import { isAmong } from './consent-detail.js'
import { assentFor, consentRuleFor, type ConsentGiver } from './consent-rules.js'
import { basesForTheChildAlone, basisRule, type LegalBasis } from './legal-basis.js'

export const representativeStates = ['trusted', 'suspected', 'absent'] as const

/** The representative can be asked; is suspected of the violence or of shielding it; cannot be asked. */
export type RepresentativeState = (typeof representativeStates)[number]

/** What has to be known of the person to judge a consent. */
export interface ConsentFacts {
  /** Completed years today, or null if unknown. */
  readonly ageInYears: number | null
  /** The day of the answer: picks the law. */
  readonly onDate: LocalDate
  readonly representative: RepresentativeState
  /** Names of those the case suspects: none of them speaks for the child, whatever else is recorded. */
  readonly suspects?: readonly string[]
}

export const consentProblems = [
  'unit_missing',
  'section_missing',
  'purpose_missing',
  'not_explained',
  'explained_on_missing',
  'explained_in_future',
  'expiry_missing',
  'expiry_not_after_start',
  'expiry_too_late',
  'self_missing',
  'self_refused',
  'representative_missing',
  'representative_refused',
  'representative_suspected',
  'representative_absent',
  'representative_unnamed',
  'representative_is_suspect',
  'withheld_missing',
  'withheld_needs_reason',
  'basis_needs_reason',
  'duty_is_a_report',
] as const

/** Why a consent cannot be recorded as it is; also the key of the words people read. */
export type ConsentProblem = (typeof consentProblems)[number]

/** Everything that stands against the draft, in the order of a form; empty if it may be recorded. */
export const validateConsent = (draft: ConsentDraft, facts: ConsentFacts): ConsentProblem[] => [
  ...scopeProblems(draft),
  ...expiryProblems(draft),
  ...(draft.basis === 'consent' ? answerProblems(draft, facts) : basisProblems(draft)),
  ...withheldProblems(draft),
]

const scopeProblems = (draft: ConsentDraft): ConsentProblem[] => {
  const problems: ConsentProblem[] = []
  // Statistics that name nobody go to no unit and show no section.
  const onlyReporting = draft.purposes.every((purpose) => purpose === 'reporting')
  if (draft.purposes.length === 0) problems.push('purpose_missing')
  if (!onlyReporting || draft.purposes.length === 0) {
    if (draft.unitIds.length === 0) problems.push('unit_missing')
    if (draft.sections.length === 0) problems.push('section_missing')
  }
  return problems
}

const expiryProblems = ({ basis, from, until }: ConsentDraft): ConsentProblem[] => {
  if (until === null) return ['expiry_missing']
  if (until <= from) return ['expiry_not_after_start']
  const days = (until.getTime() - from.getTime()) / 86_400_000
  return days > basisRule(basis).maxDays ? ['expiry_too_late'] : []
}

const answerOf = (
  { answers }: ConsentDraft,
  giver: ConsentGiver,
): ConsentAnswer['answer'] | 'none' => {
  const given = answers.filter(({ by }) => by === giver)
  if (given.some(({ answer }) => answer === 'refuses')) return 'refuses'
  return given.length > 0 ? 'agrees' : 'none'
}

const answerProblems = (draft: ConsentDraft, facts: ConsentFacts): ConsentProblem[] => {
  const problems = explainedProblems(draft, facts)
  const required = consentRuleFor(facts.ageInYears, facts.onDate).required
  const self = answerOf(draft, 'self')
  // A no of the person counts at any age; a yes is asked for where the law asks for it.
  if (self === 'refuses') problems.push('self_refused')
  if (self === 'none' && required.includes('self')) problems.push('self_missing')
  return required.includes('representative')
    ? [...problems, ...representativeProblems(draft, facts)]
    : problems
}

// What confidentiality cannot promise is said before anything is told, and on a day that has been.
const explainedProblems = (
  { explained, detail: { explainedOn } }: ConsentDraft,
  { onDate }: ConsentFacts,
): ConsentProblem[] => {
  if (!explained) return ['not_explained']
  if (explainedOn === null) return ['explained_on_missing']
  return explainedOn > onDate ? ['explained_in_future'] : []
}

const withheldProblems = ({ detail: { withheld, withheldReason } }: ConsentDraft) => {
  const problems: ConsentProblem[] = []
  if (isBlank(withheld) && withheldReason !== null) problems.push('withheld_missing')
  if (!isBlank(withheld) && withheldReason === null) problems.push('withheld_needs_reason')
  return problems
}

const representativeProblems = (draft: ConsentDraft, facts: ConsentFacts): ConsentProblem[] => {
  // What a suspect signs or refuses is void: the child's own interests are the basis then.
  if (facts.representative === 'suspected') return ['representative_suspected']
  if (facts.representative === 'absent') return ['representative_absent']
  const answer = answerOf(draft, 'representative')
  if (answer === 'refuses') return ['representative_refused']
  if (answer === 'none') return ['representative_missing']
  const { representative } = draft.detail
  if (representative === null) return ['representative_unnamed']
  return isAmong(representative.name, facts.suspects ?? []) ? ['representative_is_suspect'] : []
}

const basisProblems = (draft: ConsentDraft): ConsentProblem[] => {
  const rule = basisRule(draft.basis)
  const problems: ConsentProblem[] = []
  if (rule.isReport) problems.push('duty_is_a_report')
  if (rule.needsReason && isBlank(draft.reason)) problems.push('basis_needs_reason')
  return problems
}

const isBlank = (text: string | null): boolean => text === null || text.trim() === ''

/** Does a representative's no stand? A suspect's veto is void, and an adult has no representative. */
export const isVetoHeeded = (facts: ConsentFacts): boolean =>
  facts.representative === 'trusted' &&
  consentRuleFor(facts.ageInYears, facts.onDate).required.includes('representative')

/** The bases to choose from: consent, unless the representative it needs is suspected or absent. */
export const basesOpen = (facts: ConsentFacts): readonly LegalBasis[] =>
  facts.representative !== 'trusted' &&
  consentRuleFor(facts.ageInYears, facts.onDate).required.includes('representative')
    ? basesForTheChildAlone
    : ['consent', ...basesForTheChildAlone]

export const consentAdviceCodes = [
  'ask_child_assent',
  'ask_written_assent',
  'verify_law',
  'beyond_sector',
] as const

/** Good practice that the worker is reminded of; it blocks nothing. */
export type ConsentAdvice = (typeof consentAdviceCodes)[number]

/** What good practice would still ask for; `sector` is the recipient's, where it is known. */
export const consentAdvice = (
  draft: ConsentDraft,
  facts: ConsentFacts & { readonly sector?: Sector },
): ConsentAdvice[] => {
  const advice: ConsentAdvice[] = []
  const asked = assentFor(facts.ageInYears, facts.onDate)?.child ?? 'nothing'
  const own = draft.answers.filter(({ by }) => by === 'self')
  if (asked !== 'nothing' && own.length === 0) advice.push('ask_child_assent')
  if (asked === 'written-assent' && own.length > 0 && own.every(({ mode }) => mode === 'verbal')) {
    advice.push('ask_written_assent')
  }
  if (!consentRuleFor(facts.ageInYears, facts.onDate).verified) advice.push('verify_law')
  // Agreed to or not, no more is shown to a unit than its sector needs to know.
  const { sector } = facts
  if (
    sector !== undefined &&
    draft.sections.some((section) => !sectorDefault(sector).includes(section))
  ) {
    advice.push('beyond_sector')
  }
  return advice
}
