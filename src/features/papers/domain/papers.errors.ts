import { DomainError } from '../../../platform/errors/domain-error.js'
import type { PaperProblem } from './kind-of-file.js'

/** The file is not taken in. */
export class PaperUnfit extends DomainError {
  readonly code = 'papers.unfit'

  constructor(readonly problem: PaperProblem) {
    super()
  }

  override get kind() {
    return 'invalid' as const
  }
}

/** Somebody has taken it out meanwhile. */
export class PaperGone extends DomainError {
  readonly code = 'papers.gone'
}

/** What stands against an export, by field: keys of sentences. */
export class ExportUnfit extends DomainError {
  readonly code = 'papers.export.unfit'

  constructor(readonly fields: Readonly<Record<string, string>>) {
    super()
  }

  override get kind() {
    return 'invalid' as const
  }
}
