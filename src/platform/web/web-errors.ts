import { DomainError } from '../errors/domain-error.js'

/** Nobody is signed in (or the session is locked): the sign-in (or lock) page, 401 for the API. */
export class NotSignedIn extends Error {
  constructor(
    readonly locked: boolean,
    /** Under which what was typed waits for the password. */
    readonly heldForm: string | null = null,
  ) {
    super('not signed in')
  }
}

/** The code of conduct in force has not been accepted: its page, 403 for the API. */
export class ConductNotAccepted extends Error {
  constructor(
    /** Under which what was typed waits. */
    readonly heldForm: string | null = null,
  ) {
    super('code of conduct not accepted')
  }
}

/** A form that did not come from our own page. */
export class Forged extends Error {}

/** A change without If-Match: 428. */
export class PreconditionMissing extends Error {}

/** The same Idempotency-Key came with another body. */
export class KeyUsedOtherwise extends DomainError {
  readonly code = 'error.idempotency-key-used'

  override get kind() {
    return 'invalid' as const
  }
}

/** Input that does not fit: RFC 6901 pointer and key of a sentence each. */
export class InvalidInput extends DomainError {
  readonly code = 'error.invalid-input'

  constructor(readonly errors: readonly { readonly pointer: string; readonly code: string }[]) {
    super()
  }

  override get kind() {
    return 'invalid' as const
  }
}
