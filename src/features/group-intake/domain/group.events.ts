import type { DomainEvent } from '../../../platform/outbox/domain-event.js'

/** People have been taken into a group, each with a case of their own. */
export class PeopleAdded implements DomainEvent {
  readonly type = 'group.people-added'
  readonly caseId = null
  readonly data: { readonly people: number; readonly by: string }

  constructor(
    readonly subjectId: string,
    people: number,
    by: string,
  ) {
    this.data = { people, by }
  }
}

/** A list that nobody finished has waited long enough; told by the schedule. */
export const listRunsOut = 'group.list-runs-out'
