import { Injectable } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import {
  decide,
  managementBit,
  sharedPlanBit,
  type Action,
} from '../../../platform/access/decide.js'
import { maskOf, sectionsOf, type Section } from '../../../platform/access/sections.js'
import { AuditTrail } from '../../../platform/audit/index.js'
import { Clock } from '../../../platform/clock/clock.js'
import { Transactions } from '../../../platform/database/transactions.js'
import { NotFound } from '../../../platform/errors/not-found.js'
import { CaseReading, type SafeContact, type SectionView } from '../../cases/index.js'
import { ConferenceRows, type ConferenceRow } from '../data/conference-rows.js'
import { PlanRows } from '../data/plan-rows.js'
import { TeamRows, type MemberRow, type RosterRow, type TeamRow } from '../data/team-rows.js'
import { TeamTexts } from '../data/team-texts.js'
import { conferenceWithoutPlace } from './read-conference.js'
import { TeamAccess } from './team-access.js'
import { TeamTasks, type HiddenTasks, type TaskLine } from './team-tasks.js'

/** A line of who is on the team. */
export interface RosterLine extends Omit<RosterRow, 'sections'> {
  readonly sections: readonly Section[]
  readonly sharesThePlan: boolean
  readonly isOwn: boolean
}

/** An invitation that came to nothing, or a membership that ended; for who leads. */
export interface PastMember extends Pick<
  MemberRow,
  'id' | 'unitName' | 'status' | 'reason' | 'endedAt'
> {
  readonly note: string | null
}

/** Who does what next: one page for all, each with its own detail. */
export interface OneTeam {
  readonly team: Omit<TeamRow, 'sealedKey'>
  readonly roster: readonly RosterLine[]
  readonly past: readonly PastMember[]
  /** The actor's own membership; null for who manages the case. */
  readonly own: Pick<MemberRow, 'id' | 'version' | 'workerId'> | null
  readonly tasks: readonly TaskLine[]
  readonly hidden: readonly HiddenTasks[]
  /** The next one that is planned; what is past lies behind `conferences`. */
  readonly next: Omit<ConferenceRow, 'sealedPlace'> | null
  readonly conferences: readonly Omit<ConferenceRow, 'sealedPlace'>[]
  /** Null where the plan is not open to the actor. */
  readonly plan: { readonly version: number; readonly hasRead: boolean } | null
  readonly mayLead: boolean
  /** For those who manage the case. */
  readonly caseNumber: string | null
  readonly manages: boolean
  readonly safeContact: SafeContact | null
}

/** What is shared with a member at this moment. */
export interface SharedWithMember {
  readonly caseId: string
  readonly teamNumber: string
  readonly views: readonly SectionView[]
  readonly safeContact: SafeContact | null
}

