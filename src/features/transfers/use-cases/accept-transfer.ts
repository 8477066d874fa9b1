import { Injectable } from '@nestjs/common'
import { randomUUID } from 'node:crypto'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { AuditTrail } from '../../../platform/audit/index.js'
import { Clock } from '../../../platform/clock/clock.js'
import { Transactions } from '../../../platform/database/transactions.js'
import { NotFound } from '../../../platform/errors/not-found.js'
import { Stale } from '../../../platform/errors/stale.js'
import { Outbox } from '../../../platform/outbox/index.js'
import { Schedule } from '../../../platform/schedule/index.js'
import { ReferralMoved } from '../../referrals/index.js'
import { TransfersRepository, type AcceptOutcome } from '../data/transfers.repository.js'
import { mustMove } from '../domain/transfer.js'
import { TransferMoved } from '../domain/transfer-events.js'
import {
  TransferAlreadyEnded,
  TransferLeadUnfit,
  TransferNotAgreed,
  TransferOfClosedCase,
  TransferUnitUnfit,
} from '../domain/transfer.errors.js'
import { VisibleTransfers } from './visible-transfers.js'

/**
 * The unit takes the case: from this moment on it is theirs alone. Owner, lead, sight and the sender's
 * side of every referral change together in the database, or not at all.
 */
@Injectable()
export class AcceptTransfer {
  constructor(
    private readonly visible: VisibleTransfers,
    private readonly transfers: TransfersRepository,
    private readonly schedule: Schedule,
    private readonly trail: AuditTrail,
    private readonly outbox: Outbox,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /**
   * @param leadId who leads the case from now on: the caseworker who accepts, or one of the unit's whom
   * a supervisor names
   * @throws NotFound | Stale | TransferAlreadyEnded | TransferExpired
   * @throws TransferLeadUnfit | TransferNotAgreed | TransferOfClosedCase | TransferUnitUnfit
   */
  run(
    actor: WorkerActor,
    id: string,
    version: number,
    leadId: string = actor.workerId,
  ): Promise<void> {
    return this.transactions.run(actor, async () => {
      const at = this.clock.now()
      const transfer = await this.visible.find(actor, 'transfer.accept', id)
      mustMove(transfer, 'accepted', { side: 'receiver', at })
      const { outcome, endedReferrals } = await this.transfers.accept(
        { id, version },
        leadId,
        randomUUID(),
        at,
      )
      if (outcome !== 'moved') throw troubleOf(outcome, id)
      await this.schedule.cancel(id)
      await this.trail.record({
        action: 'transfer.accept',
        caseId: transfer.caseId,
        subject: { type: 'transfer', id },
      })
      await this.outbox.add(
        new TransferMoved('transfer.accepted', id, transfer.caseId, 'accepted'),
        ...endedReferrals.map(
          (referralId) =>
            new ReferralMoved('referral.cancelled', referralId, transfer.caseId, 'cancelled'),
        ),
      )
    })
  }
}

const troubleOf = (outcome: Exclude<AcceptOutcome, 'moved'>, id: string): Error => {
  switch (outcome) {
    case 'hidden':
      return new NotFound('transfer.accept', 'transfer', id)
    case 'answered':
      return new TransferAlreadyEnded()
    case 'stale':
      return new Stale()
    case 'case-closed':
      return new TransferOfClosedCase()
    case 'unit-closed':
      return new TransferUnitUnfit()
    case 'lead-unfit':
      return new TransferLeadUnfit()
    case 'not-agreed':
      return new TransferNotAgreed()
  }
}
