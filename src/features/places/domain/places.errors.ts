import { DomainError } from '../../../platform/errors/domain-error.js'
import type { Understood } from './understand-place.js'

type Unclear = Extract<Understood, { is: 'unknown' | 'several' | 'divided' }>

/** The name of a commune that the list does not know, or knows more than once. */
export class PlaceUnclear extends DomainError {
  readonly code: 'places.unknown' | 'places.several' | 'places.divided'
  // Where a person lives must not reach the log, as what errors hold openly does.
  readonly #names: readonly string[]

  constructor({ is, names }: Unclear) {
    super()
    this.code = codes[is]
    this.#names = names
  }

  /** What may have been meant. */
  get names(): readonly string[] {
    return this.#names
  }

  override get kind() {
    return 'invalid' as const
  }
}

const codes = {
  unknown: 'places.unknown',
  several: 'places.several',
  divided: 'places.divided',
} as const
