import { DomainError } from '../../../platform/errors/domain-error.js'

/** A search is a question about people: one worker asks so many, and not more. */
export class TooManySearches extends DomainError {
  readonly retryAfterSeconds = 60
  readonly code = 'finding.too-many'

  override get kind() {
    return 'too-many' as const
  }
}

/** Nobody was chosen, or more than can be handed over at once. */
export class NoSuchSelection extends DomainError {
  readonly code = 'finding.reassign.selection'

  override get kind() {
    return 'invalid' as const
  }
}

/** Who is to lead is no caseworker at work in the unit. */
export class LeadUnfit extends DomainError {
  readonly code = 'finding.reassign.lead-unfit'

  override get kind() {
    return 'invalid' as const
  }
}
