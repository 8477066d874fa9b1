import { Injectable } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { Transactions } from '../../../platform/database/transactions.js'
import type { Feedback } from '../domain/outcomes.js'
import { confirmReferral } from '../domain/referral-moves.js'
import { ReferralMoves } from './referral-moves.js'

/** The sender has asked the person whether the service came, was safe and helped: the loop is closed. */
@Injectable()
export class ConfirmReferral {
  constructor(
    private readonly moves: ReferralMoves,
    private readonly transactions: Transactions,
  ) {}

  run(actor: WorkerActor, id: string, version: number, feedback: Feedback): Promise<void> {
    return this.transactions.run(actor, () =>
      this.moves.make(
        actor,
        id,
        version,
        { action: 'referral.confirm', kind: 'confirmed', event: 'referral.confirmed' },
        (state, at) => confirmReferral(state, { side: 'sender', at, feedback }),
      ),
    )
  }
}
