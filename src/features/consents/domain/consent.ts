import type { Section } from '../../../platform/access/sections.js'
import type { ConsentDetail } from './consent-detail.js'
import type { ConsentGiver } from './consent-rules.js'
import type { LegalBasis } from './legal-basis.js'
import { isInForce, type Approval } from './sharing-exception.js'

export const consentPurposes = ['services', 'sharing', 'tracing', 'reporting'] as const

/** What for: receiving services, sharing with named units, tracing family, non-identifiable statistics. */
export type ConsentPurpose = (typeof consentPurposes)[number]

export const consentModes = ['written', 'verbal', 'thumbprint'] as const

/** How the answer was given. Silence is no answer (PDP Law 91/2025/QH15, art. 9). */
export type ConsentMode = (typeof consentModes)[number]

export const consentAnswers = ['agrees', 'refuses'] as const

/** One person's answer. */
export interface ConsentAnswer {
  readonly by: ConsentGiver
  readonly answer: (typeof consentAnswers)[number]
  readonly mode: ConsentMode
}

/** A consent, or another legal basis recorded in its place, before it is checked. */
export interface ConsentDraft {
  readonly basis: LegalBasis
  readonly answers: readonly ConsentAnswer[]
  /** Was explained what is shared, with whom, what for, and where confidentiality ends. */
  readonly explained: boolean
  readonly detail: ConsentDetail
  readonly unitIds: readonly string[]
  readonly sections: readonly Section[]
  readonly purposes: readonly ConsentPurpose[]
  readonly from: Date
  /** First instant at which it no longer holds. */
  readonly until: Date | null
  /** Why another basis than consent. */
  readonly reason: string | null
}

/** A consent as it stands: never changed, only withdrawn. */
export interface Consent {
  readonly unitIds: readonly string[]
  readonly sections: readonly Section[]
  readonly purposes: readonly ConsentPurpose[]
  readonly from: Date
  readonly until: Date
  readonly withdrawnAt: Date | null
}

/**
 * Does the consent hold at this instant? A withdrawal counts at once, and what waits for approval, or
 * was declined, does not hold at all.
 */
export const isLive = (
  {
    from,
    until,
    withdrawnAt,
    approval = 'not_needed',
  }: Pick<Consent, 'from' | 'until' | 'withdrawnAt'> & { readonly approval?: Approval },
  instant: Date,
): boolean =>
  isInForce(approval) &&
  from <= instant &&
  instant < until &&
  (withdrawnAt === null || instant < withdrawnAt)

/** May this unit, by this consent, see this section for this purpose at this instant? */
export const covers = (
  consent: Consent,
  unitId: string,
  section: Section,
  purpose: ConsentPurpose,
  instant: Date,
): boolean =>
  isLive(consent, instant) &&
  consent.unitIds.includes(unitId) &&
  consent.sections.includes(section) &&
  consent.purposes.includes(purpose)

/** The sections that these consents together open to a unit for a purpose at an instant. */
export const sectionsCovered = (
  consents: readonly Consent[],
  unitId: string,
  purpose: ConsentPurpose,
  instant: Date,
): Section[] => {
  const sections = new Set(consents.flatMap((consent) => consent.sections))
  return [...sections].filter((section) =>
    consents.some((consent) => covers(consent, unitId, section, purpose, instant)),
  )
}

export const handOffKinds = ['referral', 'transfer'] as const

export type HandOffKind = (typeof handOffKinds)[number]

/**
 * What a person must have agreed to before a hand-off (Primero): a transfer needs sharing; a child's
 * referral needs sharing and services; another survivor's referral needs services, and sharing when
 * any section goes along.
 */
export const purposesNeeded = (
  kind: HandOffKind,
  { isChild, sharesSections }: { readonly isChild: boolean; readonly sharesSections: boolean },
): ConsentPurpose[] => {
  if (kind === 'transfer') return ['sharing']
  return isChild || sharesSections ? ['services', 'sharing'] : ['services']
}
