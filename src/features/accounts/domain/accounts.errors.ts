import { DomainError } from '../../../platform/errors/domain-error.js'

/** Unknown login, wrong password, account that is not active: one answer for all. */
export class WrongSignIn extends DomainError {
  readonly code = 'accounts.sign-in.wrong'

  override get kind() {
    return 'invalid' as const
  }
}

/** The password asked for again, of somebody who is signed in, is not theirs. */
export class WrongPassword extends DomainError {
  readonly code = 'accounts.password.wrong'

  override get kind() {
    return 'invalid' as const
  }
}

/** Too many wrong tries: the next one waits. */
export class TooManyTries extends DomainError {
  readonly code = 'accounts.sign-in.too-many'

  constructor(readonly retryAfterSeconds: number) {
    super({ seconds: retryAfterSeconds })
  }

  override get kind() {
    return 'too-many' as const
  }
}

/** More people sign in at once than the processors can check. */
export class SignInBusy extends DomainError {
  readonly code = 'accounts.sign-in.busy'
  readonly retryAfterSeconds = 3

  override get kind() {
    return 'too-many' as const
  }
}

/** A new password that would be guessed. */
export class UnfitPassword extends DomainError {
  constructor(
    readonly code:
      | 'accounts.password.too-short'
      | 'accounts.password.too-long'
      | 'accounts.password.too-common'
      | 'accounts.password.too-personal'
      | 'accounts.password.unchanged',
  ) {
    super()
  }

  override get kind() {
    return 'invalid' as const
  }
}

/** The code of conduct has changed since it was read. */
export class OtherConductInForce extends DomainError {
  readonly code = 'conduct.changed'
}
