import { Injectable } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { maskOf } from '../../../platform/access/sections.js'
import { AuditTrail } from '../../../platform/audit/index.js'
import { Clock } from '../../../platform/clock/clock.js'
import { Transactions } from '../../../platform/database/transactions.js'
import { Stale } from '../../../platform/errors/stale.js'
import { Outbox } from '../../../platform/outbox/index.js'
import { Schedule } from '../../../platform/schedule/index.js'
import { CaseReading } from '../../cases/index.js'
import { TaskRows } from '../data/task-rows.js'
import type { TaskCancelReason } from '../domain/team-codes.js'
import { OnTeam } from '../domain/team.events.js'
import { TaskAlreadyEnded } from '../domain/teams.errors.js'
import { FindTask } from './find-task.js'
import { notePlace, sectionOf } from './team-tasks.js'

/** Ends a task: done by the unit it was given to, or cancelled by who leads. */
@Injectable()
export class EndTask {
  constructor(
    private readonly transactions: Transactions,
    private readonly find: FindTask,
    private readonly tasks: TaskRows,
    private readonly cases: CaseReading,
    private readonly schedule: Schedule,
    private readonly audit: AuditTrail,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** @param note read by who sees the task. @throws NotFound | TaskAlreadyEnded | Stale */
  finish(actor: WorkerActor, id: string, version: number, note: string | null): Promise<void> {
    return this.end(actor, id, version, 'done', null, note)
  }

  /** @throws NotFound | TaskAlreadyEnded | Stale */
  cancel(
    actor: WorkerActor,
    id: string,
    version: number,
    { reason, note }: { readonly reason: TaskCancelReason; readonly note: string | null },
  ): Promise<void> {
    return this.end(actor, id, version, 'cancelled', reason, note)
  }

  private end(
    actor: WorkerActor,
    id: string,
    version: number,
    state: 'done' | 'cancelled',
    reason: TaskCancelReason | null,
    note: string | null,
  ): Promise<void> {
    return this.transactions.run(actor, async () => {
      const action = state === 'done' ? 'task.finish' : 'task.cancel'
      const { task } = await this.find.run(actor, action, id)
      if (task.state !== 'open') throw new TaskAlreadyEnded()
      const { caseId } = task
      const section = sectionOf(task.section)
      const sealedNote =
        note === null ? null : await this.cases.sealFor(caseId, section, note, notePlace(id))
      const how = { state, reason, sealedNote, at: this.clock.now() }
      if (!(await this.tasks.end(actor, id, version, how))) throw new Stale()
      await this.schedule.cancel(id)
      await this.audit.record({
        action,
        caseId,
        subject: { type: 'task', id },
        sections: maskOf([section]),
      })
      await this.outbox.add(new OnTeam(`team.task-${state}`, id, caseId, actor.unitId))
    })
  }
}
