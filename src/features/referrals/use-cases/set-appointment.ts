import { Injectable } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { Transactions } from '../../../platform/database/transactions.js'
import { mayMeet } from '../domain/referral-status.js'
import { ReferralAppointmentPast, ReferralMoveNotAllowed } from '../domain/referral.errors.js'
import { ReferralMoves } from './referral-moves.js'

/** When the person comes, or is called. Where, is told to her and not written: a place can leak. */
@Injectable()
export class SetAppointment {
  constructor(
    private readonly moves: ReferralMoves,
    private readonly transactions: Transactions,
  ) {}

  /** @throws ReferralAppointmentPast */
  run(
    actor: WorkerActor,
    id: string,
    version: number,
    appointment: { readonly at: Date; readonly note: string | null },
  ): Promise<void> {
    return this.transactions.run(actor, () =>
      this.moves.make(
        actor,
        id,
        version,
        {
          action: 'referral.serve',
          kind: 'appointment-set',
          event: 'referral.appointment-set',
          note: appointment.note,
        },
        (state, at) => {
          if (!mayMeet(state.status)) throw new ReferralMoveNotAllowed(state.status, state.status)
          if (appointment.at <= at) throw new ReferralAppointmentPast()
          return state
        },
        () => ({ appointmentAt: appointment.at }),
      ),
    )
  }
}
