import { Injectable } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { Transactions } from '../../../platform/database/transactions.js'
import { Directory } from '../../directory/index.js'
import type { RejectionReason } from '../../referrals/index.js'
import { TransferSuggestionUnfit } from '../domain/transfer.errors.js'
import { EndOffer } from './end-offer.js'
import { VisibleTransfers } from './visible-transfers.js'

/** Why the unit declines, and who else might take the case. */
export interface TransferRejection {
  readonly reason: RejectionReason
  readonly note: string | null
  readonly suggestedUnitId: string | null
}

/** The unit declines and says why; the case stays where it is. */
@Injectable()
export class RejectTransfer {
  constructor(
    private readonly visible: VisibleTransfers,
    private readonly endOffer: EndOffer,
    private readonly directory: Directory,
    private readonly transactions: Transactions,
  ) {}

  /** @throws NotFound | Stale | TransferAlreadyEnded | TransferExpired | TransferSuggestionUnfit */
  run(
    actor: WorkerActor,
    id: string,
    version: number,
    { reason, note, suggestedUnitId }: TransferRejection,
  ): Promise<void> {
    return this.transactions.run(actor, async () => {
      await this.visible.find(actor, 'transfer.reject', id)
      if (suggestedUnitId !== null) {
        const unit = await this.directory.unit(suggestedUnitId)
        if (unit === undefined || !unit.active || unit.id === actor.unitId)
          throw new TransferSuggestionUnfit()
      }
      await this.endOffer.make(actor, id, version, {
        action: 'transfer.reject',
        to: 'rejected',
        side: 'receiver',
        reason,
        note,
        suggestedUnitId,
      })
    })
  }
}
