import { Injectable } from '@nestjs/common'
import { system } from '../access/actor.js'
import { statement } from '../database/statement.js'
import { Database, Transactions } from '../database/transactions.js'
import { OutboxBell } from '../outbox/outbox-bell.js'

const ring = statement('schedule.ring', 'SELECT guard.ring_timers($1, $2) AS rung')
const next = statement(
  'schedule.next',
  // Never early: a Date holds no microseconds.
  `SELECT date_trunc('milliseconds', due_at + interval '999 microseconds') AS "dueAt"
     FROM timer ORDER BY due_at, id LIMIT 1`,
)

// One transaction holds no more locks than this.
const batch = 200

/** The timers as those see them who wait for them. */
@Injectable()
export class DueTimers {
  constructor(
    private readonly transactions: Transactions,
    private readonly database: Database,
    private readonly bell: OutboxBell,
  ) {}

  /** Tells every event that is due at `now`; how many. Several at once share the work. */
  async run(now: Date): Promise<number> {
    let sum = 0
    for (;;) {
      const rung = await this.ring(now)
      sum += rung
      if (rung > 0) this.bell.ring()
      if (rung < batch) return sum
    }
  }

  /** When the next one is due; null while none is set. */
  async next(): Promise<Date | null> {
    const row = await this.transactions.run(system('schedule'), () =>
      this.database.first<{ dueAt: Date }>(next),
    )
    return row?.dueAt ?? null
  }

  private async ring(now: Date): Promise<number> {
    const row = await this.transactions.run(system('schedule'), () =>
      this.database.first<{ rung: number }>(ring, [now, batch]),
    )
    return row?.rung ?? 0
  }
}
