import { Injectable } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { Transactions } from '../../../platform/database/transactions.js'
import { startReferral } from '../domain/referral-moves.js'
import { ReferralMoves } from './referral-moves.js'

/** The first service is given. */
@Injectable()
export class StartService {
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
        { action: 'referral.serve', kind: 'started', event: 'referral.started' },
        (state, at) => startReferral(state, { side: 'receiver', at }),
      ),
    )
  }
}
