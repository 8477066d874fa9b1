import { DomainError } from '../../../platform/errors/domain-error.js'

/** As many filters as somebody can keep in mind. */
export const mostSavedFilters = 20

export class TooManySavedFilters extends DomainError {
  readonly code = 'cases.filters.too-many'
}
