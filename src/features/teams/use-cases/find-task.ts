import { Injectable } from '@nestjs/common'
import { Access } from '../../../platform/access/access.js'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { decide, type Action, type CaseFacts } from '../../../platform/access/decide.js'
import { Clock } from '../../../platform/clock/clock.js'
import { NotFound } from '../../../platform/errors/not-found.js'
import { TaskRows, type TaskRow } from '../data/task-rows.js'
import { sectionOf } from './team-tasks.js'

/** Finds the task somebody wants to act on, if they may. Runs inside the use case's transaction. */
@Injectable()
export class FindTask {
  constructor(
    private readonly access: Access,
    private readonly tasks: TaskRows,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound when there is none, or none for this actor */
  async run(
    actor: WorkerActor,
    action: Action,
    id: string,
  ): Promise<{ readonly task: TaskRow; readonly facts: CaseFacts }> {
    const task = await this.tasks.one(id)
    if (task === undefined) throw new NotFound(action, 'task', id)
    const facts = await this.access.caseFacts(task.caseId)
    const section = sectionOf(task.section)
    if (!decide(actor, action, { now: this.clock.now(), case: facts, section, task }).allowed)
      throw new NotFound(action, 'task', id)
    return { task, facts }
  }
}
