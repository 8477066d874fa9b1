import { Injectable } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { decide } from '../../../platform/access/decide.js'
import { AuditTrail } from '../../../platform/audit/index.js'
import { Clock } from '../../../platform/clock/clock.js'
import { Transactions } from '../../../platform/database/transactions.js'
import { NotFound } from '../../../platform/errors/not-found.js'
import { Outbox } from '../../../platform/outbox/index.js'
import { EscalationRows } from '../data/escalation-rows.js'
import { NothingToAnswer, RemindedAlready } from '../domain/escalation.errors.js'
import type { CoordinationDeed } from '../domain/late.js'

/**
 * A coordinator does something about a referral that has come to them: reminds the unit's supervisors
 * again, or notes that they called, or that another unit was found. Both sides read it in the story.
 */
@Injectable()
export class Coordinate {
  constructor(
    private readonly rows: EscalationRows,
    private readonly trail: AuditTrail,
    private readonly outbox: Outbox,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws NotFound for all others, and for what has not come to this coordinator or is settled
   * @throws RemindedAlready | NothingToAnswer
   */
  run(actor: WorkerActor, referralId: string, deed: CoordinationDeed): Promise<void> {
    return this.transactions.run(actor, async () => {
      const now = this.clock.now()
      const came = decide(actor, 'escalation.act', { now }).allowed
        ? await this.rows.act(referralId, deed, now)
        : undefined
      if (came === undefined) throw new NotFound('escalation.act', 'referral', referralId)
      if (came.result === 'too-soon') throw new RemindedAlready()
      if (came.result === 'over') throw new NothingToAnswer()
      await this.trail.record({
        action: 'escalation.act',
        caseId: came.caseId,
        subject: { type: 'referral', id: referralId },
      })
      if (deed === 'reminded')
        await this.outbox.add({
          type: came.toDesk ? 'referral.reminded' : 'referral.escalated',
          subjectId: referralId,
          caseId: came.caseId,
          data: {
            clock: came.clock,
            level: 'supervisor',
            reaches: came.toDesk ? 'desk' : 'supervisor',
          },
        })
    })
  }
}
