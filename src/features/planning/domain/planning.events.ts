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

/** Told by timers; the subject is the task. */
export const taskEvents = [
  'case-task.due-soon',
  'case-task.due-today',
  'case-task.overdue',
] as const
/** The subject is the task. */
export const taskGiven = 'case-task.given'

/** Told by the timers that the database sets; the subject is the case. */
export const contactEvents = ['contact.due-soon', 'contact.overdue'] as const

/** Told by a timer; the subject is the flag. */
export const flagDue = 'case-flag.due'
/** The subject is the flag. */
export const flagRaised = 'case-flag.raised'

/** Somebody was given something to do, or told of a matter by a flag. */
export class PlanningNews implements DomainEvent {
  constructor(
    readonly type: typeof taskGiven | typeof flagRaised,
    readonly subjectId: string,
    readonly caseId: string,
  ) {}
}
