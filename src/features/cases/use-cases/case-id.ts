import { ParseUUIDPipe } from '@nestjs/common'
import { NotFound } from '../../../platform/errors/not-found.js'

/** The id of a case in an address; what is no id is a case that does not exist. */
export const asCaseId = new ParseUUIDPipe({
  exceptionFactory: () => new NotFound('case.read', 'case', null),
})
