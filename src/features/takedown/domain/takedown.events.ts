import type { DomainEvent } from '../../../platform/outbox/domain-event.js'
import type { TakedownState } from './takedown.js'

/** A request moved, or evidence is kept for longer; ids and codes only. */
export class TakedownUpdated implements DomainEvent {
  readonly type = 'takedown.updated'
  readonly data: { readonly state: TakedownState }

  constructor(
    readonly subjectId: string,
    readonly caseId: string,
    state: TakedownState,
  ) {
    this.data = { state }
  }
}

/** What time tells, by itself: nobody answered, and what was kept is soon kept no more. */
export const takedownReminders = ['takedown.unanswered', 'takedown.preservation-ends'] as const
