import { Injectable } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { decide } from '../../../platform/access/decide.js'
import { maskOf } from '../../../platform/access/sections.js'
import { AuditTrail } from '../../../platform/audit/index.js'
import { Clock } from '../../../platform/clock/clock.js'
import { Transactions } from '../../../platform/database/transactions.js'
import { NotFound } from '../../../platform/errors/not-found.js'
import { Stale } from '../../../platform/errors/stale.js'
import { decodeTimeCursor, sliceOf, type Slice } from '../../../platform/web/cursor.js'
import { Workers } from '../../accounts/index.js'
import { CaseReading, type CaseRow, type SafeContact } from '../../cases/index.js'
import { Access } from '../../../platform/access/access.js'
import { CaseTaskRows } from '../data/case-task-rows.js'
import { AlreadyEnded, TaskOfPlan, WorkerUnfit } from '../domain/planning.errors.js'
import type { CaseTaskCancelReason } from '../domain/tasks.js'
import { sealedUnder } from './approval-views.js'
import { PlanningAccess } from './planning-access.js'
import { TaskKeeper, type TaskToKeep } from './task-keeper.js'
import { TaskViews, type CaseTaskView } from './task-views.js'

/** A task given by hand. */
export interface TaskByHand extends Pick<TaskToKeep, 'workerId' | 'dueOn' | 'reminds'> {
  readonly title: string
}

/** Somebody who may have a task in the case. */
export interface Carrier {
  readonly workerId: string
  readonly name: string
  readonly isLead: boolean
}

/** What a page about a case's planning shows beside its matter. */
export interface PlanningFrame {
  readonly row: CaseRow
  readonly safeContact: SafeContact | null
}

const usualLimit = 25

