import type { DomainEvent } from '../../../platform/outbox/domain-event.js'

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
  readonly data: { readonly recipientUnitId: string }

  constructor(
    readonly subjectId: string,
    readonly caseId: string,
    recipientUnitId: string,
  ) {
    this.data = { recipientUnitId }
  }
}
