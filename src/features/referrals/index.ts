export { ReferralsModule } from './referrals.module.js'
export { StartReferral } from './use-cases/start-referral.js'
export { ChooseUnit } from './use-cases/choose-unit.js'
export { ChooseSharing } from './use-cases/choose-sharing.js'
export { SendReferral } from './use-cases/send-referral.js'
export { CancelReferral } from './use-cases/cancel-referral.js'
export { ClaimReferral } from './use-cases/claim-referral.js'
export { AcceptReferral } from './use-cases/accept-referral.js'
export { RejectReferral } from './use-cases/reject-referral.js'
export { StartService } from './use-cases/start-service.js'
export { CompleteReferral } from './use-cases/complete-referral.js'
export { FailReferral } from './use-cases/fail-referral.js'
export { ConfirmReferral } from './use-cases/confirm-referral.js'
export { ReadReferral } from './use-cases/read-referral.js'
export { ReferralReading } from './use-cases/referral-reading.js'
export type { ReferralParties } from './data/referral-parties.js'
export { referralEventTypes } from './domain/referral-events.js'
export {
  cancelReasons,
  errorReasons,
  failReasons,
  holdReasons,
  rejectionReasons,
} from './domain/referral-reasons.js'
export { referralOutcomes, type Feedback } from './domain/outcomes.js'
export { canMove, referralStatuses, type ReferralStatus } from './domain/referral-status.js'
export { clockRules } from './domain/clocks.js'
export type { Urgency } from './domain/urgency.js'
