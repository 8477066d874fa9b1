import { Injectable } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { decide } from '../../../platform/access/decide.js'
import { AuditTrail } from '../../../platform/audit/index.js'
import { Clock } from '../../../platform/clock/clock.js'
import { Transactions } from '../../../platform/database/transactions.js'
import { NotFound } from '../../../platform/errors/not-found.js'
import { ApprovalRows } from '../data/approval-rows.js'
import {
  approvalKinds,
  usualNeed,
  type ApprovalKind,
  type ApprovalNeed,
} from '../domain/approval.js'

/** When a unit wants which approval. */
export type ApprovalRuleSet = Readonly<Record<ApprovalKind, ApprovalNeed>>

/** The supervisors of a unit say what they want to agree to first. */
@Injectable()
export class ApprovalRules {
  constructor(
    private readonly transactions: Transactions,
    private readonly approvals: ApprovalRows,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Of the actor's unit. @throws NotFound */
  async read(actor: WorkerActor): Promise<ApprovalRuleSet> {
    this.mustBeAllowed(actor)
    return this.transactions.run(actor, async () => {
      const known = await this.approvals.rules(actor.unitId)
      const setTo = new Map(known.map(({ kind, needed }) => [kind, needed]))
      await this.record(actor, 'approval.rule-read')
      return {
        assessment: setTo.get('assessment') ?? usualNeed.assessment,
        plan: setTo.get('plan') ?? usualNeed.plan,
        closing: setTo.get('closing') ?? usualNeed.closing,
      }
    })
  }

  /** Counts from now on, for what is asked and what is done. @throws NotFound */
  async set(actor: WorkerActor, rules: ApprovalRuleSet): Promise<void> {
    this.mustBeAllowed(actor)
    return this.transactions.run(actor, async () => {
      const at = this.clock.now()
      for (const kind of approvalKinds) await this.approvals.setRule(actor, kind, rules[kind], at)
      await this.record(actor, 'approval.rule')
    })
  }

  private mustBeAllowed(actor: WorkerActor): void {
    if (!decide(actor, 'approval.rule', { now: this.clock.now() }).allowed)
      throw new NotFound('approval.rule', 'unit', actor.unitId)
  }

  private record(actor: WorkerActor, action: string): Promise<void> {
    return this.audit.record({ action, subject: { type: 'unit', id: actor.unitId } })
  }
}
