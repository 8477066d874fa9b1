import { DomainError } from '../../../platform/errors/domain-error.js'

/** The case is offered to somebody already: one answer is waited for at a time. */
export class TransferAlreadyOffered extends DomainError {
  readonly code = 'transfer.already-offered'
}

/** The offer has been answered, taken back or has run out: the first counts. */
export class TransferAlreadyEnded extends DomainError {
  readonly code = 'transfer.already-ended'
}

/** Nobody answered in time; who has the case decides anew. */
export class TransferExpired extends DomainError {
  readonly code = 'transfer.expired'
}

/** There is nothing to hand over: the case is closed. */
export class TransferOfClosedCase extends DomainError {
  readonly code = 'transfer.case-closed'
}

/** The unit is gone, works outside the system, or has the case itself. */
export class TransferUnitUnfit extends DomainError {
  readonly code = 'transfer.unit-unfit'

  override get kind() {
    return 'invalid' as const
  }
}

/** No one agreement lets this unit have all that is recorded. */
export class TransferNotAgreed extends DomainError {
  readonly code = 'transfer.not-agreed'
}

/** Nothing was agreed for what the old unit would keep, or not all of it, or not for so long. */
export class TransferKeepingNotAgreed extends DomainError {
  readonly code = 'transfer.keeping-not-agreed'

  override get kind() {
    return 'invalid' as const
  }
}

/** What is kept ends on a day that is to come, within a year. */
export class TransferKeepingUntilUnfit extends DomainError {
  readonly code = 'transfer.keeping-until-unfit'

  override get kind() {
    return 'invalid' as const
  }
}

/** Whoever is named cannot lead this case, or is not for this actor to name. */
export class TransferLeadUnfit extends DomainError {
  readonly code = 'transfer.lead-unfit'

  override get kind() {
    return 'invalid' as const
  }
}

/** The suggested unit is not one the owner could turn to. */
export class TransferSuggestionUnfit extends DomainError {
  readonly code = 'transfer.suggestion-unfit'

  override get kind() {
    return 'invalid' as const
  }
}

/** There is no such move from the present state, or it belongs to the other side. */
export class TransferMoveNotAllowed extends DomainError {
  readonly code = 'transfer.move-not-allowed'
}

/** The person has been contacted already. */
export class TransferAlreadyContacted extends DomainError {
  readonly code = 'transfer.already-contacted'
}

/** A worker who asks for many cases in a day is not asking for one. */
export class TransferAskedTooOften extends DomainError {
  readonly code = 'transfer.asked-too-often'

  override get kind() {
    return 'too-many' as const
  }
}

/** The request was answered, or nobody needs to answer it any more. */
export class TransferRequestEnded extends DomainError {
  readonly code = 'transfer.request-ended'
}
