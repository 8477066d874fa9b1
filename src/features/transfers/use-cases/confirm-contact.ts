import { Injectable } from '@nestjs/common'
import { randomUUID } from 'node:crypto'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { AuditTrail } from '../../../platform/audit/index.js'
import { Clock } from '../../../platform/clock/clock.js'
import { Transactions } from '../../../platform/database/transactions.js'
import { Outbox } from '../../../platform/outbox/index.js'
import { TransfersRepository } from '../data/transfers.repository.js'
import { mustBeFirstContact } from '../domain/transfer.js'
import { TransferMoved } from '../domain/transfer-events.js'
import { VisibleTransfers } from './visible-transfers.js'

/** The new lead has reached the person: the old unit hears that she was not lost on the way. */
@Injectable()
export class ConfirmContact {
  constructor(
    private readonly visible: VisibleTransfers,
    private readonly transfers: TransfersRepository,
    private readonly trail: AuditTrail,
    private readonly outbox: Outbox,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound | Stale | TransferAlreadyContacted */
  run(actor: WorkerActor, id: string, version: number): Promise<void> {
    return this.transactions.run(actor, async () => {
      const transfer = await this.visible.find(actor, 'transfer.contact', id)
      mustBeFirstContact(transfer)
      await this.transfers.contacted(actor, { id, version }, this.clock.now(), randomUUID())
      await this.trail.record({
        action: 'transfer.contact',
        caseId: transfer.caseId,
        subject: { type: 'transfer', id },
      })
      await this.outbox.add(
        new TransferMoved('transfer.contacted', id, transfer.caseId, transfer.status),
      )
    })
  }
}
