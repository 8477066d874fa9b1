import { Injectable } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { AuditTrail } from '../../../platform/audit/index.js'
import { Clock } from '../../../platform/clock/clock.js'
import { Transactions } from '../../../platform/database/transactions.js'
import { NotFound } from '../../../platform/errors/not-found.js'
import { Outbox } from '../../../platform/outbox/index.js'
import { SharesRepository } from '../data/shares.repository.js'
import { SharingMoved } from '../domain/referral-events.js'
import { VisibleReferrals } from './visible-referrals.js'

/**
 * Nobody in a unit outside reads a notice of what to stop: whoever has the case has called there, and
 * answers for the unit.
 */
@Injectable()
export class TellByPhone {
  constructor(
    private readonly visible: VisibleReferrals,
    private readonly shares: SharesRepository,
    private readonly trail: AuditTrail,
    private readonly outbox: Outbox,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** Said again it changes nothing. @throws NotFound also where the unit can answer for itself */
  run(actor: WorkerActor, id: string, noticeId: string): Promise<void> {
    const at = this.clock.now()
    return this.transactions.run(actor, async () => {
      const referral = await this.visible.find(actor, 'referral.tell-by-phone', id)
      const notice = (await this.shares.notices(id)).find((one) => one.id === noticeId)
      if (notice === undefined || referral.toUnitOnBenAn !== false)
        throw new NotFound('referral.tell-by-phone', 'referral', id)
      if (notice.acknowledgedAt !== null) return
      // Somebody of the unit was faster: said is said.
      if (!(await this.shares.heed(actor, id, noticeId, at))) return
      await this.trail.record({
        action: 'referral.tell-by-phone',
        caseId: referral.caseId,
        subject: { type: 'referral', id },
        sections: notice.sections,
      })
      await this.outbox.add(new SharingMoved('referral.told-by-phone', id, referral.caseId))
    })
  }
}
