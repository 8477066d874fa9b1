import { Injectable } from '@nestjs/common'
import { statement } from '../../../platform/database/statement.js'
import { Database } from '../../../platform/database/transactions.js'
import type { ClosureReason } from '../../cases/index.js'
import type { GoalsReached, Holder, ReopenReason } from '../domain/closure.js'

/** A closing: prepared, done, or undone by opening again. */
export interface ClosureRow {
  readonly id: string
  readonly caseId: string
  readonly reason: ClosureReason
  readonly goals: GoalsReached
  readonly sealed: Buffer
  readonly state: 'prepared' | 'closed' | 'reopened'
  readonly preparedByName: string
  readonly preparedAt: Date
  readonly closedById: string | null
  readonly closedByName: string | null
  readonly closedAt: Date | null
  readonly reopenedById: string | null
  readonly reopenedByName: string | null
  readonly reopenedAt: Date | null
  readonly reopenReason: ReopenReason | null
  readonly sealedReopening: Buffer | null
  readonly version: number
}

const columns = `k.id, k.case_id AS "caseId", k.reason, k.goals, k.sealed, k.state,
  p.display_name AS "preparedByName", k.prepared_at AS "preparedAt", k.closed_by AS "closedById",
  c.display_name AS "closedByName", k.closed_at AS "closedAt", k.reopened_by AS "reopenedById",
  r.display_name AS "reopenedByName", k.reopened_at AS "reopenedAt",
  k.reopen_reason AS "reopenReason", k.sealed_reopening AS "sealedReopening", k.version`
const from = `FROM case_closure k JOIN worker p ON p.id = k.prepared_by
  LEFT JOIN worker c ON c.id = k.closed_by LEFT JOIN worker r ON r.id = k.reopened_by`

const ofCase = statement(
  'closing.of-case',
  `SELECT ${columns} ${from} WHERE k.case_id = $1 ORDER BY k.prepared_at DESC, k.id`,
)
const one = statement('closing.one', `SELECT ${columns} ${from} WHERE k.id = $1`)
const add = statement(
  'closing.add',
  `INSERT INTO case_closure (id, case_id, reason, goals, sealed, prepared_by, prepared_at)
   VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING`,
)
const change = statement(
  'closing.change',
  `UPDATE case_closure SET reason = $3, goals = $4, sealed = $5, prepared_by = $6, prepared_at = $7,
          version = version + 1
    WHERE id = $1 AND version = $2 AND state = 'prepared'`,
)
const held = statement('closing.held', 'SELECT guard.holds_case_open($1) AS held')
const close = statement('closing.close', 'SELECT guard.close_case($1, $2, $3) AS outcome')
const reopen = statement(
  'closing.reopen',
  'SELECT guard.reopen_case($1, $2, $3, $4, $5) AS outcome',
)
const parties = statement(
  'closing.parties',
  `SELECT unit_id AS "unitId", lead_worker_id AS "leadId" FROM guard.case_parties($1)`,
)

interface Prepared {
  readonly id: string
  readonly reason: ClosureReason
  readonly goals: GoalsReached
  readonly sealed: Buffer
}

/** Stored closings, inside the open transaction. */
@Injectable()
export class ClosureRows {
  constructor(private readonly database: Database) {}

  /** The newest first. */
  ofCase(caseId: string): Promise<ClosureRow[]> {
    return this.database.query<ClosureRow>(ofCase, [caseId])
  }

  one(id: string): Promise<ClosureRow | undefined> {
    return this.database.first<ClosureRow>(one, [id])
  }

  /** False where one is under way already. */
  async add(caseId: string, { id, reason, goals, sealed }: Prepared, by: string, at: Date) {
    return (await this.database.change(add, [id, caseId, reason, goals, sealed, by, at])) === 1
  }

  /** False where it was changed since. */
  async change({ id, reason, goals, sealed }: Prepared, version: number, by: string, at: Date) {
    const values = [id, version, reason, goals, sealed, by, at]
    return (await this.database.change(change, values)) === 1
  }

  /** What has to end before the case can; null where nothing does. */
  async heldBy(caseId: string): Promise<Holder | 'hidden' | null> {
    const row = await this.database.first<{ held: Holder | 'hidden' | null }>(held, [caseId])
    return row?.held ?? null
  }

  async close(
    id: string,
    version: number,
    at: Date,
  ): Promise<Holder | 'closed' | 'hidden' | 'stale' | 'not-approved'> {
    const row = await this.database.first<{
      outcome: Holder | 'closed' | 'hidden' | 'stale' | 'not-approved'
    }>(close, [id, version, at])
    return row?.outcome ?? 'hidden'
  }

  async reopen(
    caseId: string,
    version: number,
    reason: ReopenReason,
    sealed: Buffer | null,
    at: Date,
  ): Promise<'open' | 'hidden' | 'stale'> {
    const values = [caseId, version, reason, sealed, at]
    const row = await this.database.first<{ outcome: 'open' | 'hidden' | 'stale' }>(reopen, values)
    return row?.outcome ?? 'hidden'
  }

  /** For the service: whose case it is. */
  parties(caseId: string): Promise<{ unitId: string; leadId: string } | undefined> {
    return this.database.first(parties, [caseId])
  }
}
