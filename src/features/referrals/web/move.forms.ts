import { longestNote, longestOutcome } from '../domain/lengths.js'
import { IsIn, IsNotEmpty, IsOptional, IsUUID, Matches, MaxLength } from 'class-validator'
import {
  feedbackAnswers,
  referralOutcomes,
  type FeedbackAnswer,
  type ReferralOutcome,
} from '../domain/outcomes.js'
import {
  cancelReasons,
  errorReasons,
  failReasons,
  holdReasons,
  rejectionReasons,
  type CancelReason,
  type ErrorReason,
  type FailReason,
  type HoldReason,
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

export class HoldForm extends Noted {
  @IsIn(holdReasons, { message: 'referral.reason-missing' })
  reason: HoldReason
}

export class ErrorForm extends Noted {
  @IsIn(errorReasons, { message: 'referral.reason-missing' })
  reason: ErrorReason
}

/** A question, or its answer. */
export class WordsForm {
  @IsNotEmpty({ message: 'referrals.words.missing' })
  @MaxLength(longestNote, { message: 'referrals.note.too-long' })
  text = ''
}

export class AppointmentForm extends Noted {
  @Matches(/^20\d{2}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, {
    message: 'referrals.appointment.day.missing',
  })
  day = ''

  @Matches(/^([01]\d|2[0-3]):[0-5]\d$/, { message: 'referrals.appointment.time.missing' })
  time = ''
}

export class AssignForm {
  @IsUUID('all', { message: 'referral.colleague-unfit' })
  worker = ''
}
