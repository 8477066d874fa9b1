import { Injectable } from '@nestjs/common'
import { statement } from '../../../platform/database/statement.js'
import { Database } from '../../../platform/database/transactions.js'
import type { Tries } from '../domain/sign-in-delay.js'

export interface CountedTries extends Tries {
  readonly key: Buffer
}

// Makes sure the rows are there and locks them; always in the order of their keys, so that two
// requests cannot wait for each other.
const take = statement(
  'accounts.throttle-take',
  `INSERT INTO sign_in_throttle AS t (key, tries, next_at, forget_at)
   SELECT k, 0, to_timestamp(0), $2 FROM unnest($1::bytea[]) AS k ORDER BY k
   ON CONFLICT (key) DO UPDATE SET tries = t.tries
   RETURNING key, tries, next_at AS "nextAt", forget_at AS "forgetAt"`,
)
const keep = statement(
  'accounts.throttle-keep',
  `UPDATE sign_in_throttle t SET tries = n.tries, next_at = n.next_at, forget_at = n.forget_at
     FROM unnest($1::bytea[], $2::int[], $3::timestamptz[], $4::timestamptz[])
          AS n (key, tries, next_at, forget_at)
    WHERE t.key = n.key`,
)
const forgive = statement(
  'accounts.throttle-forgive',
  'DELETE FROM sign_in_throttle WHERE key = $1',
)
const giveBack = statement(
  'accounts.throttle-give-back',
  'UPDATE sign_in_throttle SET tries = greatest(tries - 1, 0) WHERE key = $1',
)
const forget = statement(
  'accounts.throttle-forget',
  `DELETE FROM sign_in_throttle WHERE key = ANY (ARRAY (
     SELECT key FROM sign_in_throttle WHERE forget_at < $1 LIMIT 100 FOR UPDATE SKIP LOCKED))`,
)

/** Wrong tries as stored; all inside an open transaction of the service itself. */
@Injectable()
export class ThrottleRows {
  constructor(private readonly database: Database) {}

  take(keys: readonly Buffer[], now: Date): Promise<CountedTries[]> {
    return this.database.query<CountedTries>(take, [keys, now])
  }

  async keep(counted: readonly CountedTries[]): Promise<void> {
    await this.database.change(keep, [
      counted.map(({ key }) => key),
      counted.map(({ tries }) => tries),
      counted.map(({ nextAt }) => nextAt),
      counted.map(({ forgetAt }) => forgetAt),
    ])
  }

  async forgive(key: Buffer): Promise<void> {
    await this.database.change(forgive, [key])
  }

  async giveBack(key: Buffer): Promise<void> {
    await this.database.change(giveBack, [key])
  }

  async forgetOld(now: Date): Promise<void> {
    await this.database.change(forget, [now])
  }
}
