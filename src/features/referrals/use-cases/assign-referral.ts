import { Injectable } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { Transactions } from '../../../platform/database/transactions.js'
import { Workers } from '../../accounts/index.js'
import { acknowledgeReferral } from '../domain/referral-moves.js'
import { isUnderWay } from '../domain/referral-status.js'
import { ReferralColleagueUnfit } from '../domain/referral.errors.js'
import { ReferralMoves } from './referral-moves.js'

/** A supervisor gives what came to the unit to one of its caseworkers, answered already or not. */
@Injectable()
export class AssignReferral {
  constructor(
    private readonly moves: ReferralMoves,
    private readonly workers: Workers,
    private readonly transactions: Transactions,
  ) {}

  /** @throws ReferralColleagueUnfit when this is no caseworker of the unit, or one who is away */
  run(actor: WorkerActor, id: string, version: number, workerId: string): Promise<void> {
    return this.transactions.run(actor, async () => {
      const present = await this.workers.presentCaseworkers(actor.unitId)
      if (!present.some((one) => one.id === workerId)) throw new ReferralColleagueUnfit()
      await this.moves.make(
        actor,
        id,
        version,
        {
          action: 'referral.assign',
          kind: 'assigned',
          event: 'referral.assigned',
          changesSight: true,
        },
        (state, at) =>
          state.status === 'requested'
            ? acknowledgeReferral(state, { side: 'receiver', at })
            : state,
        ({ status }) => (isUnderWay(status) ? { handlerId: workerId } : { claimedBy: workerId }),
      )
    })
  }
}
