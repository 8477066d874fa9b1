import { ParseUUIDPipe } from '@nestjs/common'
import { NotFound } from '../../../platform/errors/not-found.js'

/** What is no id at all is answered like an id that does not exist. */
export const asReferralId = new ParseUUIDPipe({
  exceptionFactory: () => new NotFound('referral.read', 'referral', null),
})

export const asCaseId = new ParseUUIDPipe({
  exceptionFactory: () => new NotFound('case.read', 'case', null),
})
