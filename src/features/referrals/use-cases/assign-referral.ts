import { Injectable } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { Transactions } from '../../../platform/database/transactions.js'
import { ReferralsRepository } from '../data/referrals.repository.js'
import { acknowledgeReferral } from '../domain/referral-moves.js'
import { isUnderWay } from '../domain/referral-status.js'
import { ReferralColleagueUnfit } from '../domain/referral.errors.js'
import { ReferralMoves } from './referral-moves.js'

/** A supervisor gives what came to the unit to one of its caseworkers, answered already or not. */
@Injectable()
export class AssignReferral {
  constructor(
    private readonly moves: ReferralMoves,
    private readonly referrals: ReferralsRepository,
    private readonly transactions: Transactions,
  ) {}

  /** @throws ReferralColleagueUnfit when this is no caseworker of the unit, or one who cannot take it */
  run(actor: WorkerActor, id: string, version: number, workerId: string): Promise<void> {
    return this.transactions.run(actor, () =>
      this.moves.make(
        actor,
        id,
        version,
        {
          action: 'referral.assign',
          kind: 'assigned',
          event: 'referral.assigned',
          changesSight: true,
        },
        async (state, at, { caseId }) => {
          const fit = await this.referrals.fitColleagues(actor.unitId, caseId)
          if (!fit.some(({ id: one }) => one === workerId)) throw new ReferralColleagueUnfit()
          return state.status === 'requested'
            ? acknowledgeReferral(state, { side: 'receiver', at })
            : state
        },
        ({ status }) => (isUnderWay(status) ? { handlerId: workerId } : { claimedBy: workerId }),
      ),
    )
  }
}
