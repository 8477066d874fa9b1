import { Injectable } from '@nestjs/common'
import { statement } from '../../../platform/database/statement.js'
import { Database } from '../../../platform/database/transactions.js'

/** A time in which somebody's work lies with the desk. */
export interface AbsenceRow {
  readonly id: string
  readonly workerId: string
  readonly displayName: string
  readonly startsAt: Date
  readonly endsAt: Date
}

const ahead = statement(
  'accounts.absences',
  `SELECT a.id, a.worker_id AS "workerId", w.display_name AS "displayName",
          a.starts_at AS "startsAt", a.ends_at AS "endsAt"
     FROM worker_absence a JOIN worker w ON w.id = a.worker_id
    WHERE a.ends_at > $1 AND ($2::uuid IS NULL OR a.worker_id = $2)
    ORDER BY a.starts_at, w.display_name, a.id LIMIT 200`,
)
const insert = statement(
  'accounts.absence-add',
  `INSERT INTO worker_absence (id, worker_id, starts_at, ends_at, recorded_by, recorded_at)
   VALUES ($1, $2, $3, $4, $5, $6)`,
)
const remove = statement('accounts.absence-remove', 'DELETE FROM worker_absence WHERE id = $1')

/** Absences as the policies leave them: one's own, and the unit's for those at its desk. */
@Injectable()
export class AbsenceRows {
  constructor(private readonly database: Database) {}

  /** Those that last or lie ahead; of one worker, or of all the actor sees. */
  ahead(now: Date, workerId: string | null): Promise<AbsenceRow[]> {
    return this.database.query<AbsenceRow>(ahead, [now, workerId])
  }

  async add(
    absence: Omit<AbsenceRow, 'displayName'>,
    recordedBy: string,
    recordedAt: Date,
  ): Promise<void> {
    const { id, workerId, startsAt, endsAt } = absence
    await this.database.change(insert, [id, workerId, startsAt, endsAt, recordedBy, recordedAt])
  }

  /** False where there is none that the actor may take back. */
  async remove(id: string): Promise<boolean> {
    return (await this.database.change(remove, [id])) === 1
  }
}
