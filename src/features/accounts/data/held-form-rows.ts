import { Injectable } from '@nestjs/common'
import { statement } from '../../../platform/database/statement.js'
import { Database } from '../../../platform/database/transactions.js'

export interface HeldFormRow {
  readonly id: string
  readonly sessionId: string
  readonly workerId: string
  readonly sealed: Buffer
}

const add = statement(
  'accounts.held-form-add',
  `INSERT INTO held_form (id, session_id, worker_id, held_at, expires_at, sealed)
   VALUES ($1, $2, $3, $4, $5, $6)`,
)
const find = statement(
  'accounts.held-form-find',
  `SELECT id, session_id AS "sessionId", worker_id AS "workerId", sealed
     FROM held_form WHERE id = $1 AND worker_id = $2 AND expires_at > $3`,
)
const drop = statement('accounts.held-form-drop', 'DELETE FROM held_form WHERE id = $1')
const dropOfSession = statement(
  'accounts.held-form-drop-of-session',
  'DELETE FROM held_form WHERE session_id = $1',
)
const forget = statement('accounts.held-form-forget', 'DELETE FROM held_form WHERE expires_at < $1')

/** Forms that wait for a password; all inside an open transaction. */
@Injectable()
export class HeldFormRows {
  constructor(private readonly database: Database) {}

  async add(row: HeldFormRow, now: Date, expiresAt: Date): Promise<void> {
    await this.database.change(add, [
      row.id,
      row.sessionId,
      row.workerId,
      now,
      expiresAt,
      row.sealed,
    ])
  }

  find(id: string, workerId: string, now: Date): Promise<HeldFormRow | undefined> {
    return this.database.first<HeldFormRow>(find, [id, workerId, now])
  }

  async drop(id: string): Promise<void> {
    await this.database.change(drop, [id])
  }

  async dropOfSession(sessionId: string): Promise<void> {
    await this.database.change(dropOfSession, [sessionId])
  }

  async forgetOld(now: Date): Promise<void> {
    await this.database.change(forget, [now])
  }
}
