import { DomainError } from '../../../platform/errors/domain-error.js'

/** The unit was reminded within the hour: another call would only be noise. */
export class RemindedAlready extends DomainError {
  readonly code = 'escalation.reminded-already'
}

/** Nothing is left to answer: the sender looks for another unit. */
export class NothingToAnswer extends DomainError {
  readonly code = 'escalation.nothing-to-answer'
}
