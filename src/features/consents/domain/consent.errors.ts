import { DomainError } from '../../../platform/errors/domain-error.js'
import type { ReportProblem } from './duty-report.js'
import type { ConsentProblem } from './validate-consent.js'

// Where each problem is mended, as the field of a request.
const fieldOf = {
  unit_missing: 'recipientUnitId',
  section_missing: 'sections',
  purpose_missing: 'purposes',
  not_explained: 'explained',
  explained_on_missing: 'explainedOn',
  explained_in_future: 'explainedOn',
  expiry_missing: 'until',
  expiry_not_after_start: 'until',
  expiry_too_late: 'until',
  self_missing: 'selfAnswer',
  self_refused: 'selfAnswer',
  representative_missing: 'representativeAnswer',
  representative_refused: 'representativeAnswer',
  representative_suspected: 'basis',
  representative_absent: 'basis',
  representative_unnamed: 'representative',
  representative_is_suspect: 'representative',
  withheld_missing: 'withheld',
  withheld_needs_reason: 'withheldReason',
  basis_needs_reason: 'reason',
  duty_is_a_report: 'basis',
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

export class ConsentAlreadyWithdrawn extends DomainError {
  readonly code = 'consents.already-withdrawn'
}

/** The rest of a consent is smaller than it was, and not nothing: nothing is a withdrawal. */
export class NothingNarrowed extends DomainError {
  readonly code = 'consents.nothing-narrowed'

  override get kind() {
    return 'invalid' as const
  }
}

/** Only what somebody agreed to can be narrowed; another basis is withdrawn and recorded anew. */
export class OnlyConsentNarrows extends DomainError {
  readonly code = 'consents.only-consent-narrows'
}

/** Somebody has answered or reviewed it in the meantime. */
export class ExceptionAlreadyAnswered extends DomainError {
  readonly code = 'consents.exception-answered'
}

/** Declining, and finding something wrong, ask for words that the recorder can act on. */
export class AnswerNeedsReason extends DomainError {
  readonly code = 'consents.answer-needs-reason'

  override get kind() {
    return 'invalid' as const
  }
}

// Where each problem of a report is mended.
const fieldOfReport = {
  duty_missing: 'duty',
  authority_unfit: 'authority',
  article_missing: 'article',
  reason_missing: 'reason',
  facts_missing: 'facts',
  sections_missing: 'sections',
  section_beyond_duty: 'sections',
  informed_missing: 'personInformed',
} as const satisfies Record<ReportProblem, string>

/** The report is not whole, or carries more than the law obliges to. */
export class ReportNotValid extends DomainError {
  readonly code = 'consents.report-not-valid'
  readonly fields: readonly { readonly field: string; readonly problem: ReportProblem }[]

  constructor(problems: readonly ReportProblem[]) {
    super()
    this.fields = problems.map((problem) => ({ problem, field: fieldOfReport[problem] }))
  }

  override get kind() {
    return 'invalid' as const
  }
}

/** Nobody has approved it yet, or it was declined. */
export class ReportNotApproved extends DomainError {
  readonly code = 'consents.report-not-approved'
}

/** It was made, or acknowledged, already. */
export class ReportAlreadyMade extends DomainError {
  readonly code = 'consents.report-already-made'
}

/** It has to be made before anybody can acknowledge it. */
export class ReportNotMade extends DomainError {
  readonly code = 'consents.report-not-made'
}
