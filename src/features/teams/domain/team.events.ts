import type { DomainEvent } from '../../../platform/outbox/domain-event.js'

/** What others are told of; ids only. The subject is the membership. */
export const membershipEvents = [
  'team.invited',
  'team.unanswered',
  'team.expired',
  'team.joined',
  'team.declined',
  'team.left',
  'team.removed',
  'team.ended',
] as const
// An invitation that was taken back is gone: nobody is told of what they no longer see.
export type MembershipEvent = (typeof membershipEvents)[number] | 'team.withdrawn'

/** The subject is the task. */
export const taskEvents = [
  'team.task-assigned',
  'team.task-done',
  'team.task-cancelled',
  'team.task-overdue',
] as const
export type TaskEvent = (typeof taskEvents)[number]

/** The subject is the conference. */
export const conferenceEvents = [
  'conference.invited',
  'conference.answered',
  'conference.cancelled',
  'conference.decided',
] as const
export type ConferenceEvent = (typeof conferenceEvents)[number]

/** The subject is the case whose plan it is. */
export const planEvents = ['plan.changed', 'plan.proposed'] as const
export type PlanEvent = (typeof planEvents)[number]

/** Something happened on a team; who is concerned is read from the rows. */
export class OnTeam implements DomainEvent {
  readonly data: { readonly unitId: string | null }

  /** @param unitId whose deed it was, or null for the one who leads */
  constructor(
    readonly type: MembershipEvent | TaskEvent | ConferenceEvent | PlanEvent,
    readonly subjectId: string,
    readonly caseId: string,
    unitId: string | null = null,
  ) {
    this.data = { unitId }
  }
}

/** Asks, when its time has come, whether an invitation is still unanswered. */
export const invitationRunsOut = 'team.invitation-runs-out'
