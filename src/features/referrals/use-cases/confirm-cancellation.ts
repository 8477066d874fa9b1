import { Injectable } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { Transactions } from '../../../platform/database/transactions.js'
import { cancelReferral } from '../domain/referral-moves.js'
import { ReferralMoves } from './referral-moves.js'

/** The receiver stops the service because the sender asked for it; sharing ends. */
@Injectable()
export class ConfirmCancellation {
  constructor(
    private readonly moves: ReferralMoves,
    private readonly transactions: Transactions,
  ) {}

  run(actor: WorkerActor, id: string, version: number): Promise<void> {
    return this.transactions.run(actor, () =>
      this.moves.make(
        actor,
        id,
        version,
        {
          action: 'referral.serve',
          kind: 'cancelled',
          event: 'referral.cancelled',
          changesSight: true,
        },
        (state, at, { cancelAskedReason }) =>
          cancelReferral(state, {
            side: 'receiver',
            at,
            reason: { code: cancelAskedReason ?? '', note: null },
          }),
      ),
    )
  }
}
