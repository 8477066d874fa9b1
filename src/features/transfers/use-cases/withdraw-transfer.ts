import { Injectable } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { Transactions } from '../../../platform/database/transactions.js'
import type { WithdrawReason } from '../domain/transfer-reasons.js'
import { EndOffer } from './end-offer.js'

/** The owner takes the offer back while nobody has answered; the desk sees nothing of it any more. */
@Injectable()
export class WithdrawTransfer {
  constructor(
    private readonly endOffer: EndOffer,
    private readonly transactions: Transactions,
  ) {}

  /** @throws NotFound | Stale | TransferAlreadyEnded */
  run(
    actor: WorkerActor,
    id: string,
    version: number,
    { code, note }: { readonly code: WithdrawReason; readonly note: string | null },
  ): Promise<void> {
    return this.transactions.run(actor, () =>
      this.endOffer.make(actor, id, version, {
        action: 'transfer.withdraw',
        to: 'withdrawn',
        side: 'owner',
        reason: code,
        note,
      }),
    )
  }
}
