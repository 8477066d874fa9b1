import { Injectable } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { Transactions } from '../../../platform/database/transactions.js'
import { ReferralsRepository } from '../data/referrals.repository.js'
import { resumeReferral } from '../domain/referral-moves.js'
import { dueTimes } from '../domain/referral.js'
import { ReferralMoves } from './referral-moves.js'

/** The service goes on, or begins after a pause: its due time has moved by as long as it paused. */
@Injectable()
export class ResumeService {
  constructor(
    private readonly moves: ReferralMoves,
    private readonly referrals: ReferralsRepository,
    private readonly transactions: Transactions,
  ) {}

  run(actor: WorkerActor, id: string, version: number): Promise<void> {
    return this.transactions.run(actor, () =>
      this.moves.make(
        actor,
        id,
        version,
        { action: 'referral.serve', kind: 'resumed', event: 'referral.resumed' },
        async (state, at) =>
          resumeReferral(
            { ...state, pauses: await this.referrals.pauses(id) },
            { side: 'receiver', at },
          ),
        (referral, next) => ({
          serviceDueAt: dueTimes(next, referral.toTimeZone ?? undefined)['first-service'],
        }),
      ),
    )
  }
}
