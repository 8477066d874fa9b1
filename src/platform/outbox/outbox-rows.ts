import { Injectable } from '@nestjs/common'
import { system } from '../access/actor.js'
import { statement } from '../database/statement.js'
import { Database, Transactions } from '../database/transactions.js'

/** An event to be handed to the queue; `suffix` tells its jobs apart when it is handed over again. */
export interface HandOver {
  readonly id: string
  readonly type: string
  readonly suffix: number
}

const claim = statement(
  'outbox.claim',
  `UPDATE outbox_event SET dispatched_at = now()
    WHERE id = ANY (ARRAY (
      SELECT id FROM outbox_event
       WHERE dispatched_at IS NULL AND acknowledged_at IS NULL AND failed_at IS NULL
       ORDER BY created_at, id LIMIT $1 FOR UPDATE SKIP LOCKED))
   RETURNING id, type, job_suffix AS suffix`,
)
const giveBack = statement(
  'outbox.give-back',
  `UPDATE outbox_event SET dispatched_at = NULL
    WHERE id = ANY ($1::uuid[]) AND acknowledged_at IS NULL`,
)
// A failed try waits in the queue for its next one, twice as long each time: it is not overdue.
const overdue = statement(
  'outbox.overdue',
  `SELECT id, type, job_suffix AS suffix FROM outbox_event
    WHERE acknowledged_at IS NULL AND failed_at IS NULL
      AND dispatched_at < now() - make_interval(secs => $1 + $2 * (power(2, attempts) - 1))
    ORDER BY dispatched_at LIMIT $3`,
)
const stillQueued = statement(
  'outbox.still-queued',
  `UPDATE outbox_event SET dispatched_at = now()
    WHERE id = ANY ($1::uuid[]) AND dispatched_at IS NOT NULL AND acknowledged_at IS NULL`,
)
const handOverAgain = statement(
  'outbox.hand-over-again',
  `UPDATE outbox_event o SET dispatched_at = NULL, job_suffix = o.job_suffix + 1
     FROM unnest($1::uuid[], $2::int[]) AS lost (id, suffix)
    WHERE o.id = lost.id AND o.job_suffix = lost.suffix AND o.acknowledged_at IS NULL
      AND o.failed_at IS NULL`,
)
const forgetOldAnswers = statement('outbox.forget-old-answers', 'SELECT guard.forget_old_answers()')

/** The outbox as relay and sweeper see it; each call is a transaction of its own. */
@Injectable()
export class OutboxRows {
  constructor(
    private readonly transactions: Transactions,
    private readonly database: Database,
  ) {}

  /** Takes up to `limit` events, oldest first, that no one else is taking. */
  claim(limit: number): Promise<HandOver[]> {
    return this.asSystem(() => this.database.query<HandOver>(claim, [limit]))
  }

  /** The queue did not take them after all. */
  async giveBack(events: readonly HandOver[]): Promise<void> {
    await this.asSystem(() => this.database.change(giveBack, [events.map(({ id }) => id)]))
  }

  /** Handed over longer ago than they should need, retries included; both times in seconds. */
  overdue(afterSeconds: number, backoffSeconds: number, limit: number): Promise<HandOver[]> {
    return this.asSystem(() =>
      this.database.query<HandOver>(overdue, [afterSeconds, backoffSeconds, limit]),
    )
  }

  /** Not lost, only waiting: looked at again later. */
  async stillQueued(events: readonly HandOver[]): Promise<void> {
    await this.asSystem(() => this.database.change(stillQueued, [events.map(({ id }) => id)]))
  }

  /** Lets the relay take them again under a fresh job id; each is counted by one caller only. */
  handOverAgain(events: readonly HandOver[]): Promise<number> {
    return this.asSystem(() =>
      this.database.change(handOverAgain, [
        events.map(({ id }) => id),
        events.map(({ suffix }) => suffix),
      ]),
    )
  }

  async forgetOldAnswers(): Promise<void> {
    await this.asSystem(() => this.database.query(forgetOldAnswers))
  }

  private asSystem<Result>(work: () => Promise<Result>): Promise<Result> {
    return this.transactions.run(system('sweeper'), work)
  }
}
