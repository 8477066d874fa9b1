import { Injectable } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { Transactions } from '../../../platform/database/transactions.js'
import { askToCancelReferral } from '../domain/referral-moves.js'
import type { CancelReason } from '../domain/referral-reasons.js'
import { ReferralMoves } from './referral-moves.js'

/** The sender asks the receiver to stop a service that has begun; until they do, it goes on. */
@Injectable()
export class AskToCancel {
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
          kind: 'cancel-asked',
          event: 'referral.cancel-asked',
          note: reason.note,
          reason: reason.code,
        },
        (state, at) => askToCancelReferral(state, { side: 'sender', at }),
        () => ({ cancelAskedReason: reason.code }),
      ),
    )
  }
}
