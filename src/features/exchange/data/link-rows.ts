import { Injectable } from '@nestjs/common'
import { statement } from '../../../platform/database/statement.js'
import { Database } from '../../../platform/database/transactions.js'
import type { ExternalLink } from '../domain/external-link.js'

/** A new link, as it is kept. */
export interface NewLink {
  readonly id: string
  readonly referralId: string
  readonly caseId: string
  readonly tokenHash: Buffer
  readonly codeHash: Buffer
  readonly createdAt: Date
  readonly createdBy: string
  readonly expiresAt: Date
}

// Two links made at once wait for each other here, so that the later one takes back the earlier.
const lock = statement(
  'exchange.lock-referral',
  'SELECT id FROM referral WHERE id = $1 FOR NO KEY UPDATE',
)
const revoke = statement(
  'exchange.revoke',
  'UPDATE external_link SET revoked_at = $2 WHERE referral_id = $1 AND revoked_at IS NULL',
)
const add = statement(
  'exchange.add-link',
  `INSERT INTO external_link (id, referral_id, case_id, token_hash, code_hash, created_at,
                              created_by, expires_at)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
)
const columns = `id, created_at AS "createdAt", expires_at AS "expiresAt",
  tries_left AS "triesLeft", opened_at AS "openedAt", answered_at AS "answeredAt",
  revoked_at AS "revokedAt"`
const latest = statement(
  'exchange.latest-link',
  `SELECT ${columns} FROM external_link WHERE referral_id = $1
    ORDER BY (revoked_at IS NULL) DESC, created_at DESC LIMIT 1`,
)
const inForce = statement(
  'exchange.link-by-token',
  `SELECT ${columns} FROM external_link
    WHERE referral_id = $1 AND token_hash = $2 AND revoked_at IS NULL`,
)
const tell = statement(
  'exchange.tell',
  `INSERT INTO referral_event (id, referral_id, at, actor_id, actor_unit_id, kind)
   VALUES (gen_random_uuid(), $1, $2, $3, $4, $5)`,
)

/** Links as their senders see and make them; row-level security shows them to who manages the case. */
@Injectable()
export class LinkRows {
  constructor(private readonly database: Database) {}

  /** The link in force, or else the last one there was. */
  latest(referralId: string): Promise<ExternalLink | undefined> {
    return this.database.first<ExternalLink>(latest, [referralId])
  }

  /** The link in force, if this is its address. */
  ofToken(referralId: string, tokenHash: Buffer): Promise<ExternalLink | undefined> {
    return this.database.first<ExternalLink>(inForce, [referralId, tokenHash])
  }

  /** Keeps a new link; the one before it leads nowhere from now on. */
  async replace(link: NewLink): Promise<void> {
    await this.database.query(lock, [link.referralId])
    await this.revoke(link.referralId, link.createdAt)
    await this.database.change(add, [
      link.id,
      link.referralId,
      link.caseId,
      link.tokenHash,
      link.codeHash,
      link.createdAt,
      link.createdBy,
      link.expiresAt,
    ])
  }

  /** @returns whether there was a link in force */
  async revoke(referralId: string, at: Date): Promise<boolean> {
    return (await this.database.change(revoke, [referralId, at])) > 0
  }

  /** A line of the referral's story. */
  async tell(
    referralId: string,
    kind: 'link-made' | 'link-revoked',
    at: Date,
    by: { readonly workerId: string; readonly unitId: string },
  ): Promise<void> {
    await this.database.change(tell, [referralId, at, by.workerId, by.unitId, kind])
  }
}
