import { Injectable } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { maskOf } from '../../../platform/access/sections.js'
import { AuditTrail } from '../../../platform/audit/index.js'
import { Transactions } from '../../../platform/database/transactions.js'
import { NotFound } from '../../../platform/errors/not-found.js'
import { TeamRows } from '../data/team-rows.js'
import { FindTask } from './find-task.js'
import { TeamTasks, type TaskLine } from './team-tasks.js'

/** One task, for who sees the section it is about. */
export interface OneTask {
  readonly task: TaskLine
  readonly teamNumber: string
}

/** Opens one task. */
@Injectable()
export class ReadTask {
  constructor(
    private readonly transactions: Transactions,
    private readonly find: FindTask,
    private readonly tasks: TeamTasks,
    private readonly teams: TeamRows,
    private readonly audit: AuditTrail,
  ) {}

  /** @throws NotFound */
  run(actor: WorkerActor, id: string): Promise<OneTask> {
    return this.transactions.run(actor, async () => {
      const { task: row, facts } = await this.find.run(actor, 'task.read', id)
      const [task] = await this.tasks.open(actor, row.caseId, facts, [row])
      const team = await this.teams.team(row.caseId)
      if (task === undefined || team === undefined) throw new NotFound('task.read', 'task', id)
      await this.audit.record({
        action: 'task.read',
        caseId: row.caseId,
        subject: { type: 'task', id },
        sections: maskOf([task.section]),
      })
      return { task, teamNumber: team.number }
    })
  }
}
