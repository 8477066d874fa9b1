import { Injectable } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { decide } from '../../../platform/access/decide.js'
import { AuditTrail } from '../../../platform/audit/index.js'
import { Clock } from '../../../platform/clock/clock.js'
import { Transactions } from '../../../platform/database/transactions.js'
import { NotFound } from '../../../platform/errors/not-found.js'
import { decodeTimeCursor, sliceOf, type Slice } from '../../../platform/web/cursor.js'
import { TransferLists, type ListedTransfer } from '../data/transfer-lists.js'
import { TransfersRepository } from '../data/transfers.repository.js'
import type { TransferStatus } from '../domain/transfer-status.js'

export const directions = ['in', 'out'] as const

/** What was offered to the unit, or by it. */
export type Direction = (typeof directions)[number]

/** A line of a list: number, units and dates, no content. */
export interface TransferLine extends ListedTransfer {
  /** Null before the case has come. */
  readonly caseNumber: string | null
}

export interface TransferListAsked {
  readonly direction: Direction
  readonly status?: TransferStatus | undefined
  readonly after?: string | undefined
  readonly limit?: number | undefined
}

/** What the unit was offered and what it handed over, newest first; also long after it has moved. */
@Injectable()
export class ListTransfers {
  constructor(
    private readonly lists: TransferLists,
    private readonly transfers: TransfersRepository,
    private readonly trail: AuditTrail,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound | InvalidInput for a cursor that is not ours */
  async run(actor: WorkerActor, asked: TransferListAsked): Promise<Slice<TransferLine>> {
    if (!decide(actor, 'transfer.list', { now: this.clock.now() }).allowed)
      throw new NotFound('transfer.list', 'transfer', null)
    const after = asked.after === undefined ? null : decodeTimeCursor(asked.after)
    const limit = asked.limit ?? 25
    return this.transactions.run(actor, async () => {
      const rows = await this.lists.read(
        actor,
        asked.direction,
        asked.status ?? null,
        after,
        limit + 1,
      )
      const numbers = await this.transfers.caseNumbers(rows.map(({ id }) => id))
      await this.trail.record({ action: 'transfer.list' })
      const { items, next } = sliceOf(rows, limit, ({ sortKey, id }) => [sortKey, id])
      return {
        items: items.map((row) => ({
          ...row,
          caseNumber: numbers.get(row.id) ?? null,
        })),
        next,
      }
    })
  }
}
