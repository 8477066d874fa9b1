import { Injectable } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { AuditTrail } from '../../../platform/audit/index.js'
import { Clock } from '../../../platform/clock/clock.js'
import { Transactions } from '../../../platform/database/transactions.js'
import { Schedule } from '../../../platform/schedule/index.js'
import { VisibleReferrals } from '../../referrals/index.js'
import { LinkRows } from '../data/link-rows.js'
import { NoLinkInForce } from '../domain/exchange.errors.js'
import { expiryTimer } from '../domain/exchange.events.js'

/** Takes the link back: whoever has it open is outside with the next step. */
@Injectable()
export class RevokeLink {
  constructor(
    private readonly visible: VisibleReferrals,
    private readonly links: LinkRows,
    private readonly schedule: Schedule,
    private readonly trail: AuditTrail,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound | NoLinkInForce */
  run(actor: WorkerActor, referralId: string): Promise<void> {
    return this.transactions.run(actor, async () => {
      const { caseId } = await this.visible.find(actor, 'exchange.link', referralId)
      const now = this.clock.now()
      if (!(await this.links.revoke(referralId, now))) throw new NoLinkInForce()
      await this.schedule.cancel(referralId, expiryTimer)
      await this.links.tell(referralId, 'link-revoked', now, actor)
      await this.trail.record({
        action: 'exchange.link',
        caseId,
        subject: { type: 'referral', id: referralId },
      })
    })
  }
}
