import { DomainError } from '../../../platform/errors/domain-error.js'

/** Words that are missing in a language, a code that is none, or one that is taken. */
export class AdditionUnfit extends DomainError {
  readonly code = 'forms.addition-unfit'

  constructor(
    /** By the name of the field: keys of sentences. */
    readonly errors: Readonly<Record<string, string>>,
  ) {
    super()
  }

  override get kind() {
    return 'invalid' as const
  }
}
