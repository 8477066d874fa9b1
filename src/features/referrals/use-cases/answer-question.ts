import { Injectable } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { Transactions } from '../../../platform/database/transactions.js'
import { isOpen } from '../domain/referral-status.js'
import { ReferralNothingAsked } from '../domain/referral.errors.js'
import { ReferralMoves } from './referral-moves.js'

/** The sender answers what was asked; nothing else of the case is shown by it. */
@Injectable()
export class AnswerQuestion {
  constructor(
    private readonly moves: ReferralMoves,
    private readonly transactions: Transactions,
  ) {}

  /** @throws ReferralNothingAsked when no question waits */
  run(actor: WorkerActor, id: string, version: number, text: string): Promise<void> {
    return this.transactions.run(actor, () =>
      this.moves.make(
        actor,
        id,
        version,
        {
          action: 'referral.answer-question',
          kind: 'answered',
          event: 'referral.answered',
          note: text,
        },
        (state, _, { questionAt }) => {
          if (questionAt === null || !isOpen(state.status)) throw new ReferralNothingAsked()
          return state
        },
        () => ({ questionAt: null }),
      ),
    )
  }
}
