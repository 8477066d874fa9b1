import { DomainError } from '../../../platform/errors/domain-error.js'

/** The installation has no mail server. */
export class NoMail extends DomainError {
  readonly code = 'mail.none'
}

/** Not an address that mail can be sent to. */
export class NoMailAddress extends DomainError {
  readonly code = 'mail.address.wrong'

  override get kind() {
    return 'invalid' as const
  }
}

/** Not the code that was sent, or one that has run out. */
export class WrongMailCode extends DomainError {
  readonly code = 'mail.code.wrong'

  override get kind() {
    return 'invalid' as const
  }
}

/** Too many codes within a day. */
export class TooManyMailCodes extends DomainError {
  readonly code = 'mail.code.too-many'
  readonly retryAfterSeconds = 24 * 3600

  override get kind() {
    return 'too-many' as const
  }
}
