import { Injectable } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { decide } from '../../../platform/access/decide.js'
import { AuditTrail } from '../../../platform/audit/index.js'
import { Clock } from '../../../platform/clock/clock.js'
import { Transactions } from '../../../platform/database/transactions.js'
import { NotFound } from '../../../platform/errors/not-found.js'
import { TeamRows, type ListedTeam, type MemberRow } from '../data/team-rows.js'

export type { ListedTeam } from '../data/team-rows.js'

/** An invitation in the list of a desk. */
export type ListedInvitation = Pick<
  MemberRow,
  'id' | 'teamNumber' | 'fromUnitName' | 'purpose' | 'urgency' | 'ageBand' | 'sex' | 'answerDueAt'
>

/** What waits on the desk, and where one works together; each at most 100, what is due first. */
export interface Teams {
  readonly invited: readonly ListedInvitation[]
  readonly teams: readonly ListedTeam[]
}

/** The teams somebody is on or leads, and the invitations that lie on the desk: without a name. */
@Injectable()
export class ListTeams {
  constructor(
    private readonly transactions: Transactions,
    private readonly rows: TeamRows,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound */
  run(actor: WorkerActor): Promise<Teams> {
    if (!decide(actor, 'team.list', { now: this.clock.now() }).allowed)
      throw new NotFound('team.list', 'team', null)
    return this.transactions.run(actor, async () => {
      const [invited, teams] = await Promise.all([
        this.rows.invitedAtDesk(actor.unitId),
        this.rows.mine(),
        this.audit.record({ action: 'team.list' }),
      ])
      return { invited, teams }
    })
  }
}
