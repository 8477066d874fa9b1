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

/** The day is gone already. */
export class DueInPast extends DomainError {
  readonly code = 'planning.due-in-past'

  override get kind() {
    return 'invalid' as const
  }
}

/** Somebody who does not answer for the case: neither its lead nor a supervisor of the unit. */
export class WorkerUnfit extends DomainError {
  readonly code = 'planning.worker-unfit'

  override get kind() {
    return 'invalid' as const
  }
}

/** A referral of another case, or one the writer does not see. */
export class ReferralUnfit extends DomainError {
  readonly code = 'planning.referral-unfit'

  override get kind() {
    return 'invalid' as const
  }
}

/** It was done or called off already. */
export class AlreadyEnded extends DomainError {
  readonly code = 'planning.ended'
}

/** What comes from the plan ends there. */
export class TaskOfPlan extends DomainError {
  readonly code = 'planning.task-of-plan'
}

/** Nobody can have talked to somebody who is still to be called. */
export class ContactInFuture extends DomainError {
  readonly code = 'planning.contact-in-future'

  override get kind() {
    return 'invalid' as const
  }
}

/** The person has not called this way safe at that hour; whoever did it so says that they know. */
export class AgainstSafeContact extends DomainError {
  readonly code = 'planning.against-safe-contact'

  override get kind() {
    return 'invalid' as const
  }
}
