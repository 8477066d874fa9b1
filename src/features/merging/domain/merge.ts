import { DomainError } from '../../../platform/errors/domain-error.js'
import type { DomainEvent } from '../../../platform/outbox/domain-event.js'

export const mergeHindrances = [
  'not-open',
  'offered',
  'team-open',
  'chained',
  'lead-unfit',
] as const

/** Why two cases cannot be merged as they are. */
export type MergeHindrance = (typeof mergeHindrances)[number]

/** Something in one of the two cases stands in the way. */
export class MergeHindered extends DomainError {
  readonly code: string

  constructor(hindrance: MergeHindrance) {
    super()
    this.code = `merging.hindered.${hindrance}`
  }
}

/** There is no such case, none of the unit, or none for this actor: the same for all. */
export class OtherCaseUnknown extends DomainError {
  readonly code = 'merging.other.unknown'

  override get kind() {
    return 'invalid' as const
  }
}

/** Nothing is begun or written in a case that was merged away: it lives on in its main case. */
export class CaseLivesOn extends DomainError {
  readonly code = 'merging.lives-on'

  constructor(
    private readonly mainId: string,
    number: string,
  ) {
    super({ number })
  }

  override get onward(): string {
    return `/cases/${this.mainId}`
  }
}

/** Two cases became one, or two again; the subject is the merge. */
export class CasesMerged implements DomainEvent {
  constructor(
    readonly type: 'case.merged' | 'case.unmerged',
    readonly subjectId: string,
    readonly caseId: string,
  ) {}
}
