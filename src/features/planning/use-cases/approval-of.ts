import { Injectable } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { Transactions } from '../../../platform/database/transactions.js'
import { ApprovalRows } from '../data/approval-rows.js'
import { standingOf, type ApprovalKind, type ApprovalStanding } from '../domain/approval.js'
import { ApprovalMissing } from '../domain/planning.errors.js'
import { ApprovalViews, type ApprovalView } from './approval-views.js'
import { PlanningAccess } from './planning-access.js'

/** Where an approval stands: is it needed, was it asked for, was it given for what is there now? */
@Injectable()
export class ApprovalOf {
  constructor(
    private readonly transactions: Transactions,
    private readonly access: PlanningAccess,
    private readonly approvals: ApprovalRows,
    private readonly views: ApprovalViews,
  ) {}

  /**
   * Joins the caller's transaction where one is open; recording what was read stays with who asks.
   * @param pin of what is there now, as `RequestApproval` was given it
   * @throws NotFound
   */
  run(
    actor: WorkerActor,
    caseId: string,
    kind: ApprovalKind,
    pin: string,
  ): Promise<ApprovalStanding<ApprovalView>> {
    return this.transactions.run(actor, async () => {
      await this.access.find(actor, 'approval.read', caseId)
      const [rows, isNeeded] = await Promise.all([
        this.approvals.ofCase(caseId),
        this.approvals.isNeeded(caseId, kind),
      ])
      const asked = rows.filter((row) => row.kind === kind)
      return standingOf(isNeeded, await this.views.of(caseId, asked), pin)
    })
  }

  /** @throws NotFound, ApprovalMissing where the unit wants one first and none was given for this pin */
  async mustBeGiven(
    actor: WorkerActor,
    caseId: string,
    kind: ApprovalKind,
    pin: string,
  ): Promise<void> {
    if (!(await this.run(actor, caseId, kind, pin)).isSatisfied) throw new ApprovalMissing()
  }
}
