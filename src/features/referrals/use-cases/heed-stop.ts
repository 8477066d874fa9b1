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

/** Somebody at the receiving unit says that they understood what to stop; the sender sees when. */
@Injectable()
export class HeedStop {
  constructor(
    private readonly visible: VisibleReferrals,
    private readonly shares: SharesRepository,
    private readonly trail: AuditTrail,
    private readonly outbox: Outbox,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** Said again it changes nothing. @throws NotFound */
  run(actor: WorkerActor, id: string, noticeId: string): Promise<void> {
    const at = this.clock.now()
    return this.transactions.run(actor, async () => {
      const referral = await this.visible.find(actor, 'referral.heed', id)
      const notice = (await this.shares.notices(id)).find((one) => one.id === noticeId)
      if (notice === undefined) throw new NotFound('referral.heed', 'referral', id)
      if (notice.acknowledgedAt !== null) return
      // Somebody of the unit was faster: said is said.
      if (!(await this.shares.heed(actor, id, noticeId, at))) return
      await this.trail.record({
        action: 'referral.heed',
        caseId: referral.caseId,
        subject: { type: 'referral', id },
        sections: notice.sections,
      })
      await this.outbox.add(new SharingMoved('referral.stop-understood', id, referral.caseId))
    })
  }
}
