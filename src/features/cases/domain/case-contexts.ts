import type { GbvCoreType } from './gbv-core-types.js'

/**
 * What the GBV figures call the context of a case. Computed, never typed in, so that two workers
 * count alike. Source: Primero's GBV module after GBVIMS.
 */
export const caseContexts = [
  'intimate_partner_violence',
  'child_sexual_abuse',
  'early_marriage',
  'possible_sexual_exploitation',
  'possible_sexual_slavery',
  'harmful_traditional_practice',
] as const

export type CaseContext = (typeof caseContexts)[number]

/** What is known of one incident; null where nobody has said. */
export interface ContextFacts {
  readonly coreType: GbvCoreType | null
  /** Completed years at the time. */
  readonly ageAtIncident: number | null
  readonly perpetratorRelation: string | null
  readonly goodsExchanged: boolean | null
  readonly abduction: string | null
  readonly harmfulPractice: string | null
}

// The age of these two contexts is GBVIMS's own, not that of a country's law.
const underAge = 18

const isSexual = ({ coreType }: ContextFacts): boolean =>
  coreType === 'rape' || coreType === 'sexual_assault'

// An age that nobody knows protects as a child's does, but is not counted as one.
const isUnderAge = ({ ageAtIncident }: ContextFacts): boolean =>
  ageAtIncident !== null && ageAtIncident < underAge

const isSaid = (code: string | null): boolean => code !== null && code !== 'none'

const rules: Readonly<Record<CaseContext, (facts: ContextFacts) => boolean>> = {
  intimate_partner_violence: ({ perpetratorRelation }) =>
    perpetratorRelation === 'intimate_partner_former_partner',
  child_sexual_abuse: (facts) => isSexual(facts) && isUnderAge(facts),
  early_marriage: (facts) => facts.coreType === 'forced_marriage' && isUnderAge(facts),
  possible_sexual_exploitation: (facts) => isSexual(facts) && facts.goodsExchanged === true,
  possible_sexual_slavery: (facts) => isSexual(facts) && isSaid(facts.abduction),
  harmful_traditional_practice: ({ harmfulPractice }) => isSaid(harmfulPractice),
}

/** The contexts of one incident; none where it is no gender-based violence. */
export const caseContextsOf = (facts: ContextFacts): CaseContext[] =>
  facts.coreType === null || facts.coreType === 'non-gbv'
    ? []
    : caseContexts.filter((context) => rules[context](facts))
