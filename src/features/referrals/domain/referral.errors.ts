import { DomainError } from '../../../platform/errors/domain-error.js'
import type { ReferralStatus } from './referral-status.js'

/** Somebody has answered already: the first answer counts. */
export class ReferralAlreadyAnswered extends DomainError {
  readonly code = 'referral.already-answered'
}

/** There is no such move from the present state. */
export class ReferralMoveNotAllowed extends DomainError {
  readonly code = 'referral.move-not-allowed'

  constructor(from: ReferralStatus, to: ReferralStatus) {
    super({ from, to })
  }
}

/** The move exists, but belongs to the other side. */
export class ReferralMoveOfOtherSide extends DomainError {
  readonly code = 'referral.move-of-other-side'
}

/** The move asks for a reason from its list. */
export class ReferralReasonMissing extends DomainError {
  readonly code = 'referral.reason-missing'
}

/** Completing asks for the outcome. */
export class ReferralOutcomeMissing extends DomainError {
  readonly code = 'referral.outcome-missing'
}

/** A service that has begun is cancelled only after the sender has asked. */
export class ReferralCancellationNotAsked extends DomainError {
  readonly code = 'referral.cancellation-not-asked'
}

/** The system may let a referral expire only when its time has run out. */
export class ReferralNotYetExpired extends DomainError {
  readonly code = 'referral.not-yet-expired'
}

/** Nobody has asked anything that waits for an answer. */
export class ReferralNothingAsked extends DomainError {
  readonly code = 'referral.no-question'
}

/** Given to somebody who is no caseworker of the unit, or who is away. */
export class ReferralColleagueUnfit extends DomainError {
  readonly code = 'referral.colleague-unfit'

  override get kind(): 'invalid' {
    return 'invalid'
  }
}

/** An appointment lies ahead. */
export class ReferralAppointmentPast extends DomainError {
  readonly code = 'referral.appointment-past'

  override get kind(): 'invalid' {
    return 'invalid'
  }
}

/** Who did not come was expected: there was an appointment, and its time is over. */
export class ReferralNoAppointment extends DomainError {
  readonly code = 'referral.no-appointment'
}
