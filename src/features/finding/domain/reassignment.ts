import type { DomainEvent } from '../../../platform/outbox/domain-event.js'

/** As many cases are handed over at once. */
export const mostReassigned = 100

/**
 * What became of one case: it waits, it was handed over, it is not the supervisor's to give any more,
 * this colleague cannot lead it (why is nobody's to know), or somebody else was faster.
 */
export const reassignStates = ['waiting', 'done', 'gone', 'unfit', 'stale'] as const

export type ReassignState = (typeof reassignStates)[number]

export const reassignAsked = 'case.reassign-asked'

/** A supervisor asks for many cases to be led by a colleague. */
export class ReassignAsked implements DomainEvent {
  readonly type = reassignAsked
  readonly caseId = null

  /** @param subjectId the reassignment */
  constructor(readonly subjectId: string) {}
}

export const reassignedTypes = ['case.given', 'case.given-away'] as const

/** A case has another lead: told to the new one and to the old one. */
export class CaseReassigned implements DomainEvent {
  /** @param subjectId the line of the reassignment */
  constructor(
    readonly type: (typeof reassignedTypes)[number],
    readonly subjectId: string,
    readonly caseId: string,
  ) {}
}
