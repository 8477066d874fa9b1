import { Injectable } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { Transactions } from '../../../platform/database/transactions.js'
import { acceptReferral } from '../domain/referral-moves.js'
import { ReferralMoves } from './referral-moves.js'

/** The unit commits, and whoever says so becomes the handler: from now on they see what is shared. */
@Injectable()
export class AcceptReferral {
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
          action: 'referral.accept',
          kind: 'accepted',
          event: 'referral.accepted',
          changesSight: true,
        },
        (state, at) => acceptReferral(state, { side: 'receiver', at }),
        () => ({ handlerId: actor.workerId, claimedBy: actor.workerId }),
      ),
    )
  }
}
