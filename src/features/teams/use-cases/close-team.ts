import { Injectable } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { AuditTrail } from '../../../platform/audit/index.js'
import { Clock } from '../../../platform/clock/clock.js'
import { Transactions } from '../../../platform/database/transactions.js'
import { Stale } from '../../../platform/errors/stale.js'
import { Outbox } from '../../../platform/outbox/index.js'
import { Schedule } from '../../../platform/schedule/index.js'
import { TaskRows } from '../data/task-rows.js'
import { TeamRows } from '../data/team-rows.js'
import type { CloseReason } from '../domain/team-codes.js'
import { OnTeam } from '../domain/team.events.js'
import { TeamAccess } from './team-access.js'

/** Ends the work as a team: all members see nothing from now on. The case itself goes on. */
@Injectable()
export class CloseTeam {
  constructor(
    private readonly transactions: Transactions,
    private readonly access: TeamAccess,
    private readonly teams: TeamRows,
    private readonly tasks: TaskRows,
    private readonly schedule: Schedule,
    private readonly audit: AuditTrail,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound | TeamClosed | Stale */
  run(actor: WorkerActor, caseId: string, version: number, reason: CloseReason): Promise<void> {
    return this.transactions.run(actor, async () => {
      await this.access.findOpen(actor, 'team.close', caseId)
      const members = (await this.teams.members(caseId)).filter(
        ({ status }) => status === 'invited' || status === 'joined',
      )
      if (!(await this.teams.close(caseId, version, this.clock.now(), reason))) throw new Stale()
      for (const { id } of members) await this.schedule.cancel(id)
      for (const task of await this.tasks.ofCase(caseId))
        if (task.state === 'open') await this.schedule.cancel(task.id)
      await this.audit.record({
        action: 'team.close',
        caseId,
        subject: { type: 'team', id: caseId },
      })
      await this.outbox.add(...members.map(({ id }) => new OnTeam('team.ended', id, caseId)))
    })
  }
}
