import type { LocalDate } from '../../../platform/clock/local-time.js'

export const relations = [
  'mother',
  'father',
  'step_parent',
  'grandparent',
  'aunt_or_uncle',
  'sibling',
  'legal_guardian',
  'institution',
  'other',
] as const

/** What the one who speaks for the child is to it. */
export type Relation = (typeof relations)[number]

export const withheldReasons = ['fear_of_harm', 'wants_to_tell', 'other'] as const

/** Why something is kept back (Primero): fear for oneself or others, wants to tell it in person, another. */
export type WithheldReason = (typeof withheldReasons)[number]

/** Who answers for a child. */
export interface Representative {
  readonly name: string
  readonly relation: Relation
}

/** What belongs to an answer beside the answer itself. */
export interface ConsentDetail {
  /** The day on which the limits of confidentiality were explained; that comes before everything. */
  readonly explainedOn: LocalDate | null
  /** The language that was spoken. */
  readonly explainedLanguage: string | null
  /** Who explained, where it was not the one who records. */
  readonly explainedBy: string | null
  /** Who interpreted; null where nobody did. */
  readonly interpreter: string | null
  readonly representative: Representative | null
  /** What the child thinks of it, in her own words. */
  readonly childView: string | null
  /** What is not to be passed on, whatever the sections say. */
  readonly withheld: string | null
  readonly withheldReason: WithheldReason | null
}

/** Nothing but the answer. */
export const noDetail: ConsentDetail = {
  explainedOn: null,
  explainedLanguage: null,
  explainedBy: null,
  interpreter: null,
  representative: null,
  childView: null,
  withheld: null,
  withheldReason: null,
}

// Accents, case and the order of names are written differently by everybody who writes them.
const wordsOf = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/đ/g, 'd')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .toSorted()
    .join(' ')

/** Is the one of this name among these? Rather once too often: the worker can write the name in full. */
export const isAmong = (name: string, others: readonly string[]): boolean => {
  const words = wordsOf(name)
  return words !== '' && others.some((other) => wordsOf(other) === words)
}
