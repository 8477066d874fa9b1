import { Injectable } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { Transactions } from '../../../platform/database/transactions.js'
import { ReferralNoAppointment } from '../domain/referral.errors.js'
import { ReferralMoves } from './referral-moves.js'

/** The person did not come. The sender is told, since it may mean danger; nothing ends by it. */
@Injectable()
export class NoteNoShow {
  constructor(
    private readonly moves: ReferralMoves,
    private readonly transactions: Transactions,
  ) {}

  /** @throws ReferralNoAppointment when none was set, or it is yet to come */
  run(actor: WorkerActor, id: string, version: number): Promise<void> {
    return this.transactions.run(actor, () =>
      this.moves.make(
        actor,
        id,
        version,
        { action: 'referral.serve', kind: 'no-show', event: 'referral.no-show' },
        (state, at, { appointmentAt }) => {
          if (appointmentAt === null || appointmentAt > at) throw new ReferralNoAppointment()
          return state
        },
        () => ({ appointmentAt: null }),
      ),
    )
  }
}
