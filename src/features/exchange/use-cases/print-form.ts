import { Injectable } from '@nestjs/common'
import { encode } from 'uqr'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { AuditTrail } from '../../../platform/audit/index.js'
import { Clock } from '../../../platform/clock/clock.js'
import { Config } from '../../../platform/config/config.js'
import { Transactions } from '../../../platform/database/transactions.js'
import { NotFound } from '../../../platform/errors/not-found.js'
import { originOf } from '../../../platform/web/own-origin.js'
import { isToken } from '../../accounts/index.js'
import { ConsentReading, type ConsentView } from '../../consents/index.js'
import { Directory, type UnitView } from '../../directory/index.js'
import {
  deskPreviewOf,
  ReferralTexts,
  SharedContent,
  VisibleReferrals,
  type DeskPreview,
  type Shared,
} from '../../referrals/index.js'
import { LinkRows } from '../data/link-rows.js'
import { linkStateOf } from '../domain/external-link.js'
import { LinkSecrets } from './link-secrets.js'

/** The squares of a QR code, row by row; true is dark. */
export type QrSquares = readonly (readonly boolean[])[]

/** Dark squares with the quiet border that readers of QR codes need. */
export const qrOf = (text: string): QrSquares => encode(text, { ecc: 'M', border: 4 }).data

/** A referral on paper: what its desk would see, and room for what comes back. */
export interface PaperForm {
  readonly referralId: string
  readonly number: string
  readonly sentAt: Date | null
  readonly from: UnitView
  readonly to: UnitView
  readonly preview: DeskPreview
  readonly consent: ConsentView | null
  readonly shared: Shared
  /** What the squares say; `link` only for a link made a moment ago, never with its code. */
  readonly qr: { readonly kind: 'link' | 'page' | 'number'; readonly squares: QrSquares }
  readonly printedAt: Date
}

/**
 * Writes the referral out for paper. Paper is found, copied and left lying: it bears the number in
 * place of the person, whoever the receiver is; who it is about goes by another way.
 */
@Injectable()
export class PrintForm {
  constructor(
    private readonly visible: VisibleReferrals,
    private readonly shared: SharedContent,
    private readonly consents: ConsentReading,
    private readonly directory: Directory,
    private readonly links: LinkRows,
    private readonly secrets: LinkSecrets,
    private readonly texts: ReferralTexts,
    private readonly trail: AuditTrail,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /**
   * @param token of a link made a moment ago; what is not the link in force is left out
   * @throws NotFound also for a draft
   */
  run(actor: WorkerActor, referralId: string, token: string | null): Promise<PaperForm> {
    return this.transactions.run(actor, async () => {
      const referral = await this.visible.find(actor, 'exchange.print', referralId)
      const [from, to] = await Promise.all([
        this.directory.unit(referral.fromUnitId),
        referral.toUnitId === null ? undefined : this.directory.unit(referral.toUnitId),
      ])
      if (from === undefined || to === undefined || referral.status === 'draft')
        throw new NotFound('exchange.print', 'referral', referralId)
      const [shared, consents, qr] = await Promise.all([
        this.shared.forSender(referral),
        this.consents.ofCase(referral.caseId),
        this.qr(referralId, referral.number, to, token),
      ])
      await this.trail.record({
        action: 'exchange.print',
        caseId: referral.caseId,
        subject: { type: 'referral', id: referralId },
      })
      return {
        referralId,
        number: referral.number,
        sentAt: referral.sentAt,
        from,
        to,
        preview: deskPreviewOf(referral, this.texts.need(referral)),
        consent: consents.find(({ id }) => id === referral.consentId) ?? null,
        shared,
        qr,
        printedAt: this.clock.now(),
      }
    })
  }

  private async qr(
    referralId: string,
    number: string,
    to: UnitView,
    token: string | null,
  ): Promise<PaperForm['qr']> {
    const link =
      token === null || !isToken(token)
        ? undefined
        : await this.links.ofToken(referralId, this.secrets.tokenHash(token))
    const isAlive =
      link !== undefined &&
      ['waiting', 'opened', 'answered'].includes(linkStateOf(link, this.clock.now()))
    const origin = originOf(this.config)
    if (isAlive) return { kind: 'link', squares: qrOf(`${origin}/x/${token}`) }
    // Behind the page stands the sign-in: its address opens nothing by itself.
    if (to.onBenAn) return { kind: 'page', squares: qrOf(`${origin}/referrals/${referralId}`) }
    return { kind: 'number', squares: qrOf(number) }
  }
}
