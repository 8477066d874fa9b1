import { Injectable } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { decide } from '../../../platform/access/decide.js'
import { maskOf } from '../../../platform/access/sections.js'
import { AuditTrail } from '../../../platform/audit/index.js'
import { Clock } from '../../../platform/clock/clock.js'
import { Transactions } from '../../../platform/database/transactions.js'
import { NotFound } from '../../../platform/errors/not-found.js'
import { decodeTimeCursor, sliceOf, type Slice } from '../../../platform/web/cursor.js'
import { CaseReading, type CaseRow, type SafeContact } from '../../cases/index.js'
import { ApprovalRows, type WaitingRow } from '../data/approval-rows.js'
import { ApprovalViews, sealedUnder, type ApprovalView } from './approval-views.js'
import { PlanningAccess } from './planning-access.js'

export type { WaitingRow } from '../data/approval-rows.js'

/** One approval, for who manages the case. */
export interface OneApproval {
  readonly approval: ApprovalView
  readonly row: CaseRow
  readonly safeContact: SafeContact | null
  readonly mayAnswer: boolean
  readonly mayWithdraw: boolean
}

const usualLimit = 25

/** What waits for a unit's supervisors, and what became of it. */
@Injectable()
export class ReadApprovals {
  constructor(
    private readonly transactions: Transactions,
    private readonly access: PlanningAccess,
    private readonly approvals: ApprovalRows,
    private readonly views: ApprovalViews,
    private readonly cases: CaseReading,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** What waits in the actor's unit, the longest waiting first. @throws NotFound, InvalidInput */
  async waiting(
    actor: WorkerActor,
    { after, limit = usualLimit }: { after?: string | undefined; limit?: number | undefined } = {},
  ): Promise<Slice<WaitingRow>> {
    if (!decide(actor, 'approval.list', { now: this.clock.now() }).allowed)
      throw new NotFound('approval.list', 'unit', actor.unitId)
    const position = after === undefined ? null : decodeTimeCursor(after)
    return this.transactions.run(actor, async () => {
      const rows = await this.approvals.waiting(actor, position, limit + 1)
      await this.audit.record({
        action: 'approval.list',
        subject: { type: 'unit', id: actor.unitId },
      })
      return sliceOf(rows, limit, ({ sortKey, id }) => [sortKey, id])
    })
  }

  /** @throws NotFound */
  one(actor: WorkerActor, id: string): Promise<OneApproval> {
    return this.transactions.run(actor, async () => {
      const row = await this.approvals.one(id)
      if (row === undefined) throw new NotFound('approval.read', 'case-approval', id)
      const { row: ofCase, facts } = await this.access.find(actor, 'approval.read', row.caseId)
      const [[approval], safeContact] = await Promise.all([
        this.views.of(row.caseId, [row]),
        this.cases.safeContact(row.caseId),
        this.audit.record({
          action: 'approval.read',
          caseId: row.caseId,
          subject: { type: 'case-approval', id },
          sections: maskOf([sealedUnder, 'contact']),
        }),
      ])
      if (approval === undefined) throw new NotFound('approval.read', 'case-approval', id)
      return {
        approval,
        row: ofCase,
        safeContact,
        mayAnswer: this.access.may(actor, 'approval.decide', facts, { approval }),
        mayWithdraw:
          approval.state === 'requested' && this.access.may(actor, 'approval.request', facts),
      }
    })
  }
}
