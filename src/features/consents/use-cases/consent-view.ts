import { sectionsOf, type Section } from '../../../platform/access/sections.js'
import type { StoredConsent } from '../data/consents.repository.js'
import {
  consentModes,
  consentPurposes,
  isLive,
  type ConsentMode,
  type ConsentPurpose,
} from '../domain/consent.js'
import { consentGivers, type ConsentGiver } from '../domain/consent-rules.js'
import { legalBases, type LegalBasis } from '../domain/legal-basis.js'
import type { Approval } from '../domain/sharing-exception.js'
import type { EndReason } from '../domain/withdrawal.js'

/** A consent as it stands. */
export interface ConsentView {
  readonly id: string
  readonly caseId: string
  readonly recipientUnitId: string
  readonly recipientUnitName: string
  readonly sections: readonly Section[]
  readonly purposes: readonly ConsentPurpose[]
  readonly legalBasis: LegalBasis
  /** Who agreed; nobody where another basis stands in place of consent. */
  readonly givenBy: readonly ConsentGiver[]
  readonly mode: ConsentMode | null
  /** Of a child: whether it agrees itself; null where it was not asked, or is no child. */
  readonly childAssents: boolean | null
  readonly consentsToStatistics: boolean
  readonly givenAt: Date
  /** First instant at which it no longer holds. */
  readonly validUntil: Date
  readonly withdrawnAt: Date | null
  readonly withdrawnReason: EndReason | null
  /** Only what needs no approval, or has it, opens anything. */
  readonly approval: Approval
  readonly isLive: boolean
  readonly recordedBy: string
}

/** Codes in a stored list, in their fixed order. */
const listed = <Code extends string>(codes: readonly Code[], stored: string): Code[] => {
  const words = stored.split(' ')
  return codes.filter((code) => words.includes(code))
}

/** The consent as others may read it at this instant. */
export const consentView = (stored: StoredConsent, now: Date): ConsentView => {
  const { givenAt, validUntil, withdrawnAt } = stored
  const basis = legalBases.find((one) => one === stored.legalBasis)
  if (basis === undefined) throw new RangeError('a consent stands on a basis that nobody knows')
  return {
    id: stored.id,
    caseId: stored.caseId,
    recipientUnitId: stored.recipientUnitId,
    recipientUnitName: stored.recipientUnitName,
    sections: sectionsOf(stored.sections),
    purposes: listed(consentPurposes, stored.purpose),
    legalBasis: basis,
    givenBy: listed(consentGivers, stored.givenBy),
    mode: listed(consentModes, stored.mode)[0] ?? null,
    childAssents: stored.childAssents,
    consentsToStatistics: stored.consentsToStatistics,
    givenAt,
    validUntil,
    withdrawnAt,
    withdrawnReason: stored.withdrawnReason,
    approval: stored.approval,
    isLive: isLive(
      { from: givenAt, until: validUntil, withdrawnAt, approval: stored.approval },
      now,
    ),
    recordedBy: stored.recorderName,
  }
}
