import { IsIn, IsOptional, MaxLength } from 'class-validator'
import { reviewOutcomes, type ReviewOutcome } from '../domain/sharing-exception.js'

const missing = { message: 'exceptions.outcome.missing' }
const tooLong = { message: 'error.field.maxLength' }

/** An answer to a request for approval, as it is typed. */
export class AnswerForm {
  @IsIn(['approved', 'declined'], missing)
  outcome: 'approved' | 'declined'

  @IsOptional()
  @MaxLength(2000, tooLong)
  note?: string
}

/** What a review found, as it is typed. */
export class ReviewForm {
  @IsIn(reviewOutcomes, missing)
  outcome: ReviewOutcome

  @IsOptional()
  @MaxLength(2000, tooLong)
  note?: string
}
