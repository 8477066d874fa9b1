export { ReferralsModule } from './referrals.module.js'
export { StartReferral } from './use-cases/start-referral.js'
export { ChooseUnit } from './use-cases/choose-unit.js'
export { ChooseSharing } from './use-cases/choose-sharing.js'
export { missingIn, SendReferral } from './use-cases/send-referral.js'
export { CancelReferral } from './use-cases/cancel-referral.js'
export { ClaimReferral } from './use-cases/claim-referral.js'
export { AcceptReferral } from './use-cases/accept-referral.js'
export { RejectReferral } from './use-cases/reject-referral.js'
export { StartService } from './use-cases/start-service.js'
export { CompleteReferral } from './use-cases/complete-referral.js'
export { FailReferral } from './use-cases/fail-referral.js'
export { EnterInError } from './use-cases/enter-in-error.js'
export { AskQuestion } from './use-cases/ask-question.js'
export { AskToCancel } from './use-cases/ask-to-cancel.js'
export { SetAppointment } from './use-cases/set-appointment.js'
export { HoldReferral } from './use-cases/hold-referral.js'
export { ConfirmReferral } from './use-cases/confirm-referral.js'
export { AskForMore } from './use-cases/ask-for-more.js'
export { HeedStop } from './use-cases/heed-stop.js'
export { ShareMore } from './use-cases/share-more.js'
export { FollowClocks } from './use-cases/follow-clocks.js'
export { ReadReferral } from './use-cases/read-referral.js'
export { ReferralReading } from './use-cases/referral-reading.js'
export { SharedContent, type Shared } from './use-cases/shared-content.js'
export { VisibleReferrals } from './use-cases/visible-referrals.js'
export { deskPreviewOf, type DeskPreview } from './use-cases/desk-preview.js'
export { DeskPreviewRows } from './web/desk-preview-rows.js'
export { deskPreviewView, type DeskPreviewView } from './web/desk-preview.view.js'
export { ReferralPanel, type PanelOf } from './web/referral-panel.js'
export { reasonSentence } from './web/reason-words.js'
export { ReferralTexts } from './data/referral-texts.js'
export type { ReferralParties } from './data/referral-parties.js'
export { ReferralMoved, referralEventTypes } from './domain/referral-events.js'
export {
  cancelReasons,
  failReasons,
  holdReasons,
  rejectionReasons,
  type RejectionReason,
} from './domain/referral-reasons.js'
export { longestNote, longestOutcome } from './domain/lengths.js'
export { referralOutcomes, type Feedback } from './domain/outcomes.js'
export { canMove, isOpen, referralStatuses, type ReferralStatus } from './domain/referral-status.js'
export { clockRules } from './domain/clocks.js'
export { dueTimes } from './domain/referral.js'
export {
  sectorDefault,
  sharedSections,
  withheldSections,
  type WithheldSection,
} from './domain/sector-defaults.js'
export { urgencies, type Urgency } from './domain/urgency.js'
export { UrgencyTag } from './web/due-clock.js'
export { SharedSections } from './web/shared-sections.js'
export { expiresAt } from './domain/referral-moves.js'
