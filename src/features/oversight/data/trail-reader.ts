import { Injectable } from '@nestjs/common'
import { system } from '../../../platform/access/actor.js'
import {
  batchColumns,
  entryColumns,
  type AuditBatch,
  type StoredEntry,
} from '../../../platform/audit/index.js'
import { statement } from '../../../platform/database/statement.js'
import { Database, Transactions } from '../../../platform/database/transactions.js'
import { comparePositions, endOf, type TrailItem } from '../domain/trail-item.js'

const batchesAPage = 1000
const entriesAPage = 5000

const selectBatches = statement(
  'oversight.batches',
  `SELECT ${batchColumns} FROM audit_batch WHERE seq > $1
    ORDER BY audit_batch.seq LIMIT ${batchesAPage}`,
)

const selectBatchBefore = statement(
  'oversight.batch-before',
  `SELECT ${batchColumns} FROM audit_batch
    WHERE seq = (SELECT max(seq) FROM audit_batch) - $1::bigint`,
)

const entriesFrom = `SELECT ${entryColumns} FROM audit_entry
  WHERE (generation, xid, id) > ($1::int, $2::xid8, $3::bigint)`
const inOrder = `ORDER BY generation, audit_entry.xid, audit_entry.id LIMIT ${entriesAPage}`

const selectSealed = statement(
  'oversight.sealed-entries',
  `${entriesFrom} AND (generation, xid) < ($4::int, $5::xid8) ${inOrder}`,
)
const selectTail = statement('oversight.tail-entries', `${entriesFrom} ${inOrder}`)

interface Place {
  readonly generation: number
  readonly xid: string
  readonly id: string
}

const beginning: Place = { generation: 0, xid: '0', id: '0' }

/**
 * Reads the whole trail in order, a page at a time, each in a transaction of its own: the signed
 * context lasts minutes, a long trail longer. Pages need no common snapshot, since what is sealed
 * changes no more.
 */
@Injectable()
export class TrailReader {
  constructor(
    private readonly transactions: Transactions,
    private readonly database: Database,
  ) {}

  /** The last batch but `count`, or undefined where there are no more than that. */
  async batchBefore(count: number): Promise<AuditBatch | undefined> {
    const [batch] = await this.page<AuditBatch>(selectBatchBefore, [count])
    return batch
  }

  /** @param after the batch behind whose end to begin; without it, at the beginning */
  async *read(after?: AuditBatch): AsyncGenerator<TrailItem> {
    let seq = after?.seq ?? 0
    let place =
      after === undefined
        ? beginning
        : { generation: after.generation, xid: after.toXid, id: beginning.id }
    for (;;) {
      const batches = await this.page<AuditBatch>(selectBatches, [seq])
      const last = batches.at(-1)
      if (last !== undefined) place = yield* this.merge(batches, place, last)
      if (last === undefined || batches.length < batchesAPage) break
      seq = last.seq
    }
    for await (const entry of this.entries(place)) yield { kind: 'entry', entry }
  }

  private async *merge(
    batches: readonly AuditBatch[],
    from: Place,
    last: AuditBatch,
  ): AsyncGenerator<TrailItem, Place> {
    const entries = this.entries(from, last)
    let place = from
    let next = await entries.next()
    for (const batch of batches) {
      yield { kind: 'batch', batch }
      while (next.done !== true && comparePositions(next.value, endOf(batch)) < 0) {
        place = next.value
        yield { kind: 'entry', entry: next.value }
        next = await entries.next()
      }
    }
    return place
  }

  private async *entries(from: Place, before?: AuditBatch): AsyncGenerator<StoredEntry, undefined> {
    let place = from
    for (;;) {
      const begin = [place.generation, place.xid, place.id]
      const page = await (before === undefined
        ? this.page<StoredEntry>(selectTail, begin)
        : this.page<StoredEntry>(selectSealed, [...begin, before.generation, before.toXid]))
      yield* page
      const end = page.at(-1)
      if (end === undefined || page.length < entriesAPage) return undefined
      place = end
    }
  }

  private page<Row extends object>(
    asked: ReturnType<typeof statement>,
    values: readonly unknown[],
  ): Promise<Row[]> {
    return this.transactions.run(system('audit'), () => this.database.query<Row>(asked, values))
  }
}
