import { DomainError } from '../../../platform/errors/domain-error.js'

/** In a case that is closed nothing is planned, asked or given to do. */
export class CaseIsClosed extends DomainError {
  readonly code = 'planning.case-closed'
}

/** Something of this kind waits for an answer already. */
export class ApprovalAlreadyAsked extends DomainError {
  readonly code = 'approvals.already-asked'
}

/** The unit wants a supervisor's approval first, for what is there now. */
export class ApprovalMissing extends DomainError {
  readonly code = 'approvals.missing'
}

/** It was answered or taken back already. */
export class ApprovalAnswered extends DomainError {
  readonly code = 'approvals.answered'
}

/** What is returned says what to mend. */
export class ReasonMissing extends DomainError {
  readonly code = 'approvals.reason.missing'

  override get kind() {
    return 'invalid' as const
  }
}
