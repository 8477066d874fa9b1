import type { DomainEvent } from '../../../platform/outbox/domain-event.js'
import type { EndReason } from './withdrawal.js'

/** Somebody agreed, or another basis was recorded. */
export class ConsentRecorded implements DomainEvent {
  readonly type = 'consent.recorded'
  readonly data: { readonly recipientUnitId: string }

  constructor(
    readonly subjectId: string,
    readonly caseId: string,
    recipientUnitId: string,
  ) {
    this.data = { recipientUnitId }
  }
}

/** Sharing that stood on the consent has ended; the recipient is to be told. */
export class ConsentWithdrawn implements DomainEvent {
  readonly type = 'consent.withdrawn'
  readonly data: { readonly recipientUnitId: string; readonly reason: EndReason }

  constructor(
    readonly subjectId: string,
    readonly caseId: string,
    recipientUnitId: string,
    reason: EndReason,
  ) {
    this.data = { recipientUnitId, reason }
  }
}

/** What happens to something shared, or to be shared, without consent; the subject is the exception. */
export type ExceptionEventType =
  | 'consent.approval-asked'
  | 'consent.shared-in-emergency'
  | 'consent.approved'
  | 'consent.declined'
  | 'consent.reviewed'

/** Somebody has to answer, or has answered. */
export class ExceptionMoved implements DomainEvent {
  readonly data: { readonly unitId: string; readonly outcome: string }

  constructor(
    readonly type: ExceptionEventType,
    readonly subjectId: string,
    readonly caseId: string,
    unitId: string,
    outcome: string,
  ) {
    this.data = { unitId, outcome }
  }
}
