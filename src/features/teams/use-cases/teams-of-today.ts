import { Injectable } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { TodayPart, type TodayItem } from '../../today/index.js'
import { TaskRows } from '../data/task-rows.js'
import { TeamRows } from '../data/team-rows.js'

/** What a team waits for: an answer to its invitation, and tasks of one's own. */
@Injectable()
export class TeamsOfToday extends TodayPart {
  constructor(
    private readonly teams: TeamRows,
    private readonly tasks: TaskRows,
  ) {
    super()
  }

  async itemsFor(actor: WorkerActor, _now: Date, limit: number): Promise<TodayItem[]> {
    const [invited, tasks] = await Promise.all([
      this.teams.invitedAtDesk(actor.unitId),
      this.tasks.openOf(actor.workerId, limit),
    ])
    return [
      ...invited.slice(0, limit).map((one): TodayItem => ({
        kind: 'new',
        title: 'teams.today.invited',
        facts: { unit: one.fromUnitName },
        href: `/invitations/${one.id}`,
        about: one.teamNumber,
        caseId: null,
        due: one.answerDueAt,
        since: one.invitedAt,
      })),
      ...tasks.map((one): TodayItem => ({
        kind: 'due',
        title: `code.task.${one.kind}`,
        href: `/tasks/${one.id}`,
        about: one.teamNumber,
        caseId: one.caseId,
        due: one.dueAt,
        since: null,
      })),
    ]
  }
}
