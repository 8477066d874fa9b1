import { Injectable } from '@nestjs/common'
import { randomUUID } from 'node:crypto'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { bitOf, maskOf, sectionsOf, type Section } from '../../../platform/access/sections.js'
import { AuditTrail } from '../../../platform/audit/index.js'
import { Clock } from '../../../platform/clock/clock.js'
import { addDays, startOfDay, type LocalDate } from '../../../platform/clock/local-time.js'
import { Transactions } from '../../../platform/database/transactions.js'
import { NotFound } from '../../../platform/errors/not-found.js'
import { Outbox } from '../../../platform/outbox/index.js'
import { Schedule } from '../../../platform/schedule/index.js'
import { CaseReading, type SafeContact } from '../../cases/index.js'
import { ConferenceRows } from '../data/conference-rows.js'
import { TaskRows } from '../data/task-rows.js'
import { TeamRows, type RosterRow } from '../data/team-rows.js'
import type { TaskKind } from '../domain/team-codes.js'
import { OnTeam } from '../domain/team.events.js'
import { DayHasPassed, TaskBeyondSight } from '../domain/teams.errors.js'
import { TeamAccess } from './team-access.js'
import { textPlace } from './team-tasks.js'

/** What is to be done, by whom and until the end of which day. */
export interface TaskToGive {
  readonly kind: TaskKind
  readonly unitId: string
  /** Who sees this section of the case reads the task. */
  readonly section: Section
  readonly dueOn: LocalDate
  readonly text: string
  /** The decision of a conference it comes from. */
  readonly decisionId: string | null
}

/** A unit that can be given something to do, and what about. */
export interface UnitAtWork {
  readonly unitId: string
  readonly unitName: string
  /** Null: the unit's desk. */
  readonly workerName: string | null
  readonly sections: readonly Section[]
}

/** What is needed to give a task. */
export interface TaskOptions {
  readonly caseId: string
  readonly caseNumber: string
  readonly teamNumber: string
  readonly safeContact: SafeContact | null
  readonly units: readonly UnitAtWork[]
}

/** Units at work on a team, each with what it sees. */
export const unitsAtWork = (roster: readonly RosterRow[]): UnitAtWork[] =>
  roster
    .filter(({ status }) => status !== 'invited')
    .map(({ unitId, unitName, workerName, sections }) => ({
      unitId,
      unitName,
      workerName,
      sections: sectionsOf(sections),
    }))

/** Gives a unit on the team something to do; never about something it may not see itself. */
@Injectable()
export class AssignTask {
  constructor(
    private readonly transactions: Transactions,
    private readonly access: TeamAccess,
    private readonly teams: TeamRows,
    private readonly tasks: TaskRows,
    private readonly conferences: ConferenceRows,
    private readonly cases: CaseReading,
    private readonly schedule: Schedule,
    private readonly audit: AuditTrail,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound | TeamClosed */
  options(actor: WorkerActor, caseId: string): Promise<TaskOptions> {
    return this.transactions.run(actor, async () => {
      const { team } = await this.access.findOpen(actor, 'task.assign', caseId)
      const [summary, safeContact, roster] = await Promise.all([
        this.cases.summary(caseId),
        this.cases.safeContact(caseId),
        this.teams.roster(caseId),
        this.audit.record({
          action: 'section.read',
          caseId,
          subject: { type: 'team', id: caseId },
          sections: maskOf(['contact']),
        }),
      ])
      if (summary === undefined) throw new NotFound('task.assign', 'team', caseId)
      return {
        caseId,
        caseNumber: summary.number,
        teamNumber: team.number,
        safeContact,
        units: unitsAtWork(roster),
      }
    })
  }

  /**
   * @returns the id of the task
   * @throws NotFound | TeamClosed | TaskBeyondSight | DayHasPassed
   */
  run(actor: WorkerActor, caseId: string, task: TaskToGive): Promise<string> {
    return this.transactions.run(actor, async () => {
      await this.access.findOpen(actor, 'task.assign', caseId)
      const roster = await this.teams.roster(caseId)
      const doer = roster.find(
        ({ unitId, status }) => unitId === task.unitId && status !== 'invited',
      )
      if (doer === undefined || !sectionsOf(doer.sections).includes(task.section))
        throw new TaskBeyondSight()
      await this.mustBeDecided(caseId, task.decisionId)
      const at = this.clock.now()
      const dueAt = endOf(task.dueOn)
      if (dueAt <= at) throw new DayHasPassed()
      const id = randomUUID()
      await this.tasks.add(actor, {
        id,
        caseId,
        kind: task.kind,
        unitId: task.unitId,
        workerId: doer.workerId,
        section: bitOf(task.section),
        dueAt,
        sealedText: await this.cases.sealFor(caseId, task.section, task.text, textPlace(id)),
        decisionId: task.decisionId,
        at,
      })
      const overdue = { type: 'team.task-overdue', subjectId: id, caseId, data: { unitId: null } }
      await this.schedule.at(dueAt, overdue, 'due')
      await this.audit.record({
        action: 'task.assign',
        caseId,
        subject: { type: 'task', id },
        sections: maskOf([task.section]),
      })
      await this.outbox.add(new OnTeam('team.task-assigned', id, caseId))
      return id
    })
  }

  private async mustBeDecided(caseId: string, decisionId: string | null): Promise<void> {
    if (decisionId === null) return
    const decision = await this.conferences.decision(decisionId, caseId)
    if (decision === undefined) throw new NotFound('task.assign', 'conference', decisionId)
  }
}

// The last minute of the day, so that the day people read is the day they agreed on.
const endOf = (day: LocalDate): Date => new Date(startOfDay(addDays(day, 1)).getTime() - 60_000)
