import { DomainError } from './domain-error.js'

/** Somebody else changed it since it was read (If-Match or `_version`): 412. */
export class Stale extends DomainError {
  readonly code = 'error.stale'

  override get kind() {
    return 'stale' as const
  }
}
