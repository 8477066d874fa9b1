import { DomainError } from '../../../platform/errors/domain-error.js'

/** A search is a question about people: one worker asks so many, and not more. */
export class TooManySearches extends DomainError {
  readonly code = 'finding.too-many'

  override get kind() {
    return 'too-many' as const
  }
}
