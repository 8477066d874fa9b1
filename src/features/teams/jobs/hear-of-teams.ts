import { Injectable } from '@nestjs/common'
import {
  decide,
  type Action,
  type CaseFacts,
  type Context,
} from '../../../platform/access/decide.js'
import { sections } from '../../../platform/access/sections.js'
import { Clock } from '../../../platform/clock/clock.js'
import type { DeliveredEvent } from '../../../platform/outbox/index.js'
import { Hearing, type Concern, type Hearer, type PathOf } from '../../notifications/index.js'
import { ConferenceRows } from '../data/conference-rows.js'
import { TaskRows } from '../data/task-rows.js'
import { TeamRows, type MemberRow, type TeamParty } from '../data/team-rows.js'
import {
  conferenceEvents,
  membershipEvents,
  planEvents,
  taskEvents,
} from '../domain/team.events.js'

const nobody = { workerIds: [], deskUnitId: null } as const

// A member by name, or everybody at the desk that is the member.
const partyOf = ({ unitId, workerId }: Pick<TeamParty, 'unitId' | 'workerId'>) =>
  workerId === null
    ? { workerIds: [], deskUnitId: unitId }
    : { workerIds: [workerId], deskUnitId: null }

/** Whom it concerns that something happened on a team; always by the state as it is now. */
@Injectable()
export class HearOfTeams extends Hearing {
  readonly types: readonly string[] = [
    ...membershipEvents,
    ...taskEvents,
    ...conferenceEvents,
    ...planEvents,
  ]
  readonly pages: Readonly<Record<string, PathOf>> = {
    team: (id) => `/cases/${id}/team`,
    invitation: (id) => `/invitations/${id}`,
    task: (id) => `/tasks/${id}`,
    conference: (id) => `/conferences/${id}`,
    'left-team': () => '/teams',
  }

  constructor(
    private readonly teams: TeamRows,
    private readonly tasks: TaskRows,
    private readonly conferences: ConferenceRows,
    private readonly clock: Clock,
  ) {
    super()
  }

  async concerned(event: DeliveredEvent): Promise<readonly Concern[]> {
    if (event.caseId === null) return []
    const parties = await this.teams.parties(event.caseId)
    if (event.type.startsWith('conference.')) return this.ofConference(event, parties)
    if (event.type.startsWith('plan.')) return this.ofPlan(event, event.caseId, parties)
    if (event.type.startsWith('team.task-')) return this.ofTask(event, parties)
    return this.ofMembership(event, parties)
  }

  private async ofMembership(
    { type, subjectId }: DeliveredEvent,
    parties: readonly TeamParty[],
  ): Promise<Concern[]> {
    const member = await this.teams.member(subjectId)
    if (member === undefined) return []
    const { caseId, unitId } = member
    const isOpen = member.status === 'invited'
    const invitation = {
      ...nobody,
      subject: { type: 'invitation', id: subjectId },
      caseId,
      urgent: member.urgency === 'emergency',
      mayHear: (hearer: Hearer) => this.may(hearer, 'team.answer', { membership: member }),
    }
    switch (type) {
      case 'team.invited':
        return isOpen ? [{ ...invitation, deskUnitId: unitId }] : []
      case 'team.unanswered':
        return isOpen
          ? [{ ...invitation, supervisorsOfUnitId: unitId }, ...this.lead(caseId, parties)]
          : []
      case 'team.removed':
        return [this.gone(member)]
      case 'team.ended':
        return [this.gone(member), ...this.lead(caseId, parties)]
      default:
        return this.lead(caseId, parties)
    }
  }

  /** They see nothing of it any more; that it is so, they are told. */
  private gone(member: MemberRow): Concern {
    return {
      ...partyOf(member),
      asksForDeed: true,
      subject: { type: 'left-team', id: member.id },
      caseId: member.caseId,
      mayHear: (hearer) =>
        hearer.actor.unitId === member.unitId && this.may(hearer, 'team.list', {}),
    }
  }

