import { Injectable } from '@nestjs/common'
import { hkdfSync } from 'node:crypto'
import { Keys } from '../crypto/keys.js'
import { decrypt, encrypt } from '../crypto/aes-gcm.js'
import { statement } from '../database/statement.js'
import { Database } from '../database/transactions.js'
import { KeyUsedOtherwise } from './web-errors.js'

/** One sending of a request: who, under which key, and a SHA-256 of what it asked. */
export interface Claim {
  readonly actorId: string
  readonly key: string
  readonly bodyHash: Buffer
}

export interface KeptAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

const claim = statement(
  'web.idempotency-claim',
  `INSERT INTO idempotency_key (actor_id, key, body_hash) VALUES ($1, $2, $3)
   ON CONFLICT (actor_id, key) DO NOTHING`,
)
const look = statement(
  'web.idempotency-look',
  `SELECT body_hash AS "bodyHash", status, response_headers AS headers,
          sealed_response_body AS sealed
     FROM idempotency_key WHERE actor_id = $1 AND key = $2`,
)
const keep = statement(
  'web.idempotency-keep',
  `UPDATE idempotency_key SET status = $3, response_headers = $4, sealed_response_body = $5
    WHERE actor_id = $1 AND key = $2`,
)
const release = statement(
  'web.idempotency-release',
  'DELETE FROM idempotency_key WHERE actor_id = $1 AND key = $2',
)

interface Row {
  readonly bodyHash: Buffer
  readonly status: number
  readonly headers: Record<string, string>
  readonly sealed: Buffer
}

/**
 * Answers already given, kept for a day. All of it happens in the transaction of the deed itself:
 * a second sending waits at the claim until the first is kept or undone.
 */
@Injectable()
export class IdempotencyKeys {
  private readonly sealing: Buffer

  constructor(
    private readonly database: Database,
    keys: Keys,
  ) {
    this.sealing = Buffer.from(hkdfSync('sha256', keys.pepper, '', 'ben-an kept answers', 32))
  }

  /** Null when this sending is the first. @throws KeyUsedOtherwise when it asked something else */
  async claim({ actorId, key, bodyHash }: Claim): Promise<KeptAnswer | null> {
    if (await this.isFree({ actorId, key, bodyHash })) return null
    const row = await this.database.first<Row>(look, [actorId, key])
    if (row?.bodyHash.equals(bodyHash) !== true) throw new KeyUsedOtherwise()
    const body = decrypt(this.sealing, row.sealed, contextOf(actorId, key)).toString()
    return { status: row.status, headers: row.headers, body }
  }

  /** Claims the key if nobody has; waits while somebody is about to. */
  async isFree({ actorId, key, bodyHash }: Claim): Promise<boolean> {
    return (await this.database.change(claim, [actorId, key, bodyHash])) === 1
  }

  async keep({ actorId, key }: Claim, { status, headers, body }: KeptAnswer): Promise<void> {
    const sealed = encrypt(this.sealing, Buffer.from(body), contextOf(actorId, key))
    await this.database.change(keep, [actorId, key, status, JSON.stringify(headers), sealed])
  }

  async release({ actorId, key }: Claim): Promise<void> {
    await this.database.change(release, [actorId, key])
  }
}

const contextOf = (actorId: string, key: string): Buffer =>
  Buffer.from(JSON.stringify(['ben-an kept answer', actorId, key]))
