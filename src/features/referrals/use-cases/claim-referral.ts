import { Injectable } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { Transactions } from '../../../platform/database/transactions.js'
import { acknowledgeReferral } from '../domain/referral-moves.js'
import { ReferralMoves } from './referral-moves.js'

/** Takes a referral in hand: the desk sees who is looking at it, and its receipt is acknowledged. */
@Injectable()
export class ClaimReferral {
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
        { action: 'referral.claim', kind: 'claimed', event: null },
        (state, at) => acknowledgeReferral(state, { side: 'receiver', at }),
        () => ({ claimedBy: actor.workerId }),
      ),
    )
  }
}