  private lead(caseId: string, parties: readonly TeamParty[]): Concern[] {
    return parties
      .filter(({ leads }) => leads)
      .map((party) => ({
        ...partyOf(party),
        subject: { type: 'team', id: caseId },
        caseId,
        mayHear: (hearer) => this.may(hearer, 'team.read', {}),
      }))
  }

  private async ofTask(
    { type, subjectId }: DeliveredEvent,
    parties: readonly TeamParty[],
  ): Promise<Concern[]> {
    const task = await this.tasks.one(subjectId)
    if (task === undefined) return []
    const { caseId, unitId } = task
    const section = sections[task.section]
    const common = {
      subject: { type: 'task', id: subjectId },
      caseId,
      mayHear: (hearer: Hearer) =>
        this.may(hearer, 'task.read', section === undefined ? {} : { section }, parties),
    }
    const doers = parties
      .filter((party) => party.unitId === unitId && party.workerId !== task.createdBy)
      .map((party) => ({ ...common, ...partyOf(party), asksForDeed: true }))
    const lead = parties
      .filter(({ leads }) => leads)
      .map((party) => ({ ...common, ...partyOf(party) }))
    switch (type) {
      case 'team.task-assigned':
        return task.state === 'open' ? doers : []
      case 'team.task-overdue':
        return task.state === 'open'
          ? [...doers, { ...common, ...nobody, supervisorsOfUnitId: unitId }, ...lead]
          : []
      case 'team.task-done':
        return lead.filter(({ workerIds }) => !workerIds.some((id) => id === task.workerId))
      default:
        return doers.map((concern) => ({ ...concern, asksForDeed: false }))
    }
  }

  private async ofConference(
    { type, subjectId }: DeliveredEvent,
    parties: readonly TeamParty[],
  ): Promise<Concern[]> {
    const conference = await this.conferences.one(subjectId)
    if (conference === undefined) return []
    if (type === 'conference.invited' && conference.status !== 'planned') return []
    const invited = new Set(
      (await this.conferences.invitees(subjectId)).map(({ unitId }) => unitId),
    )
    return parties
      .filter(({ leads, unitId }) =>
        type === 'conference.answered' ? leads : !leads && invited.has(unitId),
      )
      .map((party) => ({
        ...partyOf(party),
        asksForDeed: type === 'conference.invited',
        subject: { type: 'conference', id: subjectId },
        caseId: conference.caseId,
        mayHear: (hearer) => this.may(hearer, 'conference.read', {}, parties),
      }))
  }

  private ofPlan(
    { type }: DeliveredEvent,
    caseId: string,
    parties: readonly TeamParty[],
  ): Concern[] {
    return parties
      .filter(({ leads }) => leads === (type === 'plan.proposed'))
      .map((party) => ({
        ...partyOf(party),
        asksForDeed: true,
        subject: { type: 'team', id: caseId },
        caseId,
        mayHear: (hearer) => this.may(hearer, 'plan.read', {}, parties),
      }))
  }

  private may(
    { actor, case: facts }: Hearer,
    action: Action,
    more: Pick<Context, 'membership' | 'section'>,
    parties: readonly TeamParty[] = [],
  ): boolean {
    const now = this.clock.now()
    const desk = parties.find(
      ({ unitId, workerId, leads }) => !leads && workerId === null && unitId === actor.unitId,
    )
    const known: CaseFacts =
      desk === undefined || !actor.roles.includes('caseworker')
        ? facts
        : { ...facts, grants: [...facts.grants, deskGrant(desk, now)] }
    return decide(actor, action, { now, case: known, ...more }).allowed
  }
}

// The grants of a desk are nobody's own: they are what its membership opens at this moment.
const deskGrant = ({ sections: mask }: TeamParty, now: Date) =>
  ({
    reason: 'team',
    sections: mask,
    mayWrite: false,
    validUntil: new Date(now.getTime() + 1),
  }) as const
