import { Injectable } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { Transactions } from '../../../platform/database/transactions.js'
import { ReferralTexts } from '../data/referral-texts.js'
import type { ReferralOutcome } from '../domain/outcomes.js'
import { completeReferral } from '../domain/referral-moves.js'
import { ReferralMoves } from './referral-moves.js'

/** What came of the service: a code, and words for the sender. */
export interface Completion {
  readonly outcome: ReferralOutcome
  readonly text: string
}

/** The service was given: its outcome goes back to the sender, and the receiver's sight ends. */
@Injectable()
export class CompleteReferral {
  constructor(
    private readonly moves: ReferralMoves,
    private readonly texts: ReferralTexts,
    private readonly transactions: Transactions,
  ) {}

  run(
    actor: WorkerActor,
    id: string,
    version: number,
    { outcome, text }: Completion,
  ): Promise<void> {
    return this.transactions.run(actor, () =>
      this.moves.make(
        actor,
        id,
        version,
        {
          action: 'referral.serve',
          kind: 'completed',
          event: 'referral.completed',
          changesSight: true,
        },
        (state, at) => completeReferral(state, { side: 'receiver', at, outcome }),
        (referral) => ({ sealedOutcome: this.texts.sealOutcome(referral, text) }),
      ),
    )
  }
}
