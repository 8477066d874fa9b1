import { Injectable } from '@nestjs/common'
import { randomUUID } from 'node:crypto'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { AuditTrail } from '../../../platform/audit/index.js'
import { Clock } from '../../../platform/clock/clock.js'
import { Config } from '../../../platform/config/config.js'
import { Transactions } from '../../../platform/database/transactions.js'
import { Schedule } from '../../../platform/schedule/index.js'
import { originOf } from '../../../platform/web/own-origin.js'
import { newToken } from '../../accounts/index.js'
import { ConsentReading } from '../../consents/index.js'
import { Directory } from '../../directory/index.js'
import { isOpen, SharedContent, VisibleReferrals } from '../../referrals/index.js'
import { LinkRows } from '../data/link-rows.js'
import { LinkNotNeeded, LinkWithoutConsent } from '../domain/exchange.errors.js'
import { expiryTimer, linkExpired } from '../domain/exchange.events.js'
import type { LinkDays } from '../domain/external-link.js'
import { newCode } from '../domain/one-time-code.js'
import { LinkSecrets } from './link-secrets.js'

/** A link at the only moment at which it can be read. */
export interface MadeLink {
  readonly number: string
  readonly unitName: string
  readonly unitPhone: string | null
  /** What the address ends in. */
  readonly token: string
  /** The whole address, to be given by mail, on paper or as a QR code. */
  readonly address: string
  /** To be given by another way: by telephone. */
  readonly code: string
  readonly expiresAt: Date
}

/** Lets a unit that does not use the service answer one referral; the link before it ends. */
@Injectable()
export class MakeLink {
  constructor(
    private readonly visible: VisibleReferrals,
    private readonly shared: SharedContent,
    private readonly consents: ConsentReading,
    private readonly directory: Directory,
    private readonly links: LinkRows,
    private readonly secrets: LinkSecrets,
    private readonly schedule: Schedule,
    private readonly trail: AuditTrail,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /** @throws NotFound | LinkNotNeeded | LinkWithoutConsent */
  run(actor: WorkerActor, referralId: string, days: LinkDays): Promise<MadeLink> {
    return this.transactions.run(actor, async () => {
      const referral = await this.visible.find(actor, 'exchange.link', referralId)
      const unit =
        referral.toUnitId === null ? undefined : await this.directory.unit(referral.toUnitId)
      if (unit === undefined || unit.onBenAn || !isOpen(referral.status)) throw new LinkNotNeeded()
      const [{ sections }, consents] = await Promise.all([
        this.shared.forSender(referral),
        this.consents.ofCase(referral.caseId),
      ])
      // What was sent may stand on another, narrower consent by now.
      const until = consents
        .filter(({ isLive, recipientUnitId }) => isLive && recipientUnitId === unit.id)
        .map(({ validUntil }) => validUntil)
        .reduce<Date | null>((last, one) => (last !== null && last > one ? last : one), null)
      if (sections.length === 0 || until === null) throw new LinkWithoutConsent()

      const now = this.clock.now()
      const inDays = new Date(now.getTime() + days * 86_400_000)
      // What the person agreed to ends the link, should it end first.
      const expiresAt = until < inDays ? until : inDays
      const [token, code] = [newToken(), newCode()]
      const tokenHash = this.secrets.tokenHash(token)
      await this.links.replace({
        id: randomUUID(),
        referralId,
        caseId: referral.caseId,
        tokenHash,
        codeHash: this.secrets.codeHash(tokenHash, code),
        createdAt: now,
        createdBy: actor.workerId,
        expiresAt,
      })
      await this.schedule.at(expiresAt, linkExpired(referralId, referral.caseId), expiryTimer)
      await this.links.tell(referralId, 'link-made', now, actor)
      await this.trail.record({
        action: 'exchange.link',
        caseId: referral.caseId,
        subject: { type: 'referral', id: referralId },
      })
      return {
        number: referral.number,
        unitName: unit.name,
        unitPhone: unit.phone,
        token,
        address: `${originOf(this.config)}/x/${token}`,
        code,
        expiresAt,
      }
    })
  }
}
