import { Injectable } from '@nestjs/common'
import { randomUUID } from 'node:crypto'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { decide } from '../../../platform/access/decide.js'
import { AuditTrail } from '../../../platform/audit/index.js'
import { Clock } from '../../../platform/clock/clock.js'
import { Transactions } from '../../../platform/database/transactions.js'
import { NotFound } from '../../../platform/errors/not-found.js'
import { Outbox } from '../../../platform/outbox/index.js'
import { RequestsRepository } from '../data/requests.repository.js'
import { TransferTexts } from '../data/transfer-texts.js'
import type { AskReason } from '../domain/transfer-reasons.js'
import { daysToLapse } from '../domain/transfer-status.js'
import { TransferAsked } from '../domain/transfer-events.js'
import { TransferAskedTooOften } from '../domain/transfer.errors.js'

/** Which case is asked for: one whose number is known, or one that a referral brought. */
export type AskedFor =
  | { readonly caseNumber: string; readonly referralId?: never }
  | { readonly referralId: string; readonly caseNumber?: never }

export interface TransferAsking {
  readonly case: AskedFor
  readonly why: AskReason
  readonly text: string | null
}

/**
 * Asks whoever has a case to hand it over. What comes back is the same whether there is such a case or
 * not: nobody learns by asking that a person is known to somebody.
 */
@Injectable()
export class AskForTransfer {
  constructor(
    private readonly requests: RequestsRepository,
    private readonly texts: TransferTexts,
    private readonly trail: AuditTrail,
    private readonly outbox: Outbox,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** @returns the id of the request. @throws NotFound | TransferAskedTooOften */
  run(actor: WorkerActor, { case: asked, why, text }: TransferAsking): Promise<string> {
    const at = this.clock.now()
    if (!decide(actor, 'transfer.ask', { now: at }).allowed)
      throw new NotFound('transfer.ask', 'request', null)
    return this.transactions.run(actor, async () => {
      const id = randomUUID()
      const sealedKey = this.texts.newKey(id)
      const isKept = await this.requests.ask({
        id,
        caseNumber: asked.caseNumber ?? null,
        referralId: asked.referralId ?? null,
        why,
        sealedKey,
        sealedText: text === null ? null : this.texts.sealAsked(id, sealedKey, text),
        at,
        lapsesAt: new Date(at.getTime() + daysToLapse * 86_400_000),
      })
      if (!isKept) throw new TransferAskedTooOften()
      await this.trail.record({ action: 'transfer.ask', subject: { type: 'request', id } })
      await this.outbox.add(new TransferAsked('transfer.asked', id))
      return id
    })
  }
}
