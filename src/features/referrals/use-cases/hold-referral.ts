import { Injectable } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { Transactions } from '../../../platform/database/transactions.js'
import { holdReferral } from '../domain/referral-moves.js'
import type { HoldReason } from '../domain/referral-reasons.js'
import { ReferralMoves } from './referral-moves.js'

/** The service pauses, and with it the clock of the first service; sharing goes on. */
@Injectable()
export class HoldReferral {
  constructor(
    private readonly moves: ReferralMoves,
    private readonly transactions: Transactions,
  ) {}

  run(
    actor: WorkerActor,
    id: string,
    version: number,
    reason: { readonly code: HoldReason; readonly note: string | null },
  ): Promise<void> {
    return this.transactions.run(actor, () =>
      this.moves.make(
        actor,
        id,
        version,
        { action: 'referral.serve', kind: 'held', event: 'referral.held', note: reason.note },
        (state, at) => holdReferral(state, { side: 'receiver', at, reason }),
        ({ startedAt, serviceDueAt }) => ({
          serviceDueAt: startedAt === null ? null : serviceDueAt,
        }),
      ),
    )
  }
}
