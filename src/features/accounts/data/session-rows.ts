import { Injectable } from '@nestjs/common'
import type { Locale } from '../../../platform/i18n/index.js'
import { statement } from '../../../platform/database/statement.js'
import { Database } from '../../../platform/database/transactions.js'
import { conductVersion } from '../domain/conduct.js'
import { actorColumns, type ActorRow } from './worker-rows.js'

export type Through = 'cookie' | 'bearer'

/** A session with the person behind it, rights as they stand now. */
export interface SessionRow extends ActorRow {
  readonly sessionId: string
  readonly csrfSecret: Buffer
  readonly lastSeenAt: Date
  readonly lockedAt: Date | null
  readonly displayName: string
  readonly position: string
  readonly locale: Locale
  readonly timeZone: string
  /** The code of conduct in force, accepted. */
  readonly acceptsConduct: boolean
}

export interface OwnSessionRow {
  readonly id: string
  readonly through: Through
  readonly createdAt: Date
  readonly lastSeenAt: Date
  readonly lockedAt: Date | null
}

const live = statement(
  'accounts.session-live',
  `SELECT s.id AS "sessionId", s.csrf_secret AS "csrfSecret", s.last_seen_at AS "lastSeenAt",
          s.locked_at AS "lockedAt", ${actorColumns}, w.display_name AS "displayName", w.position,
          w.locale, u.time_zone AS "timeZone",
          EXISTS (SELECT FROM conduct_acceptance k
                   WHERE k.worker_id = w.id AND k.version = $4) AS "acceptsConduct"
     FROM session s
     JOIN worker w ON w.id = s.worker_id AND w.active
     JOIN unit u ON u.id = w.unit_id AND u.active
     JOIN agency a ON a.id = u.agency_id AND a.active
    WHERE s.id_hash = $1 AND s.through = $2 AND s.expires_at > $3`,
)
const over = statement(
  'accounts.session-over',
  `SELECT id AS "sessionId", worker_id AS "workerId", csrf_secret AS "csrfSecret"
     FROM session WHERE id_hash = $1 AND through = 'cookie'`,
)
const insert = statement(
  'accounts.session-start',
  `INSERT INTO session
     (id, id_hash, worker_id, csrf_secret, through, created_at, last_seen_at, expires_at)
   VALUES ($1, $2, $3, $4, $5, $6, $6, $7)`,
)
const touch = statement(
  'accounts.session-touch',
  'UPDATE session SET last_seen_at = greatest(last_seen_at, $2) WHERE id = $1',
)
const lock = statement(
  'accounts.session-lock',
  'UPDATE session SET locked_at = $2 WHERE id = $1 AND locked_at IS NULL',
)
const unlock = statement(
  'accounts.session-unlock',
  'UPDATE session SET locked_at = NULL, last_seen_at = $2 WHERE id = $1 AND locked_at IS NOT NULL',
)
const end = statement('accounts.session-end', 'DELETE FROM session WHERE id = $1')
const endByHash = statement(
  'accounts.session-end-by-hash',
  'DELETE FROM session WHERE id_hash = $1',
)
const endOthers = statement(
  'accounts.session-end-others',
  'DELETE FROM session WHERE worker_id = $1 AND id <> $2',
)
const ofWorker = statement(
  'accounts.sessions-of-worker',
  `SELECT id, through, created_at AS "createdAt", last_seen_at AS "lastSeenAt",
          locked_at AS "lockedAt"
     FROM session WHERE worker_id = $1 AND expires_at > $2
    ORDER BY last_seen_at DESC, id`,
)
const forget = statement('accounts.session-forget', 'DELETE FROM session WHERE expires_at < $1')

/** Sessions as stored; all inside an open transaction. */
@Injectable()
export class SessionRows {
  constructor(private readonly database: Database) {}

  live(idHash: Buffer, through: Through, now: Date): Promise<SessionRow | undefined> {
    return this.database.first<SessionRow>(live, [idHash, through, now, conductVersion])
  }

  /** Whose session it is or was, as long as the row is kept. */
  over(
    idHash: Buffer,
  ): Promise<{ sessionId: string; workerId: string; csrfSecret: Buffer } | undefined> {
    return this.database.first(over, [idHash])
  }

  async start(session: {
    readonly id: string
    readonly idHash: Buffer
    readonly workerId: string
    readonly csrfSecret: Buffer
    readonly through: Through
    readonly at: Date
    readonly expiresAt: Date
  }): Promise<void> {
    const { id, idHash, workerId, csrfSecret, through, at, expiresAt } = session
    await this.database.change(insert, [id, idHash, workerId, csrfSecret, through, at, expiresAt])
  }

  async touch(id: string, now: Date): Promise<void> {
    await this.database.change(touch, [id, now])
  }

  async lock(id: string, now: Date): Promise<boolean> {
    return (await this.database.change(lock, [id, now])) === 1
  }

  async unlock(id: string, now: Date): Promise<boolean> {
    return (await this.database.change(unlock, [id, now])) === 1
  }

  async end(id: string): Promise<boolean> {
    return (await this.database.change(end, [id])) === 1
  }

  async endByHash(idHash: Buffer): Promise<void> {
    await this.database.change(endByHash, [idHash])
  }

  async endOthers(workerId: string, exceptId: string): Promise<void> {
    await this.database.change(endOthers, [workerId, exceptId])
  }

  ofWorker(workerId: string, now: Date): Promise<OwnSessionRow[]> {
    return this.database.query<OwnSessionRow>(ofWorker, [workerId, now])
  }

  async forgetEndedBefore(instant: Date): Promise<void> {
    await this.database.change(forget, [instant])
  }
}
