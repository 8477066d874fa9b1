import { Injectable } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { statement } from '../../../platform/database/statement.js'
import { Database } from '../../../platform/database/transactions.js'

/** A matter somebody wants seen by a day. */
export interface FlagRow {
  readonly id: string
  readonly caseId: string
  readonly sealed: Buffer
  /** `YYYY-MM-DD` */
  readonly dueOn: string
  readonly raisedBy: string
  readonly raiserName: string
  readonly raisedAt: Date
  readonly removerName: string | null
  readonly removedAt: Date | null
  readonly sealedReason: Buffer | null
  readonly version: number
}

/** What the service looks at before it tells somebody. */
export interface FlagToTell {
  readonly caseId: string
  readonly raisedBy: string
  readonly isUp: boolean
}

const columns = `f.id, f.case_id AS "caseId", f.sealed, f.due_on::text AS "dueOn",
  f.raised_by AS "raisedBy", r.display_name AS "raiserName", f.raised_at AS "raisedAt",
  d.display_name AS "removerName", f.removed_at AS "removedAt", f.sealed_reason AS "sealedReason",
  f.version`
const from = `FROM case_flag f JOIN worker r ON r.id = f.raised_by
  LEFT JOIN worker d ON d.id = f.removed_by`

const ofCase = statement(
  'planning.flags',
  `SELECT ${columns} ${from} WHERE f.case_id = $1
    ORDER BY f.removed_at IS NULL DESC, f.due_on, f.id LIMIT 50`,
)
const one = statement('planning.flag', `SELECT ${columns} ${from} WHERE f.id = $1`)
const raise = statement(
  'planning.raise-flag',
  `INSERT INTO case_flag (id, case_id, sealed, due_on, raised_by, raised_at)
   VALUES ($1, $2, $3, $4, $5, $6)`,
)
const remove = statement(
  'planning.remove-flag',
  `UPDATE case_flag SET removed_by = $3, removed_at = $4, sealed_reason = $5, version = version + 1
    WHERE id = $1 AND version = $2 AND removed_at IS NULL`,
)
const toTell = statement(
  'planning.flag-to-tell',
  `SELECT case_id AS "caseId", raised_by AS "raisedBy", removed_at IS NULL AS "isUp"
     FROM case_flag WHERE id = $1`,
)

/** Flags on cases, inside the open transaction. */
@Injectable()
export class FlagRows {
  constructor(private readonly database: Database) {}

  /** Those that are up, the most pressing first; then those taken down. */
  ofCase(caseId: string): Promise<FlagRow[]> {
    return this.database.query<FlagRow>(ofCase, [caseId])
  }

  one(id: string): Promise<FlagRow | undefined> {
    return this.database.first<FlagRow>(one, [id])
  }

  async raise(
    actor: WorkerActor,
    { id, caseId, sealed, dueOn }: Pick<FlagRow, 'id' | 'caseId' | 'sealed' | 'dueOn'>,
    at: Date,
  ): Promise<void> {
    await this.database.change(raise, [id, caseId, sealed, dueOn, actor.workerId, at])
  }

  /** False when it has changed since, or is down already. */
  async remove(
    actor: WorkerActor,
    id: string,
    version: number,
    sealedReason: Buffer,
    at: Date,
  ): Promise<boolean> {
    const values = [id, version, actor.workerId, at, sealedReason]
    return (await this.database.change(remove, values)) === 1
  }

  /** For the service, which sees no case. */
  toTell(id: string): Promise<FlagToTell | undefined> {
    return this.database.first<FlagToTell>(toTell, [id])
  }
}
