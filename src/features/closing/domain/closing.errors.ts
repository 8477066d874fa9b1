import { DomainError } from '../../../platform/errors/domain-error.js'
import type { Holder } from './closure.js'

/** Somebody still helps, or the case is on its way: that ends first. */
export class CaseHeldOpen extends DomainError {
  readonly code: string

  constructor(held: Holder) {
    super()
    this.code = `closing.held.${held}`
  }
}

/** Something is open that nobody has answered for. */
export class EndsUnanswered extends DomainError {
  readonly code = 'closing.ends.unanswered'

  override get kind() {
    return 'invalid' as const
  }
}

/** Contact is called lost before the log holds the attempts that this takes. */
export class AttemptsMissing extends DomainError {
  readonly code = 'closing.attempts.missing'

  override get kind() {
    return 'invalid' as const
  }
}

/** Nothing was prepared, or it is closed already. */
export class NotPrepared extends DomainError {
  readonly code = 'closing.not-prepared'
}

/** A supervisor is to agree first, to exactly this. */
export class ClosingNotApproved extends DomainError {
  readonly code = 'closing.not-approved'
}

/** Only what is closed is opened again. */
export class NotClosed extends DomainError {
  readonly code = 'closing.not-closed'
}
