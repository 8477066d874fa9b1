import { Injectable } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { Transactions } from '../../../platform/database/transactions.js'
import { markReferralInError } from '../domain/referral-moves.js'
import type { ErrorReason } from '../domain/referral-reasons.js'
import { ReferralMoves } from './referral-moves.js'

/** Either side says that the referral should never have been: it ends, and so does all sharing. */
@Injectable()
export class EnterInError {
  constructor(
    private readonly moves: ReferralMoves,
    private readonly transactions: Transactions,
  ) {}

  run(
    actor: WorkerActor,
    id: string,
    version: number,
    reason: { readonly code: ErrorReason; readonly note: string | null },
  ): Promise<void> {
    return this.transactions.run(actor, () =>
      this.moves.make(
        actor,
        id,
        version,
        {
          action: 'referral.enter-in-error',
          kind: 'entered-in-error',
          event: 'referral.entered-in-error',
          changesSight: true,
          note: reason.note,
        },
        (state, at, { fromUnitId }) =>
          markReferralInError(state, {
            side: fromUnitId === actor.unitId ? 'sender' : 'receiver',
            at,
            reason,
          }),
        ({ fromUnitId, handlerId }) => ({
          appointmentAt: null,
          questionAt: null,
          // As with an answer: whoever at the desk says so stays answerable for it.
          ...(fromUnitId !== actor.unitId && handlerId === null
            ? { handlerId: actor.workerId, claimedBy: actor.workerId }
            : {}),
        }),
      ),
    )
  }
}
