import { Injectable } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { decide, type Action } from '../../../platform/access/decide.js'
import { Clock } from '../../../platform/clock/clock.js'
import { NotFound } from '../../../platform/errors/not-found.js'
import { factsOf, type SeenTransfer } from '../data/transfer-row.js'
import { TransfersRepository } from '../data/transfers.repository.js'
import { TransferAlreadyEnded } from '../domain/transfer.errors.js'

/** Finds the transfer somebody wants to act on, if they may. */
@Injectable()
export class VisibleTransfers {
  constructor(
    private readonly transfers: TransfersRepository,
    private readonly clock: Clock,
  ) {}

  /**
   * The transfer, for this action.
   * @throws NotFound when there is none, or none for this actor
   * @throws TransferAlreadyEnded to those who see it and whose move it would have been
   */
  async find(actor: WorkerActor, action: Action, id: string): Promise<SeenTransfer> {
    const transfer = await this.transfers.see(id)
    if (transfer === undefined) throw new NotFound(action, 'transfer', id)
    if (this.may(actor, action, transfer)) return transfer
    const inTime = { ...transfer, status: 'offered' } as const
    if (
      transfer.status !== 'offered' &&
      this.may(actor, 'transfer.read', transfer) &&
      this.may(actor, action, inTime)
    )
      throw new TransferAlreadyEnded()
    throw new NotFound(action, 'transfer', id)
  }

  /** Whether the actor may do this with a transfer at hand. */
  may(actor: WorkerActor, action: Action, transfer: SeenTransfer): boolean {
    // The old unit takes back what it offered; a later owner has nothing to take back.
    if (action === 'transfer.withdraw' && transfer.fromUnitId !== actor.unitId) return false
    return decide(actor, action, {
      now: this.clock.now(),
      case: transfer.caseFacts,
      transfer: factsOf(transfer),
    }).allowed
  }
}
