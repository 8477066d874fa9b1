import { Injectable } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { Transactions } from '../../../platform/database/transactions.js'
import { isOpen } from '../domain/referral-status.js'
import { ReferralMoveNotAllowed } from '../domain/referral.errors.js'
import { ReferralMoves } from './referral-moves.js'

/** The receiving side asks the sender something; the clocks run on. */
@Injectable()
export class AskQuestion {
  constructor(
    private readonly moves: ReferralMoves,
    private readonly transactions: Transactions,
  ) {}

  run(actor: WorkerActor, id: string, version: number, text: string): Promise<void> {
    return this.transactions.run(actor, () =>
      this.moves.make(
        actor,
        id,
        version,
        { action: 'referral.ask', kind: 'asked', event: 'referral.asked', note: text },
        (state) => {
          if (!isOpen(state.status)) throw new ReferralMoveNotAllowed(state.status, state.status)
          return state
        },
        (_, __, at) => ({ questionAt: at }),
      ),
    )
  }
}
