import { DomainError } from '../../../platform/errors/domain-error.js'

/** A note about something that is still to come. */
export class NoteOfFuture extends DomainError {
  readonly code = 'notes.of-future'

  override get kind() {
    return 'invalid' as const
  }
}

/** The note was entered in error: there is nothing to correct any more. */
export class NoteInError extends DomainError {
  readonly code = 'notes.in-error'
}

/** A correction that says what was there already. */
export class NothingCorrected extends DomainError {
  readonly code = 'notes.nothing-corrected'

  override get kind() {
    return 'invalid' as const
  }
}
