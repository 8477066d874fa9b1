import { Injectable } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { Transactions } from '../../../platform/database/transactions.js'
import { failReferral } from '../domain/referral-moves.js'
import type { FailReason } from '../domain/referral-reasons.js'
import { ReferralMoves } from './referral-moves.js'

/** The service could not be given; the receiver's sight ends. */
@Injectable()
export class FailReferral {
  constructor(
    private readonly moves: ReferralMoves,
    private readonly transactions: Transactions,
  ) {}

  run(
    actor: WorkerActor,
    id: string,
    version: number,
    reason: { readonly code: FailReason; readonly note: string | null },
  ): Promise<void> {
    return this.transactions.run(actor, () =>
      this.moves.make(
        actor,
        id,
        version,
        {
          action: 'referral.serve',
          kind: 'failed',
          event: 'referral.failed',
          changesSight: true,
          note: reason.note,
        },
        (state, at) => failReferral(state, { side: 'receiver', at, reason }),
      ),
    )
  }
}
