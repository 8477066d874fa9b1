import type { DomainEvent } from '../../../platform/outbox/domain-event.js'

/** The subject is the approval. */
export const approvalEvents = [
  'approval.requested',
  'approval.approved',
  'approval.returned',
  'approval.withdrawn',
] as const
export type ApprovalEvent = (typeof approvalEvents)[number]

/** Somebody asked, answered or took back; who is concerned is read from the row. */
export class ApprovalMoved implements DomainEvent {
  constructor(
    readonly type: ApprovalEvent,
    readonly subjectId: string,
    readonly caseId: string,
  ) {}
}
