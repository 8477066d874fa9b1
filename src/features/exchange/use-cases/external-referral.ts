import { Injectable } from '@nestjs/common'
import { system } from '../../../platform/access/actor.js'
import { AuditTrail } from '../../../platform/audit/index.js'
import { Transactions } from '../../../platform/database/transactions.js'
import { isToken } from '../../accounts/index.js'
import { Directory } from '../../directory/index.js'
import {
  deskPreviewOf,
  ReferralTexts,
  type DeskPreview,
  type ReferralStatus,
} from '../../referrals/index.js'
import { ExternalDoors } from '../data/external-doors.js'
import { externalMovesFrom, type ExternalMove } from '../domain/external-link.js'
import type { ExternalSession } from './external-sessions.js'
import { LinkSecrets } from './link-secrets.js'

/** What stands behind the address, for whoever asks. */
export type Behind =
  | { readonly kind: 'closed' }
  /** The code is asked for; nothing else is told. */
  | { readonly kind: 'code' }
  /** Answered to the end through this link. */
  | { readonly kind: 'done' }
  | ({ readonly kind: 'open' } & OpenReferral)

/** One referral as a unit without the service sees it: the preview, and whom to call. */
export interface OpenReferral {
  readonly linkId: string
  readonly status: ReferralStatus
  readonly preview: DeskPreview
  readonly moves: readonly ExternalMove[]
  /** Of the sending unit, for what the link does not carry: who it is about. */
  readonly sender: { readonly name: string; readonly phone: string | null }
}

/** Opens the address that somebody was given. */
@Injectable()
export class ExternalReferral {
  constructor(
    private readonly doors: ExternalDoors,
    private readonly secrets: LinkSecrets,
    private readonly directory: Directory,
    private readonly texts: ReferralTexts,
    private readonly trail: AuditTrail,
    private readonly transactions: Transactions,
  ) {}

  /** @param session what came with the request; of another link it opens nothing here */
  run(token: string, session: ExternalSession | null): Promise<Behind> {
    return this.transactions.run(system('exchange'), async () => {
      const door = await this.doors.behind(this.secrets.tokenHash(token))
      if (door === undefined || !isToken(token)) return { kind: 'closed' }
      const isIn = session !== null && session.linkId === door.linkId
      if (!door.holds) return { kind: isIn && door.done ? 'done' : 'closed' }
      if (!isIn) return { kind: 'code' }
      const row = await this.doors.preview(door.linkId)
      if (row === undefined) return { kind: 'code' }
      const sender = await this.directory.unit(row.fromUnitId)
      await this.trail.record({
        action: 'exchange.preview',
        caseId: row.caseId,
        subject: { type: 'referral', id: row.referralId },
      })
      const { referralId: id, sealedKey, sealedNeed } = row
      const fromUnitName = sender?.name ?? ''
      return {
        kind: 'open',
        linkId: door.linkId,
        status: row.status,
        preview: deskPreviewOf(
          { ...row, fromUnitName },
          this.texts.need({ id, sealedKey, sealedNeed }),
        ),
        moves: externalMovesFrom(row.status),
        sender: { name: fromUnitName, phone: sender?.phone ?? null },
      }
    })
  }
}
