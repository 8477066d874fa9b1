export { ReferralsModule } from './referrals.module.js'
export { StartReferral, type NeedOfPerson } from './use-cases/start-referral.js'
export { DescribeNeed } from './use-cases/describe-need.js'
export { ChooseUnit } from './use-cases/choose-unit.js'
export { ChooseSharing } from './use-cases/choose-sharing.js'
export { PreviewReferral } from './use-cases/preview-referral.js'
export { SendReferral } from './use-cases/send-referral.js'
export { WriteInOneGo, type WholeReferral } from './use-cases/write-in-one-go.js'
export { CancelReferral } from './use-cases/cancel-referral.js'
export { ClaimReferral } from './use-cases/claim-referral.js'
export { ReleaseReferral } from './use-cases/release-referral.js'
export { AcceptReferral } from './use-cases/accept-referral.js'
export { RejectReferral, type Rejection } from './use-cases/reject-referral.js'
export { StartService } from './use-cases/start-service.js'
export { CompleteReferral, type Completion } from './use-cases/complete-referral.js'
export { FailReferral } from './use-cases/fail-referral.js'
export { ConfirmReferral } from './use-cases/confirm-referral.js'
export { ReadReferral, type OneReferral } from './use-cases/read-referral.js'
export { ListReferrals, type ReferralListAsked } from './use-cases/list-referrals.js'
export { ReferralReading } from './use-cases/referral-reading.js'
export type { ListedReferral } from './data/referral-lists.js'
export type { ReferralParties } from './data/referral-parties.js'
export { referralEventTypes, type ReferralEventType } from './domain/referral-events.js'
export {
  cancelReasons,
  errorReasons,
  failReasons,
  holdReasons,
  rejectionReasons,
} from './domain/referral-reasons.js'
export { feedbackAnswers, referralOutcomes, type Feedback } from './domain/outcomes.js'
export {
  canMove,
  isOpen,
  isUnderWay,
  referralStatuses,
  type ReferralStatus,
} from './domain/referral-status.js'
export { clockRules, clockNames } from './domain/clocks.js'
export { sectorDefault } from './domain/sector-defaults.js'
export { urgencies, type Urgency } from './domain/urgency.js'
