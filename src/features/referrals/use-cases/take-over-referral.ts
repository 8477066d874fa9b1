import { Injectable } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { Transactions } from '../../../platform/database/transactions.js'
import { acknowledgeReferral } from '../domain/referral-moves.js'
import { isUnderWay } from '../domain/referral-status.js'
import { ReferralMoves } from './referral-moves.js'

/** Goes on with what a colleague who is away had in hand; from now on sees what is shared. */
@Injectable()
export class TakeOverReferral {
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
          action: 'referral.take-over',
          kind: 'taken-over',
          event: 'referral.assigned',
          changesSight: true,
        },
        (state, at) =>
          state.status === 'requested'
            ? acknowledgeReferral(state, { side: 'receiver', at })
            : state,
        ({ status }) =>
          isUnderWay(status) ? { handlerId: actor.workerId } : { claimedBy: actor.workerId },
      ),
    )
  }
}
