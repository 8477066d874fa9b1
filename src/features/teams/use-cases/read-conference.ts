import { Injectable } from '@nestjs/common'
import { Access } from '../../../platform/access/access.js'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { decide, type Action, type CaseFacts } from '../../../platform/access/decide.js'
import { maskOf, type Section } from '../../../platform/access/sections.js'
import { AuditTrail } from '../../../platform/audit/index.js'
import { Clock } from '../../../platform/clock/clock.js'
import { Transactions } from '../../../platform/database/transactions.js'
import { NotFound } from '../../../platform/errors/not-found.js'
import { CaseReading, type SafeContact } from '../../cases/index.js'
import {
  ConferenceRows,
  type ConferenceRow,
  type EntryRow,
  type InviteeRow,
} from '../data/conference-rows.js'
import { TeamRows, type TeamRow } from '../data/team-rows.js'
import { TeamTexts } from '../data/team-texts.js'
import type { EntryKind } from '../domain/team-codes.js'
import { unitsAtWork, type UnitAtWork } from './assign-task.js'
import { sectionOf, TeamTasks, type TaskLine } from './team-tasks.js'

/** A line with its text, for who sees its section. */
export interface EntryLine extends Omit<EntryRow, 'section' | 'sealed'> {
  readonly section: Section
  readonly text: string
}

/** One conference as one of the team sees it. */
export interface OneConference {
  readonly conference: Omit<ConferenceRow, 'sealedPlace'>
  readonly teamNumber: string
  readonly place: string
  readonly invitees: readonly InviteeRow[]
  /** The actor's own unit, where it was asked to come. */
  readonly own: InviteeRow | null
  readonly entries: readonly EntryLine[]
  /** How many lines of each kind there are that the actor may not read. */
  readonly hidden: Readonly<Record<EntryKind, number>>
  /** Tasks that came of it and are the actor's to read. */
  readonly tasks: readonly TaskLine[]
  readonly mayRecord: boolean
  readonly mayAnswer: boolean
  /** Decisions and what was said can be written down. */
  readonly hasBegun: boolean
  /** For who writes it down. */
  readonly units: readonly UnitAtWork[]
  readonly caseNumber: string | null
  readonly safeContact: SafeContact | null
}

/** Opens one conference: to each the lines of the sections they see. */
@Injectable()
export class ReadConference {
  constructor(
    private readonly transactions: Transactions,
    private readonly access: Access,
    private readonly teams: TeamRows,
    private readonly conferences: ConferenceRows,
    private readonly texts: TeamTexts,
    private readonly tasks: TeamTasks,
    private readonly cases: CaseReading,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound */
  run(actor: WorkerActor, id: string): Promise<OneConference> {
    return this.transactions.run(actor, async () => {
      const { conference, team, facts } = await this.find(actor, 'conference.read', id)
      const { caseId } = conference
      const entries = await this.entries(actor, caseId, facts, await this.conferences.entries(id))
      const seesContact = this.may(actor, facts, 'section.read', 'contact')
      const [invitees, outline, roster, tasks, summary, safeContact] = await Promise.all([
        this.conferences.invitees(id),
        this.conferences.outline(id),
        this.teams.roster(caseId),
        this.tasks.of(actor, caseId, facts),
        this.cases.summary(caseId),
        seesContact ? this.cases.safeContact(caseId) : null,
        this.audit.record({
          action: 'conference.read',
          caseId,
          subject: { type: 'conference', id },
          sections: maskOf([
            ...entries.map(({ section }) => section),
            ...(seesContact ? (['contact'] as const) : []),
          ]),
        }),
      ])
      const linesOf = (kind: EntryKind): number =>
        (outline.find((count) => count.kind === kind)?.lines ?? 0) -
        entries.filter((entry) => entry.kind === kind).length
      const mayRecord =
        conference.status === 'planned' && this.may(actor, facts, 'conference.record')
      const own = invitees.find(({ unitId }) => unitId === actor.unitId) ?? null
      const decisions = new Set(entries.map((entry) => entry.id))
      return {
        conference: conferenceWithoutPlace(conference),
        teamNumber: team.number,
        place: this.texts.shared(team, 'case_conference', id, conference.sealedPlace),
        invitees,
        own,
        entries,
        hidden: {
          agenda: linesOf('agenda'),
          view: linesOf('view'),
          decision: linesOf('decision'),
          dissent: linesOf('dissent'),
        },
        tasks: tasks.filter(({ decisionId }) => decisionId !== null && decisions.has(decisionId)),
        mayRecord,
        mayAnswer: own !== null && conference.status === 'planned',
        hasBegun: conference.startsAt <= this.clock.now(),
        units: mayRecord ? unitsAtWork(roster) : [],
        caseNumber: summary?.number ?? null,
        safeContact,
      }
    })
  }

  /** The conference, for this action. @throws NotFound */
  async find(
    actor: WorkerActor,
    action: Action,
    id: string,
  ): Promise<{
    readonly conference: ConferenceRow
    readonly team: TeamRow
    readonly facts: CaseFacts
  }> {
    const conference = await this.conferences.one(id)
    if (conference === undefined) throw new NotFound(action, 'conference', id)
    const { caseId } = conference
    const [facts, team, members] = await Promise.all([
      this.access.caseFacts(caseId),
      this.teams.team(caseId),
      this.teams.members(caseId),
    ])
    const membership = members.find(
      ({ unitId, status }) => unitId === actor.unitId && status === 'joined',
    )
    const context = { now: this.clock.now(), case: facts, ...(membership && { membership }) }
    if (team === undefined || !decide(actor, action, context).allowed)
      throw new NotFound(action, 'conference', id)
    return { conference, team, facts }
  }

  private may(actor: WorkerActor, facts: CaseFacts, action: Action, section?: Section): boolean {
    const context = { now: this.clock.now(), case: facts, ...(section && { section }) }
    return decide(actor, action, context).allowed
  }

  private async entries(
    actor: WorkerActor,
    caseId: string,
    facts: CaseFacts,
    rows: readonly EntryRow[],
  ): Promise<EntryLine[]> {
    const readable = rows.filter(({ section }) =>
      this.may(actor, facts, 'task.read', sectionOf(section)),
    )
    const texts = await this.cases.openAllFor<string>(
      caseId,
      readable.map(({ id, section, sealed }) => ({
        section: sectionOf(section),
        sealed,
        place: entryPlace(id),
      })),
    )
    return readable.map((row, index) => ({
      id: row.id,
      conferenceId: row.conferenceId,
      kind: row.kind,
      position: row.position,
      unitId: row.unitId,
      unitName: row.unitName,
      section: sectionOf(row.section),
      text: texts[index] ?? '',
    }))
  }
}

/** Where a line of a conference is sealed. */
export const entryPlace = (id: string) => ({
  table: 'conference_entry',
  rowId: id,
  column: 'sealed',
})

/** A conference as a list shows it. */
export const conferenceWithoutPlace = (row: ConferenceRow): Omit<ConferenceRow, 'sealedPlace'> => ({
  id: row.id,
  caseId: row.caseId,
  startsAt: row.startsAt,
  timeZone: row.timeZone,
  channel: row.channel,
  status: row.status,
  reason: row.reason,
  createdBy: row.createdBy,
  endedAt: row.endedAt,
  version: row.version,
})
