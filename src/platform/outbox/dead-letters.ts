import { Injectable } from '@nestjs/common'
import { system } from '../access/actor.js'
import { statement } from '../database/statement.js'
import { Database, Transactions } from '../database/transactions.js'
import { OutboxBell } from './outbox-bell.js'

/** Events of one type that were given up. */
export interface DeadLetterCount {
  readonly type: string
  readonly count: number
  readonly since: Date
}

/** One event that was given up; no content, not even whose case it belongs to. */
export interface DeadLetter {
  readonly id: string
  readonly type: string
  readonly subjectId: string
  readonly attempts: number
  /** Class and code of the last error. */
  readonly cause: string | null
  readonly createdAt: Date
  readonly failedAt: Date
  /** The time it was given up as text that loses no microsecond. */
  readonly sortKey: string
}

/** Where a page of them begins: after this one. */
export interface DeadLetterPosition {
  readonly sortKey: string
  readonly id: string
}

const counts = statement(
  'outbox.dead-letter-counts',
  'SELECT type, count, since FROM guard.dead_letter_counts()',
)
const list = statement(
  'outbox.dead-letters',
  `SELECT id, type, subject_id AS "subjectId", attempts, last_error AS cause,
          created_at AS "createdAt", failed_at AS "failedAt", failed_at::text AS "sortKey"
     FROM guard.dead_letters($1::timestamptz, $2, $3)`,
)
const replay = statement(
  'outbox.replay-dead-letters',
  'SELECT guard.replay_dead_letters($1, $2) AS freed',
)

/** One by its id, those of a type, or all where neither is given. */
export interface Which {
  readonly id?: string | null
  readonly type?: string | null
}

const newest: DeadLetterPosition = {
  sortKey: 'infinity',
  id: 'ffffffff-ffff-ffff-ffff-ffffffffffff',
}

/** What could not be delivered after all tries: counted for those who watch, and replayed once repaired. */
@Injectable()
export class DeadLetters {
  constructor(
    private readonly transactions: Transactions,
    private readonly database: Database,
    private readonly bell: OutboxBell,
  ) {}

  /** By type. Inside the open transaction of who may see it, else as the service itself. */
  counts(): Promise<DeadLetterCount[]> {
    return this.database.query<DeadLetterCount>(counts)
  }

  /** The latest first, inside the open transaction; the database gives them to system admins only. */
  list(after: DeadLetterPosition | null, limit: number): Promise<DeadLetter[]> {
    const { sortKey, id } = after ?? newest
    return this.database.query<DeadLetter>(list, [sortKey, id, limit])
  }

  /**
   * Delivers given-up events anew: one, those of one type, or all; consumers that had succeeded do not
   * act again. Inside the open transaction; how many there were.
   */
  async replay({ id = null, type = null }: Which = {}): Promise<number> {
    const row = await this.database.first<{ freed: number }>(replay, [id, type])
    await this.transactions.afterwards(async () => this.bell.ring())
    return row?.freed ?? 0
  }

  /** The same for the service's own commands and probes, each in a transaction of its own. */
  readonly ofService = {
    counts: () => this.asService(() => this.counts()),
    replay: (which: Which = {}) => this.asService(() => this.replay(which)),
  }

  private asService<Result>(work: () => Promise<Result>): Promise<Result> {
    return this.transactions.run(system('sweeper'), work)
  }
}
