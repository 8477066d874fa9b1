import { Injectable } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { AuditTrail } from '../../../platform/audit/index.js'
import { Clock } from '../../../platform/clock/clock.js'
import { Transactions } from '../../../platform/database/transactions.js'
import { NotFound } from '../../../platform/errors/not-found.js'
import { Stale } from '../../../platform/errors/stale.js'
import { Outbox } from '../../../platform/outbox/index.js'
import { CaseReading } from '../../cases/index.js'
import { ApprovalRows } from '../data/approval-rows.js'
import { ApprovalAnswered, ReasonMissing } from '../domain/planning.errors.js'
import { ApprovalMoved } from '../domain/planning.events.js'
import { approvalPlace, sealedUnder } from './approval-views.js'
import { PlanningAccess } from './planning-access.js'

/** A supervisor's answer. */
export interface ApprovalAnswer {
  readonly to: 'approved' | 'returned'
  /** Needed where it is returned: what is to be mended. */
  readonly reason: string | null
}

/** A supervisor agrees, or returns with what to mend; never to what she asked for herself. */
@Injectable()
export class AnswerApproval {
  constructor(
    private readonly transactions: Transactions,
    private readonly access: PlanningAccess,
    private readonly approvals: ApprovalRows,
    private readonly cases: CaseReading,
    private readonly audit: AuditTrail,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound | ApprovalAnswered | Stale | ReasonMissing */
  run(
    actor: WorkerActor,
    id: string,
    version: number,
    { to, reason }: ApprovalAnswer,
  ): Promise<void> {
    return this.transactions.run(actor, async () => {
      const row = await this.approvals.one(id)
      if (row === undefined) throw new NotFound('approval.decide', 'case-approval', id)
      const { caseId } = row
      if (row.state !== 'requested') {
        // Who may read it is told that somebody was faster.
        await this.access.find(actor, 'approval.read', caseId)
        throw new ApprovalAnswered()
      }
      await this.access.find(actor, 'approval.decide', caseId, { approval: row })
      if (to === 'returned' && reason === null) throw new ReasonMissing()
      const sealed =
        reason === null
          ? null
          : await this.cases.sealFor(
              caseId,
              sealedUnder,
              reason,
              approvalPlace(id, 'sealed_reason'),
            )
      const became = await this.approvals.move(id, version, to, sealed, this.clock.now())
      if (became === 'absent') throw new NotFound('approval.decide', 'case-approval', id)
      if (became === 'stale') throw new Stale()
      await this.audit.record({
        action: to === 'approved' ? 'approval.approve' : 'approval.return',
        caseId,
        subject: { type: 'case-approval', id },
      })
      await this.outbox.add(new ApprovalMoved(`approval.${to}`, id, caseId))
    })
  }
}