/** What is to be done in a case: given, read, done, called off. */
@Injectable()
export class CaseTasks {
  constructor(
    private readonly transactions: Transactions,
    private readonly access: PlanningAccess,
    private readonly facts: Access,
    private readonly tasks: CaseTaskRows,
    private readonly keeper: TaskKeeper,
    private readonly views: TaskViews,
    private readonly cases: CaseReading,
    private readonly workers: Workers,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** What is needed to give a task. @throws NotFound | CaseIsClosed */
  options(
    actor: WorkerActor,
    caseId: string,
  ): Promise<PlanningFrame & { readonly carriers: readonly Carrier[] }> {
    return this.transactions.run(actor, async () => {
      const { row } = await this.access.findOpen(actor, 'planning.task', caseId)
      const safeContact = await this.cases.safeContact(caseId)
      await this.record('planning.read', caseId, null, true)
      return { row, safeContact, carriers: await this.carriersOf(row) }
    })
  }

  /** Who answers for a case: its lead and the unit's supervisors who see it. In the open transaction. */
  async carriersOf(row: CaseRow): Promise<Carrier[]> {
    const unit = await this.workers.workersOfUnit(row.unitId)
    const carriers: Carrier[] = []
    for (const { id, displayName, roles } of unit) {
      const isLead = id === row.leadWorkerId
      if (!isLead && !roles.includes('supervisor')) continue
      if (await this.tasks.answersForCase(row.id, id))
        carriers.push({ workerId: id, name: displayName, isLead })
    }
    return carriers.sort((one, other) => Number(other.isLead) - Number(one.isLead))
  }

  /** @returns the id of the task. @throws NotFound | CaseIsClosed | WorkerUnfit | DueInPast */
  give(actor: WorkerActor, caseId: string, task: TaskByHand): Promise<string> {
    return this.transactions.run(actor, async () => {
      await this.access.findOpen(actor, 'planning.task', caseId)
      if (!(await this.tasks.answersForCase(caseId, task.workerId))) throw new WorkerUnfit()
      const id = await this.keeper.add(actor, caseId, { ...task, kind: 'other', itemId: null })
      if (id === null) throw new Stale()
      await this.record('planning.task', caseId, id)
      return id
    })
  }

  /** @throws NotFound, also for a task of another case */
  one(
    actor: WorkerActor,
    caseId: string,
    id: string,
  ): Promise<PlanningFrame & { readonly task: CaseTaskView }> {
    return this.transactions.run(actor, async () => {
      const { row, facts } = await this.access.find(actor, 'planning.read', caseId)
      const found = await this.tasks.one(id)
      if (found?.caseId !== caseId) throw new NotFound('planning.read', 'case-task', id)
      const [[task], safeContact] = await Promise.all([
        this.views.of(actor, caseId, facts, [found]),
        this.cases.safeContact(caseId),
        this.record('planning.read', caseId, id, true),
      ])
      if (task === undefined) throw new NotFound('planning.read', 'case-task', id)
      return { row, safeContact, task }
    })
  }

  /** All of a case: what is open, and the latest that ended. @throws NotFound */
  ofCase(actor: WorkerActor, caseId: string): Promise<CaseTaskView[]> {
    return this.transactions.run(actor, async () => {
      const { facts } = await this.access.find(actor, 'planning.read', caseId)
      await this.record('planning.read', caseId, null)
      return this.views.of(actor, caseId, facts, await this.tasks.ofCase(caseId))
    })
  }

  /** The actor's own, of all cases, the most pressing first. @throws NotFound, InvalidInput */
  async mine(
    actor: WorkerActor,
    { after, limit = usualLimit }: { after?: string | undefined; limit?: number | undefined } = {},
  ): Promise<Slice<CaseTaskView>> {
    if (!decide(actor, 'planning.list', { now: this.clock.now() }).allowed)
      throw new NotFound('planning.list', 'case-task', null)
    const position = after === undefined ? null : decodeTimeCursor(after)
    return this.transactions.run(actor, async () => {
      const rows = await this.tasks.mine(actor, position, limit + 1)
      const { items, next } = sliceOf(rows, limit, ({ sortKey, id }) => [sortKey, id])
      const opened = new Map<string, CaseTaskView>()
      for (const caseId of new Set(items.map((row) => row.caseId))) {
        const facts = await this.facts.caseFacts(caseId)
        if (!this.access.may(actor, 'planning.read', facts)) continue
        const ofCase = items.filter((row) => row.caseId === caseId)
        for (const task of await this.views.of(actor, caseId, facts, ofCase))
          opened.set(task.id, task)
        await this.record('planning.read', caseId, null)
      }
      await this.audit.record({ action: 'planning.list' })
      return { items: items.flatMap(({ id }) => opened.get(id) ?? []), next }
    })
  }

  /** It is done. @throws NotFound | AlreadyEnded | TaskOfPlan | Stale */
  finish(
    actor: WorkerActor,
    caseId: string,
    id: string,
    version: number,
    note: string | null,
  ): Promise<void> {
    return this.end(actor, caseId, id, version, { state: 'done', note })
  }

  /** It is not to be done after all. @throws NotFound | AlreadyEnded | TaskOfPlan | Stale */
  cancel(
    actor: WorkerActor,
    caseId: string,
    id: string,
    version: number,
    { reason, note }: { readonly reason: CaseTaskCancelReason; readonly note: string | null },
  ): Promise<void> {
    return this.end(actor, caseId, id, version, { state: 'cancelled', reason, note })
  }

  private end(
    actor: WorkerActor,
    caseId: string,
    id: string,
    version: number,
    how: Parameters<TaskKeeper['end']>[3],
  ): Promise<void> {
    return this.transactions.run(actor, async () => {
      const task = await this.tasks.one(id)
      if (task?.caseId !== caseId) throw new NotFound('planning.finish', 'case-task', id)
      await this.access.find(actor, 'planning.finish', caseId, { taskOf: task.workerId })
      if (task.state !== 'open') throw new AlreadyEnded()
      if (task.itemId !== null) throw new TaskOfPlan()
      if (!(await this.keeper.end(actor, task, version, how))) throw new Stale()
      await this.record('planning.finish', caseId, id)
    })
  }

  private record(
    action: string,
    caseId: string,
    taskId: string | null,
    withContact = false,
  ): Promise<void> {
    return this.audit.record({
      action,
      caseId,
      subject: taskId === null ? { type: 'case', id: caseId } : { type: 'case-task', id: taskId },
      sections: maskOf(withContact ? [sealedUnder, 'contact'] : [sealedUnder]),
    })
  }
}
