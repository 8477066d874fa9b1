import type { DomainEvent } from '../../../platform/outbox/domain-event.js'

/** A case was closed, or opened again; the subject is the closure. */
export class CaseClosureMoved implements DomainEvent {
  constructor(
    readonly type: 'case.closed' | 'case.reopened',
    readonly subjectId: string,
    readonly caseId: string,
  ) {}
}
