import { Injectable } from '@nestjs/common'
import { randomUUID } from 'node:crypto'
import type { WorkerActor } from '../../../platform/access/actor.js'
import type { Action } from '../../../platform/access/decide.js'
import { AuditTrail } from '../../../platform/audit/index.js'
import { Clock } from '../../../platform/clock/clock.js'
import { Outbox } from '../../../platform/outbox/index.js'
import { Schedule } from '../../../platform/schedule/index.js'
import { TransferTexts } from '../data/transfer-texts.js'
import { TransfersRepository } from '../data/transfers.repository.js'
import { mustMove } from '../domain/transfer.js'
import { TransferMoved } from '../domain/transfer-events.js'
import { VisibleTransfers } from './visible-transfers.js'

/** How an offer ends without the case moving. */
interface Ending {
  readonly action: Action
  readonly to: 'rejected' | 'withdrawn'
  readonly side: 'receiver' | 'owner'
  readonly reason: string
  readonly note: string | null
  readonly suggestedUnitId?: string | null
}

/** What declining and taking back have in common. Runs inside the use case's transaction. */
@Injectable()
export class EndOffer {
  constructor(
    private readonly visible: VisibleTransfers,
    private readonly transfers: TransfersRepository,
    private readonly texts: TransferTexts,
    private readonly schedule: Schedule,
    private readonly trail: AuditTrail,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound | Stale | TransferAlreadyEnded | TransferExpired */
  async make(actor: WorkerActor, id: string, version: number, ending: Ending): Promise<void> {
    const { action, to, side, reason, note, suggestedUnitId } = ending
    const at = this.clock.now()
    const transfer = await this.visible.find(actor, action, id)
    mustMove(transfer, to, { side, at })
    const eventId = randomUUID()
    const { sealedKey } = transfer
    const sealedNote =
      note === null || sealedKey === null ? null : this.texts.sealNote(id, sealedKey, eventId, note)
    await this.transfers.end(
      actor,
      { id, version },
      to,
      at,
      { id: eventId, reason, sealedNote },
      suggestedUnitId,
    )
    await this.schedule.cancel(id)
    await this.trail.record({
      action,
      caseId: transfer.caseId,
      subject: { type: 'transfer', id },
    })
    await this.outbox.add(new TransferMoved(`transfer.${to}`, id, transfer.caseId, to))
  }
}
