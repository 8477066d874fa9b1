import { sectionsOf, type Section } from '../../../platform/access/sections.js'
import type { ExceptionTexts } from '../data/exception-texts.js'
import type { StoredException } from '../data/exceptions.repository.js'
import { legalBases, type LegalBasis } from '../domain/legal-basis.js'
import { exceptionFactsOf, reviewDueAt } from '../domain/sharing-exception.js'

/** Something shared, or to be shared, without consent; nothing of the case itself. */
export interface ExceptionView extends Pick<
  StoredException,
  | 'id'
  | 'kind'
  | 'unitId'
  | 'unitName'
  | 'consentId'
  | 'recipientUnitName'
  | 'duty'
  | 'authority'
  | 'recordedAt'
  | 'recorderName'
  | 'approval'
  | 'deciderName'
  | 'decidedAt'
  | 'review'
  | 'reviewerName'
  | 'reviewedAt'
  | 'version'
> {
  readonly basis: LegalBasis
  readonly sections: readonly Section[]
  /** Why; null for what was recorded before grounds were kept. */
  readonly reason: string | null
  readonly article: string | null
  readonly decisionNote: string | null
  readonly reviewNote: string | null
  /** It waits for a reviewer of another unit. */
  readonly isEscalated: boolean
  readonly reviewDueAt: Date | null
  readonly isReviewOverdue: boolean
}

/** The exception as others may read it at this instant. */
export const exceptionView = (
  stored: StoredException,
  texts: ExceptionTexts,
  now: Date,
): ExceptionView => {
  const basis = legalBases.find((one) => one === stored.legalBasis)
  if (basis === undefined) throw new RangeError('an exception stands on a basis that nobody knows')
  const grounds = texts.grounds(stored)
  const due = reviewDueAt(stored)
  return {
    id: stored.id,
    kind: stored.kind,
    unitId: stored.unitId,
    unitName: stored.unitName,
    consentId: stored.consentId,
    recipientUnitName: stored.recipientUnitName,
    duty: stored.duty,
    authority: stored.authority,
    recordedAt: stored.recordedAt,
    recorderName: stored.recorderName,
    approval: stored.approval,
    deciderName: stored.deciderName,
    decidedAt: stored.decidedAt,
    review: stored.review,
    reviewerName: stored.reviewerName,
    reviewedAt: stored.reviewedAt,
    version: stored.version,
    basis,
    sections: sectionsOf(stored.sections),
    reason: grounds?.reason ?? null,
    article: grounds?.article ?? null,
    decisionNote: texts.decision(stored),
    reviewNote: texts.review(stored),
    isEscalated: stored.approval === 'pending' && exceptionFactsOf(stored, now).isEscalated,
    reviewDueAt: due,
    isReviewOverdue: due !== null && due <= now,
  }
}
