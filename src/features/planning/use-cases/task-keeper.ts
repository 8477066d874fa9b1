import { Injectable } from '@nestjs/common'
import { randomUUID } from 'node:crypto'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { Clock } from '../../../platform/clock/clock.js'
import type { LocalDate } from '../../../platform/clock/local-time.js'
import { Outbox } from '../../../platform/outbox/index.js'
import { Schedule } from '../../../platform/schedule/index.js'
import { CaseReading } from '../../cases/index.js'
import { CaseTaskRows, type CaseTaskRow } from '../data/case-task-rows.js'
import { DueInPast } from '../domain/planning.errors.js'
import { PlanningNews, taskGiven } from '../domain/planning.events.js'
import { endOfDay, remindersOf, type CaseTaskKind } from '../domain/tasks.js'
import { sealedUnder } from './approval-views.js'

/** A task as somebody, or the plan, wants it. */
export interface TaskToKeep {
  readonly kind: CaseTaskKind
  readonly workerId: string
  readonly dueOn: LocalDate
  readonly reminds: boolean
  /** Null where the kind says all. */
  readonly title: string | null
  readonly itemId: string | null
}

export const taskPlace = (id: string, column: 'sealed' | 'sealed_note') => ({
  table: 'case_task',
  rowId: id,
  column,
})

/** Writes tasks with their reminders, inside a use case's transaction; who may is decided there. */
@Injectable()
export class TaskKeeper {
  constructor(
    private readonly tasks: CaseTaskRows,
    private readonly cases: CaseReading,
    private readonly schedule: Schedule,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /**
   * @returns its id, or null where the case has its one of the kind already
   * @throws DueInPast
   */
  async add(actor: WorkerActor, caseId: string, task: TaskToKeep): Promise<string | null> {
    const id = randomUUID()
    const { title, ...rest } = task
    const dueAt = this.endOf(task.dueOn)
    const sealed = await this.sealed(caseId, id, title)
    const isNew = await this.tasks.add(
      actor,
      { id, caseId, ...rest, dueAt, sealed },
      this.clock.now(),
    )
    if (!isNew) return null
    await this.remind(id, caseId, task.dueOn, task.reminds)
    if (task.workerId !== actor.workerId)
      await this.outbox.add(new PlanningNews(taskGiven, id, caseId))
    return id
  }

  /** Follows what it comes from: other words, another day, somebody else. @throws DueInPast */
  async follow(row: CaseTaskRow, task: TaskToKeep): Promise<void> {
    const { title, ...rest } = task
    const dueAt = task.dueOn === row.dueOn ? row.dueAt : this.endOf(task.dueOn)
    const sealed = await this.sealed(row.caseId, row.id, title)
    await this.tasks.reword(row.id, row.version, { ...rest, dueAt, sealed })
    if (task.dueOn !== row.dueOn) {
      await this.schedule.cancel(row.id)
      await this.remind(row.id, row.caseId, task.dueOn, task.reminds)
    }
  }

  /** @returns false where it has changed since, or ended */
  async end(
    actor: WorkerActor,
    { id, caseId }: Pick<CaseTaskRow, 'id' | 'caseId'>,
    version: number,
    {
      state,
      reason = null,
      note = null,
    }: {
      readonly state: 'done' | 'cancelled'
      readonly reason?: string | null
      readonly note?: string | null
    },
  ): Promise<boolean> {
    const sealedNote =
      note === null
        ? null
        : await this.cases.sealFor(caseId, sealedUnder, note, taskPlace(id, 'sealed_note'))
    const how = { state, reason, sealedNote, at: this.clock.now() }
    if (!(await this.tasks.end(actor, id, version, how))) return false
    await this.schedule.cancel(id)
    return true
  }

  private async remind(
    id: string,
    caseId: string,
    dueOn: LocalDate,
    reminds: boolean,
  ): Promise<void> {
    const types = {
      soon: 'case-task.due-soon',
      today: 'case-task.due-today',
      overdue: 'case-task.overdue',
    } as const
    for (const { key, at } of remindersOf(dueOn)) {
      // That it is too late is told in any case; a morning that has passed needs no reminder.
      if (key !== 'overdue' && (!reminds || at <= this.clock.now())) continue
      await this.schedule.at(at, { type: types[key], subjectId: id, caseId }, key)
    }
  }

  private endOf(dueOn: LocalDate): Date {
    const dueAt = endOfDay(dueOn)
    if (dueAt <= this.clock.now()) throw new DueInPast()
    return dueAt
  }

  private sealed(caseId: string, id: string, title: string | null): Promise<Buffer> | null {
    return title === null
      ? null
      : this.cases.sealFor(caseId, sealedUnder, title, taskPlace(id, 'sealed'))
  }
}
