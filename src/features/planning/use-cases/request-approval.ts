import { Injectable } from '@nestjs/common'
import { randomUUID } from 'node:crypto'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { AuditTrail } from '../../../platform/audit/index.js'
import { Clock } from '../../../platform/clock/clock.js'
import { Transactions } from '../../../platform/database/transactions.js'
import { NotFound } from '../../../platform/errors/not-found.js'
import { Stale } from '../../../platform/errors/stale.js'
import { Outbox } from '../../../platform/outbox/index.js'
import { CaseReading } from '../../cases/index.js'
import { ApprovalRows } from '../data/approval-rows.js'
import type { ApprovalKind } from '../domain/approval.js'
import { ApprovalAlreadyAsked } from '../domain/planning.errors.js'
import { ApprovalMoved } from '../domain/planning.events.js'
import { approvalPlace, sealedUnder } from './approval-views.js'
import { PlanningAccess } from './planning-access.js'

/** What a supervisor is to agree to. */
export interface ApprovalToAsk {
  readonly kind: ApprovalKind
  /**
   * Names the very version that is asked about: what changes afterwards was not agreed to. A code of
   * up to 100 letters, digits and `:._-`, made by whoever owns the thing: its version, or a hash.
   */
  readonly pin: string
  /** What the caseworker wants to add. Sealed; no health detail. */
  readonly note: string | null
}

/** Asks the unit's supervisors to agree to an assessment, a plan or a closing. */
@Injectable()
export class RequestApproval {
  constructor(
    private readonly transactions: Transactions,
    private readonly access: PlanningAccess,
    private readonly approvals: ApprovalRows,
    private readonly cases: CaseReading,
    private readonly audit: AuditTrail,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /**
   * Joins the caller's transaction where one is open.
   * @returns the id of the approval
   * @throws NotFound | CaseIsClosed | ApprovalAlreadyAsked
   */
  run(actor: WorkerActor, caseId: string, { kind, pin, note }: ApprovalToAsk): Promise<string> {
    return this.transactions.run(actor, async () => {
      await this.access.findOpen(actor, 'approval.request', caseId)
      const id = randomUUID()
      const sealedNote =
        note === null
          ? null
          : await this.cases.sealFor(caseId, sealedUnder, note, approvalPlace(id, 'sealed_note'))
      const asked = { id, caseId, kind, pin, sealedNote }
      if (!(await this.approvals.ask(actor, asked, this.clock.now())))
        throw new ApprovalAlreadyAsked()
      await this.approvals.followStep(caseId)
      await this.audit.record({
        action: 'approval.request',
        caseId,
        subject: { type: 'case-approval', id },
      })
      await this.outbox.add(new ApprovalMoved('approval.requested', id, caseId))
      return id
    })
  }

  /** Takes back what was asked and not yet answered. @throws NotFound | Stale */
  withdraw(actor: WorkerActor, caseId: string, id: string, version: number): Promise<void> {
    return this.transactions.run(actor, async () => {
      await this.access.find(actor, 'approval.request', caseId)
      const row = await this.approvals.one(id)
      if (row?.caseId !== caseId) throw new NotFound('approval.request', 'case-approval', id)
      const became = await this.approvals.move(id, version, 'withdrawn', null, this.clock.now())
      if (became === 'absent') throw new NotFound('approval.request', 'case-approval', id)
      if (became === 'stale') throw new Stale()
      await this.audit.record({
        action: 'approval.withdraw',
        caseId,
        subject: { type: 'case-approval', id },
      })
      await this.outbox.add(new ApprovalMoved('approval.withdrawn', id, caseId))
    })
  }
}