/** Opens the page of the team. */
@Injectable()
export class ReadTeam {
  constructor(
    private readonly transactions: Transactions,
    private readonly access: TeamAccess,
    private readonly teams: TeamRows,
    private readonly tasks: TeamTasks,
    private readonly conferences: ConferenceRows,
    private readonly plans: PlanRows,
    private readonly texts: TeamTexts,
    private readonly cases: CaseReading,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** As `run`, but null where the case is not joint, or not so for this actor. */
  look(actor: WorkerActor, caseId: string): Promise<OneTeam | null> {
    return this.transactions.run(actor, async () => {
      const found = await this.access.look(actor, 'team.read', caseId)
      return found === undefined ? null : this.run(actor, caseId)
    })
  }

  /** @throws NotFound */
  run(actor: WorkerActor, caseId: string): Promise<OneTeam> {
    return this.transactions.run(actor, async () => {
      const { team, facts } = await this.access.find(actor, 'team.read', caseId)
      const now = this.clock.now()
      const may = (action: Action, section?: Section): boolean =>
        decide(actor, action, { now, case: facts, ...(section && { section }) }).allowed
      const seesContact = may('section.read', 'contact')
      const tasks = await this.tasks.of(actor, caseId, facts)
      const [roster, members, hidden, conferences, readings, summary, safeContact] =
        await Promise.all([
          this.teams.roster(caseId),
          this.teams.members(caseId),
          this.tasks.hidden(caseId, tasks),
          this.conferences.ofCase(caseId),
          this.plans.readings(caseId, team.planVersion),
          this.cases.summary(caseId),
          seesContact ? this.cases.safeContact(caseId) : null,
          this.audit.record({
            action: 'team.read',
            caseId,
            subject: { type: 'team', id: caseId },
            sections: maskOf([
              ...tasks.map(({ section }) => section),
              ...(seesContact ? (['contact'] as const) : []),
            ]),
          }),
        ])
      const manages = facts.grants.some(({ sections }) => (sections & managementBit) !== 0)
      const own = members.find(
        ({ unitId, status }) => unitId === actor.unitId && status === 'joined',
      )
      const listed = conferences.map(conferenceWithoutPlace)
      return {
        team: openPartOf(team),
        roster: roster.map((line) => rosterLineOf(line, actor.unitId)),
        past: manages ? this.past(members) : [],
        own:
          own === undefined || manages
            ? null
            : { id: own.id, version: own.version, workerId: own.workerId },
        tasks,
        hidden,
        next:
          listed
            .filter(({ status, startsAt }) => status === 'planned' && startsAt >= startOf(now))
            .at(-1) ?? null,
        conferences: listed,
        plan: may('plan.read')
          ? {
              version: team.planVersion,
              hasRead: readings.some(({ workerId }) => workerId === actor.workerId),
            }
          : null,
        mayLead: team.status === 'open' && may('team.invite'),
        caseNumber: summary?.number ?? null,
        manages,
        safeContact,
      }
    })
  }

  /** What the actor's unit sees of the case, through its membership. @throws NotFound */
  shared(actor: WorkerActor, caseId: string): Promise<SharedWithMember> {
    return this.transactions.run(actor, async () => {
      const { team, facts } = await this.access.find(actor, 'team.read', caseId)
      const now = this.clock.now()
      const mask = facts.grants
        .filter(({ reason }) => reason === 'team')
        .reduce((all, { sections }) => all | sections, 0)
      const seen = sectionsOf(mask).filter(
        (section) => decide(actor, 'section.read', { now, case: facts, section }).allowed,
      )
      if (seen.length === 0) throw new NotFound('team.read', 'team', caseId)
      const views = await this.cases.sections(caseId, seen)
      await this.audit.record({
        action: 'section.read',
        caseId,
        subject: { type: 'team', id: caseId },
        sections: maskOf(seen),
      })
      return {
        caseId,
        teamNumber: team.number,
        views,
        safeContact: seen.includes('contact') ? await this.cases.safeContact(caseId) : null,
      }
    })
  }

  private past(members: readonly MemberRow[]): PastMember[] {
    return members
      .filter(({ status }) => status !== 'invited' && status !== 'joined')
      .map((member) => ({
        id: member.id,
        unitName: member.unitName,
        status: member.status,
        reason: member.reason,
        endedAt: member.endedAt,
        note: this.texts.note(member),
      }))
  }
}

const rosterLineOf = ({ sections, ...line }: RosterRow, ownUnitId: string): RosterLine => ({
  ...line,
  sections: sectionsOf(sections),
  sharesThePlan: (sections & sharedPlanBit) !== 0,
  isOwn: line.unitId === ownUnitId,
})

// What needs no key.
const openPartOf = (team: TeamRow): OneTeam['team'] => ({
  caseId: team.caseId,
  number: team.number,
  status: team.status,
  planVersion: team.planVersion,
  openedAt: team.openedAt,
  closedAt: team.closedAt,
  closeReason: team.closeReason,
  version: team.version,
})

// What began today is still the one people go to.
const startOf = (now: Date): Date => new Date(now.getTime() - 12 * 3_600_000)
