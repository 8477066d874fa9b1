import { DomainError } from '../../../platform/errors/domain-error.js'

/** The receiver works with this service itself, or the referral asks nothing of it any more. */
export class LinkNotNeeded extends DomainError {
  readonly code = 'exchange.link-not-needed'
}

/** Nothing may be shared with this unit now: the consent was taken back or has run out. */
export class LinkWithoutConsent extends DomainError {
  readonly code = 'exchange.link-without-consent'
}

/** There is no link to take back. */
export class NoLinkInForce extends DomainError {
  readonly code = 'exchange.no-link-in-force'
}

/** Many codes from one network: the next one waits. */
export class TooManyCodes extends DomainError {
  readonly code = 'exchange.too-many-codes'

  constructor(readonly retryAfterSeconds: number) {
    super()
  }

  override get kind() {
    return 'too-many' as const
  }
}
