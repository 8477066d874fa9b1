import { IsIn, IsNotEmpty, IsOptional, MaxLength } from 'class-validator'
import {
  failReasons,
  longestNote,
  longestOutcome,
  referralOutcomes,
  rejectionReasons,
} from '../../referrals/index.js'

/** Who answers. Typed anew each time: several people may share one link and one telephone. */
export class AcceptForm {
  @IsNotEmpty({ message: 'exchange.external.name.missing' })
  @MaxLength(100, { message: 'exchange.external.name.too-long' })
  name = ''

  @IsNotEmpty({ message: 'exchange.external.position.missing' })
  @MaxLength(100, { message: 'exchange.external.position.too-long' })
  position = ''
}

class Noted extends AcceptForm {
  @IsOptional()
  @MaxLength(longestNote, { message: 'referrals.note.too-long' })
  note?: string
}

export class RejectForm extends Noted {
  @IsIn(rejectionReasons, { message: 'referral.reason-missing' })
  reason: (typeof rejectionReasons)[number]
}

export class FailForm extends Noted {
  @IsIn(failReasons, { message: 'referral.reason-missing' })
  reason: (typeof failReasons)[number]
}

export class CompleteForm extends AcceptForm {
  @IsIn(referralOutcomes, { message: 'referral.outcome-missing' })
  outcome: (typeof referralOutcomes)[number]

  @IsNotEmpty({ message: 'referrals.complete.text.missing' })
  @MaxLength(longestOutcome, { message: 'referrals.complete.text.too-long' })
  text = ''
}
