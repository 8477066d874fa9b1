import { Injectable } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { AuditTrail } from '../../../platform/audit/index.js'
import { Clock } from '../../../platform/clock/clock.js'
import { Transactions } from '../../../platform/database/transactions.js'
import { NotFound } from '../../../platform/errors/not-found.js'
import { Directory, type UnitView } from '../../directory/index.js'
import { isOpen, VisibleReferrals, type ReferralStatus } from '../../referrals/index.js'
import { LinkRows } from '../data/link-rows.js'
import { linkStateOf, type ExternalLink, type LinkState } from '../domain/external-link.js'

/** How it stands with a referral to a unit that may not use the service. */
export interface LinkStanding {
  readonly referralId: string
  readonly number: string
  readonly status: ReferralStatus
  readonly unit: Pick<UnitView, 'name' | 'phone' | 'onBenAn'>
  /** The link in force, or else the last one there was. */
  readonly link: (ExternalLink & { readonly state: LinkState }) | null
  readonly mayMake: boolean
  readonly mayRevoke: boolean
  readonly mayPrint: boolean
}

/** Tells the sender how far its link has come; never its address or its code, which nobody keeps. */
@Injectable()
export class ReadLink {
  constructor(
    private readonly visible: VisibleReferrals,
    private readonly directory: Directory,
    private readonly links: LinkRows,
    private readonly trail: AuditTrail,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound also while no unit is chosen yet */
  run(actor: WorkerActor, referralId: string): Promise<LinkStanding> {
    return this.transactions.run(actor, async () => {
      const referral = await this.visible.find(actor, 'exchange.read', referralId)
      const unit =
        referral.toUnitId === null ? undefined : await this.directory.unit(referral.toUnitId)
      if (unit === undefined) throw new NotFound('exchange.read', 'referral', referralId)
      const found = unit.onBenAn ? undefined : await this.links.latest(referralId)
      await this.trail.record({
        action: 'exchange.read',
        caseId: referral.caseId,
        subject: { type: 'referral', id: referralId },
      })
      const state = found === undefined ? null : linkStateOf(found, this.clock.now())
      const mayLink =
        !unit.onBenAn &&
        isOpen(referral.status) &&
        this.visible.may(actor, 'exchange.link', referral)
      return {
        referralId,
        number: referral.number,
        status: referral.status,
        unit,
        link: found === undefined || state === null ? null : { ...found, state },
        mayMake: mayLink,
        mayRevoke: mayLink && found?.revokedAt === null,
        mayPrint:
          referral.status !== 'draft' && this.visible.may(actor, 'exchange.print', referral),
      }
    })
  }
}
