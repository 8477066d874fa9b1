import { Injectable } from '@nestjs/common'
import { randomUUID } from 'node:crypto'
import { AuditTrail } from '../../../platform/audit/index.js'
import { Clock } from '../../../platform/clock/clock.js'
import { EventConsumer, Outbox, type DeliveredEvent } from '../../../platform/outbox/index.js'
import { Schedule } from '../../../platform/schedule/index.js'
import { TransfersRepository } from '../data/transfers.repository.js'
import { canMove } from '../domain/transfer-status.js'
import { offerRunsOut, TransferMoved } from '../domain/transfer-events.js'

/**
 * An offer that nobody answered in time goes back to who has the case, and so does one whose person no
 * longer agrees. The case has not moved; only the waiting ends.
 */
@Injectable()
export class EndOffers extends EventConsumer {
  readonly consumer = 'transfers.end-offers'
  readonly types = [offerRunsOut, 'consent.withdrawn', 'consent.expired']

  constructor(
    private readonly transfers: TransfersRepository,
    private readonly schedule: Schedule,
    private readonly trail: AuditTrail,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {
    super()
  }

  async handle({ type, subjectId }: DeliveredEvent): Promise<void> {
    if (type === offerRunsOut) return this.end(subjectId, 'expired')
    for (const id of await this.transfers.standingOn(subjectId)) await this.end(id, 'withdrawn')
  }

  private async end(id: string, to: 'expired' | 'withdrawn'): Promise<void> {
    const transfer = await this.transfers.see(id)
    if (transfer === undefined || !canMove(transfer.status, to, 'system')) return
    const at = this.clock.now()
    const { caseId, expiresAt } = transfer
    // It rang for a time that does not hold any more.
    if (to === 'expired' && expiresAt > at) return
    await this.transfers.end(null, transfer, to, at, {
      id: randomUUID(),
      reason: to === 'withdrawn' ? 'consent_withdrawn' : null,
      sealedNote: null,
    })
    await this.schedule.cancel(id)
    await this.trail.record({
      action: `transfer.${to}`,
      caseId,
      subject: { type: 'transfer', id },
    })
    await this.outbox.add(new TransferMoved(`transfer.${to}`, id, caseId, to))
  }
}
