import { DomainError } from '../../../platform/errors/domain-error.js'
import type { ConsentProblem } from './validate-consent.js'

// Where each problem is mended, as the field of a request.
const fieldOf = {
  unit_missing: 'recipientUnitId',
  section_missing: 'sections',
  purpose_missing: 'purposes',
  not_explained: 'explained',
  expiry_missing: 'until',
  expiry_not_after_start: 'until',
  expiry_too_late: 'until',
  self_missing: 'selfAnswer',
  self_refused: 'selfAnswer',
  representative_missing: 'representativeAnswer',
  representative_refused: 'representativeAnswer',
  representative_suspected: 'basis',
  representative_absent: 'basis',
  basis_needs_reason: 'reason',
  basis_needs_approval: 'approvedBy',
  basis_needs_article: 'article',
  section_beyond_legal_duty: 'sections',
} as const satisfies Record<ConsentProblem, string>

export type ConsentField = (typeof fieldOf)[ConsentProblem]

/** The law or the person stands against it; each problem points to the field where it shows. */
export class ConsentNotValid extends DomainError {
  readonly code = 'consents.not-valid'
  readonly fields: readonly { readonly field: ConsentField; readonly problem: ConsentProblem }[]

  constructor(problems: readonly ConsentProblem[]) {
    super()
    this.fields = problems.map((problem) => ({ problem, field: fieldOf[problem] }))
  }

  override get kind() {
    return 'invalid' as const
  }
}

/** No unit of that id takes part, or it is one's own. */
export class RecipientUnfit extends DomainError {
  readonly code = 'consents.recipient-unfit'

  override get kind() {
    return 'invalid' as const
  }
}

/** Who approved is not a supervisor of the unit, or is the one who records. */
export class ApproverUnfit extends DomainError {
  readonly code = 'consents.approver-unfit'

  override get kind() {
    return 'invalid' as const
  }
}

export class ConsentAlreadyWithdrawn extends DomainError {
  readonly code = 'consents.already-withdrawn'
}
