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

const counts = statement(
  'outbox.dead-letters',
  `SELECT type, count(*)::int AS count, min(failed_at) AS since FROM outbox_event
    WHERE failed_at IS NOT NULL GROUP BY type ORDER BY type`,
)
const tryAgain = statement(
  'outbox.try-again',
  `UPDATE outbox_event SET failed_at = NULL, attempts = 0, dispatched_at = NULL,
          job_suffix = job_suffix + 1
    WHERE failed_at IS NOT NULL AND ($1::text IS NULL OR type = $1)`,
)

/** What could not be delivered after all tries: counted for those who watch, and replayed once repaired. */
@Injectable()
export class DeadLetters {
  constructor(
    private readonly transactions: Transactions,
    private readonly database: Database,
    private readonly bell: OutboxBell,
  ) {}

  counts(): Promise<DeadLetterCount[]> {
    return this.transactions.run(system('sweeper'), () =>
      this.database.query<DeadLetterCount>(counts),
    )
  }

  /** Delivers given-up events anew, of one type or all; consumers that had succeeded do not act again. */
  async tryAgain(type: string | null = null): Promise<number> {
    const freed = await this.transactions.run(system('sweeper'), () =>
      this.database.change(tryAgain, [type]),
    )
    this.bell.ring()
    return freed
  }
}
