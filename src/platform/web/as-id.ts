import { ParseUUIDPipe } from '@nestjs/common'
import type { Action } from '../access/decide.js'
import { NotFound } from '../errors/not-found.js'

/** Reads an id in an address; what is no id at all is answered like an id that does not exist. */
export const asId = (action: Action, subjectType: string): ParseUUIDPipe =>
  new ParseUUIDPipe({ exceptionFactory: () => new NotFound(action, subjectType, null) })
