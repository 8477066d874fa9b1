import { Injectable } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { Transactions } from '../../../platform/database/transactions.js'
import { Directory } from '../../directory/index.js'
import { rejectReferral } from '../domain/referral-moves.js'
import type { RejectionReason } from '../domain/referral-reasons.js'
import { ReferralSuggestionUnfit } from '../domain/sending.errors.js'
import { ReferralMoves } from './referral-moves.js'

/** Why the unit declines, and where else the person might find help. */
export interface Rejection {
  readonly reason: RejectionReason
  readonly note: string | null
  readonly suggestedUnitId: string | null
}

/** The unit declines and says why; the sender decides anew. */
@Injectable()
export class RejectReferral {
  constructor(
    private readonly moves: ReferralMoves,
    private readonly directory: Directory,
    private readonly transactions: Transactions,
  ) {}

  /** @throws ReferralSuggestionUnfit when the suggested unit is unknown, closed or the unit itself */
  run(actor: WorkerActor, id: string, version: number, rejection: Rejection): Promise<void> {
    const { reason, note, suggestedUnitId } = rejection
    return this.transactions.run(actor, async () => {
      if (suggestedUnitId !== null) await this.mustBeAnother(actor, suggestedUnitId)
      await this.moves.make(
        actor,
        id,
        version,
        { action: 'referral.reject', kind: 'rejected', event: 'referral.rejected', note },
        (state, at) =>
          rejectReferral(state, {
            side: 'receiver',
            at,
            reason: { code: reason, note },
            suggestedUnitId,
          }),
        // Who declined stays answerable for it, and keeps seeing the referral, though nothing behind it.
        () => ({ handlerId: actor.workerId, claimedBy: actor.workerId }),
      )
    })
  }

  private async mustBeAnother(actor: WorkerActor, unitId: string): Promise<void> {
    const unit = await this.directory.unit(unitId)
    if (unit === undefined || !unit.active || unit.id === actor.unitId)
      throw new ReferralSuggestionUnfit()
  }
}
