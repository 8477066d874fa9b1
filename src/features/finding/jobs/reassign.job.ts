import { Injectable } from '@nestjs/common'
import { Access } from '../../../platform/access/access.js'
import { system, type WorkerActor } from '../../../platform/access/actor.js'
import { decide } from '../../../platform/access/decide.js'
import { AuditTrail } from '../../../platform/audit/index.js'
import { Clock } from '../../../platform/clock/clock.js'
import { Transactions } from '../../../platform/database/transactions.js'
import { EventConsumer, Outbox, type DeliveredEvent } from '../../../platform/outbox/index.js'
import { Workers } from '../../accounts/index.js'
import { Reassignments } from '../data/reassignments.js'
import { CaseReassigned, reassignAsked } from '../domain/reassignment.js'

/**
 * Hands cases over one by one, each in a transaction of its own, as the supervisor who asked and with
 * her rights as they are by then. What was done stays done: begun anew after a fall, or by two at once,
 * it goes on with what still waits.
 */
@Injectable()
export class ReassignJob extends EventConsumer {
  readonly consumer = 'finding.reassign'
  readonly types = [reassignAsked]

  constructor(
    private readonly transactions: Transactions,
    private readonly reassignments: Reassignments,
    private readonly workers: Workers,
    private readonly access: Access,
    private readonly audit: AuditTrail,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {
    super()
  }

  /** Outside the delivery's own transaction: each case has one. */
  override async actOutside({ subjectId: id }: DeliveredEvent): Promise<void> {
    const asker = await this.transactions.run(system('delivery'), async () => {
      const asked = await this.reassignments.find(id)
      return asked && (await this.workers.atWork(asked.requestedBy))?.actor
    })
    if (asker === undefined) return
    const waiting = await this.transactions.run(asker, () => this.reassignments.waiting(id))
    for (const line of waiting) await this.handOver(asker, line)
  }

  /** What nobody may answer any more ends unanswered. */
  async handle({ subjectId: id }: DeliveredEvent): Promise<void> {
    await this.reassignments.giveUp(id, this.clock.now())
  }

  private handOver(
    asker: WorkerActor,
    { id, caseId }: { readonly id: string; readonly caseId: string },
  ): Promise<void> {
    const now = this.clock.now()
    return this.transactions.run(asker, async () => {
      const facts = await this.access.caseFacts(caseId)
      // What she may not give by now ends with the job.
      if (!decide(asker, 'case.reassign', { now, case: facts }).allowed) return
      const outcome = await this.reassignments.move(id, now)
      if (outcome !== 'done') return
      await this.audit.record({
        action: 'case.reassign',
        caseId,
        subject: { type: 'case', id: caseId },
      })
      await this.outbox.add(
        new CaseReassigned('case.given', id, caseId),
        new CaseReassigned('case.given-away', id, caseId),
      )
    })
  }
}
