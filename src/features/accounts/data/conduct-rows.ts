import { Injectable } from '@nestjs/common'
import { statement } from '../../../platform/database/statement.js'
import { Database } from '../../../platform/database/transactions.js'

/** A worker, and when they accepted; null while they have not. */
export interface AcceptanceRow {
  readonly workerId: string
  readonly displayName: string
  readonly position: string
  readonly acceptedAt: Date | null
}

const own = statement(
  'accounts.conduct-own',
  `SELECT accepted_at AS "acceptedAt" FROM conduct_acceptance WHERE worker_id = $1 AND version = $2`,
)
const accept = statement(
  'accounts.conduct-accept',
  `INSERT INTO conduct_acceptance (worker_id, version, accepted_at) VALUES ($1, $2, $3)
   ON CONFLICT DO NOTHING`,
)
const ofUnit = statement(
  'accounts.conduct-of-unit',
  `SELECT w.id AS "workerId", w.display_name AS "displayName", w.position,
          a.accepted_at AS "acceptedAt"
     FROM worker w
     LEFT JOIN conduct_acceptance a ON a.worker_id = w.id AND a.version = $2
    WHERE w.unit_id = $1 AND w.active
    ORDER BY a.accepted_at IS NOT NULL, w.display_name, w.id`,
)

/** Acceptances as the policies leave them: one's own, and the unit's for who has to know. */
@Injectable()
export class ConductRows {
  constructor(private readonly database: Database) {}

  async acceptedAt(workerId: string, version: number): Promise<Date | null> {
    const row = await this.database.first<{ acceptedAt: Date }>(own, [workerId, version])
    return row?.acceptedAt ?? null
  }

  /** False where it had been accepted before. */
  async accept(workerId: string, version: number, at: Date): Promise<boolean> {
    return (await this.database.change(accept, [workerId, version, at])) === 1
  }

  /** Everybody at work in the unit, those first who have not. */
  ofUnit(unitId: string, version: number): Promise<AcceptanceRow[]> {
    return this.database.query<AcceptanceRow>(ofUnit, [unitId, version])
  }
}
