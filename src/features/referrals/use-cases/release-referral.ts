import { Injectable } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { Transactions } from '../../../platform/database/transactions.js'
import { ReferralMoves } from './referral-moves.js'

/** Puts a claimed referral back onto the desk, so that any colleague can answer. */
@Injectable()
export class ReleaseReferral {
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
        { action: 'referral.release', kind: 'released', event: null },
        (state) => state,
        () => ({ claimedBy: null }),
      ),
    )
  }
}
