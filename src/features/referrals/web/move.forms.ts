import { longestNote, longestOutcome } from '../domain/lengths.js'
import { IsIn, IsNotEmpty, IsOptional, IsUUID, MaxLength } from 'class-validator'
import {
  feedbackAnswers,
  referralOutcomes,
  type FeedbackAnswer,
  type ReferralOutcome,
} from '../domain/outcomes.js'
import {
  cancelReasons,
  failReasons,
  rejectionReasons,
  type CancelReason,
  type FailReason,
  type RejectionReason,
} from '../domain/referral-reasons.js'

class Noted {
  @IsOptional()
  @MaxLength(longestNote, { message: 'referrals.note.too-long' })
  note?: string
}

export class RejectForm extends Noted {
  @IsIn(rejectionReasons, { message: 'referral.reason-missing' })
  reason: RejectionReason

  @IsOptional()
  @IsUUID('all', { message: 'referral.suggestion-unfit' })
  suggestedUnit?: string
}

export class FailForm extends Noted {
  @IsIn(failReasons, { message: 'referral.reason-missing' })
  reason: FailReason
}

export class CancelForm extends Noted {
  @IsIn(cancelReasons, { message: 'referral.reason-missing' })
  reason: CancelReason
}

export class CompleteForm {
  @IsIn(referralOutcomes, { message: 'referral.outcome-missing' })
  outcome: ReferralOutcome

  @IsNotEmpty({ message: 'referrals.complete.text.missing' })
  @MaxLength(longestOutcome, { message: 'referrals.complete.text.too-long' })
  text = ''
}

export class ConfirmForm {
  @IsIn(feedbackAnswers, { message: 'referrals.confirm.received.missing' })
  received: FeedbackAnswer

  @IsIn(feedbackAnswers, { message: 'referrals.confirm.safe.missing' })
  safe: FeedbackAnswer

  @IsIn(feedbackAnswers, { message: 'referrals.confirm.helpful.missing' })
  helpful: FeedbackAnswer
}
