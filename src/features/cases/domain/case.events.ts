import type { Section } from '../../../platform/access/sections.js'
import type { DomainEvent } from '../../../platform/outbox/domain-event.js'
import type { RiskLevel } from './risk.js'

/** A person has been taken in. */
export class CaseOpened implements DomainEvent {
  readonly type = 'case.opened'
  readonly data: { readonly unitId: string }

  constructor(
    readonly subjectId: string,
    unitId: string,
    readonly caseId: string = subjectId,
  ) {
    this.data = { unitId }
  }
}

/** A child will be an adult in three months; told by the schedule. */
export const comesOfAgeSoon = 'case.adult-soon'

/** A child is an adult from this day on; told by the schedule. */
export const comesOfAge = 'case.adult'

/** Risk level or immediate danger of a case is not what it was. */
export class CaseRiskChanged implements DomainEvent {
  readonly type = 'case.risk-changed'
  readonly data: {
    readonly from: RiskLevel
    readonly to: RiskLevel
    readonly immediateDanger: boolean
  }

  constructor(
    readonly subjectId: string,
    data: CaseRiskChanged['data'],
    readonly caseId: string = subjectId,
  ) {
    this.data = data
  }
}

/** Something recorded in a section is not what it was: a form, the safe contact, or its text. */
export class CaseSectionChanged implements DomainEvent {
  readonly type = 'case.section-changed'
  readonly data: {
    readonly section: Section
    /** Code of the form; `contact` and `notes` have none of that name. */
    readonly form: string
    readonly actorId: string
  }

  /** @param subjectId the record, or the case where a section has one text */
  constructor(
    readonly subjectId: string,
    readonly caseId: string,
    data: CaseSectionChanged['data'],
  ) {
    this.data = data
  }
}
