import { Injectable } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { Transactions } from '../../../platform/database/transactions.js'
import { cancelReferral } from '../domain/referral-moves.js'
import type { CancelReason } from '../domain/referral-reasons.js'
import { ReferralMoves } from './referral-moves.js'

/** The sender takes it back before the service has begun; whatever was shared is shared no more. */
@Injectable()
export class CancelReferral {
  constructor(
    private readonly moves: ReferralMoves,
    private readonly transactions: Transactions,
  ) {}

  run(
    actor: WorkerActor,
    id: string,
    version: number,
    reason: { readonly code: CancelReason; readonly note: string | null },
  ): Promise<void> {
    return this.transactions.run(actor, () =>
      this.moves.make(
        actor,
        id,
        version,
        {
          action: 'referral.cancel',
          kind: 'cancelled',
          event: 'referral.cancelled',
          changesSight: true,
          note: reason.note,
        },
        (state, at) => cancelReferral(state, { side: 'sender', at, reason }),
      ),
    )
  }
}
