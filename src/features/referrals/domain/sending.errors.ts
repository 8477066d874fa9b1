import { DomainError } from '../../../platform/errors/domain-error.js'

/** What a draft needs before it can be sent, in the order in which it is written. */
export type DraftStep = 'need' | 'unit' | 'sharing'

/** The draft is not yet whole; `step` is where the writer goes on. */
export class ReferralIncomplete extends DomainError {
  readonly code = 'referral.incomplete'

  constructor(readonly step: DraftStep) {
    super({ step })
  }

  override get kind() {
    return 'invalid' as const
  }
}

/** What was sent is no longer written at. */
export class ReferralAlreadySent extends DomainError {
  readonly code = 'referral.already-sent'
}

/** Another referral has already taken the place of this one. */
export class ReferralAlreadySentOn extends DomainError {
  readonly code = 'referral.already-sent-on'
}

/** Only what came back is sent to another unit in its place. */
export class ReferralNotBack extends DomainError {
  readonly code = 'referral.not-back'
}

/** No consent, nor another legal basis, lets this unit see anything at this moment. */
export class ReferralConsentMissing extends DomainError {
  readonly code = 'referral.consent-missing'
}

/** More sections were chosen than were agreed to, or than the receiving sector may ever see. */
export class ReferralBeyondConsent extends DomainError {
  readonly code = 'referral.beyond-consent'

  override get kind() {
    return 'invalid' as const
  }
}

/** The unit is gone, takes no referrals at present, does not give the service, or is the sender itself. */
export class ReferralUnitUnfit extends DomainError {
  readonly code = 'referral.unit-unfit'

  override get kind() {
    return 'invalid' as const
  }
}

/** A colleague at the same desk has taken it in hand. */
export class ReferralClaimedByColleague extends DomainError {
  readonly code = 'referral.claimed-by-colleague'
}

/** The suggested unit is not one the sender could turn to. */
export class ReferralSuggestionUnfit extends DomainError {
  readonly code = 'referral.suggestion-unfit'

  override get kind() {
    return 'invalid' as const
  }
}

/** A closed case refers nobody on. */
export class ReferralOfClosedCase extends DomainError {
  readonly code = 'referral.case-closed'
}

/** Only while the receiver is at work can more be shared, or asked for. */
export class ReferralNotUnderWay extends DomainError {
  readonly code = 'referral.not-under-way'
}

/** A question for more waits for its answer already. */
export class ReferralMoreAlreadyAsked extends DomainError {
  readonly code = 'referral.more-already-asked'
}

/** Nobody asks for more, or somebody has answered. */
export class ReferralNothingAsked extends DomainError {
  readonly code = 'referral.nothing-asked'
}

/** What was chosen is shared already, or nothing was chosen. */
export class ReferralNothingMore extends DomainError {
  readonly code = 'referral.nothing-more'

  override get kind() {
    return 'invalid' as const
  }
}

/** Asking for more, and refusing it, take words. */
export class ReferralWordsMissing extends DomainError {
  readonly code = 'referral.words-missing'

  override get kind() {
    return 'invalid' as const
  }
}

/** Why one of several could not be sent: `because` is the code of its own trouble. */
export interface TroubleOfOne {
  readonly id: string
  readonly because: string
}

/** Some of several could not be sent, so none was. */
export class BundleNotSent extends DomainError {
  readonly code = 'referral.bundle-not-sent'

  constructor(readonly troubles: readonly TroubleOfOne[]) {
    super()
  }
}
