import { Injectable } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { statement } from '../../../platform/database/statement.js'
import { Database } from '../../../platform/database/transactions.js'
import { transferColumns, type TransferRow } from './transfer-row.js'

export type ListedTransfer = TransferRow & {
  /** What the list is sorted by, as text that loses no microsecond. */
  readonly sortKey: string
}

/** Where a page begins: after this row. */
export interface ListPosition {
  readonly sortKey: string
  readonly id: string
}

const list = (side: 'from_unit_id' | 'to_unit_id') => `
  SELECT ${transferColumns}, t.offered_at::text AS "sortKey"
    FROM case_transfer t
    JOIN unit f ON f.id = t.from_unit_id
    JOIN unit u ON u.id = t.to_unit_id
   WHERE t.${side} = $1 AND ($2::text IS NULL OR t.status = $2)
     AND (t.offered_at, t.id) < ($3::timestamptz, $4::uuid)
   ORDER BY t.offered_at DESC, t.id DESC LIMIT $5`

const statements = {
  in: statement('transfers.list-in', list('to_unit_id')),
  out: statement('transfers.list-out', list('from_unit_id')),
}

const latest: ListPosition = { sortKey: 'infinity', id: 'ffffffff-ffff-ffff-ffff-ffffffffffff' }

/** Reads lists of transfers, newest first; row-level security has already left out what is hidden. */
@Injectable()
export class TransferLists {
  constructor(private readonly database: Database) {}

  /** What was offered to the actor's unit, or by it. */
  read(
    actor: WorkerActor,
    direction: 'in' | 'out',
    status: string | null,
    after: ListPosition | null,
    limit: number,
  ): Promise<ListedTransfer[]> {
    const { sortKey, id } = after ?? latest
    const values = [actor.unitId, status, sortKey, id, limit]
    return this.database.query<ListedTransfer>(statements[direction], values)
  }
}
