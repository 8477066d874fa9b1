import type { Action } from '../access/decide.js'
import { DomainError } from './domain-error.js'

/**
 * What one may not know of and what does not exist: the same answer for both. The filter writes the
 * attempt into the audit trail before it answers.
 */
export class NotFound extends DomainError {
  readonly code = 'error.not-found'

  constructor(
    readonly action: Action,
    readonly subjectType: string,
    readonly subjectId: string | null,
    /** The case it belongs to, where that is known and the subject is another thing. */
    readonly caseId: string | null = null,
  ) {
    super()
  }

  override get kind() {
    return 'absent' as const
  }
}
