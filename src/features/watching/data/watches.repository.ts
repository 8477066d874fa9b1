import { Injectable } from '@nestjs/common'
import { statement } from '../../../platform/database/statement.js'
import { Database } from '../../../platform/database/transactions.js'

const own = statement(
  'watching.own',
  'SELECT section, watching FROM section_watch WHERE case_id = $1 AND worker_id = $2',
)
const choose = statement(
  'watching.choose',
  `INSERT INTO section_watch (worker_id, case_id, section, watching, updated_at)
   VALUES ($1, $2, $3, $4, $5)
   ON CONFLICT (worker_id, case_id, section)
   DO UPDATE SET watching = excluded.watching, updated_at = excluded.updated_at`,
)
const watchers = statement(
  'watching.watchers',
  'SELECT watched_id AS "watchedId", worker_id AS "workerId" FROM guard.section_watchers($1, $2, $3)',
)
const watched = statement(
  'watching.watched',
  'SELECT EXISTS (SELECT FROM cases WHERE id = $1 AND lead_worker_id = $2) AS leads',
)

/** Who watches which section; all inside an open transaction. */
@Injectable()
export class WatchesRepository {
  constructor(private readonly database: Database) {}

  /** What the worker has chosen in this case, by the bit of the section. */
  async own(caseId: string, workerId: string): Promise<ReadonlyMap<number, boolean>> {
    const rows = await this.database.query<{ section: number; watching: boolean }>(own, [
      caseId,
      workerId,
    ])
    return new Map(rows.map(({ section, watching }) => [section, watching]))
  }

  async leads(caseId: string, workerId: string): Promise<boolean> {
    return (
      (await this.database.first<{ leads: boolean }>(watched, [caseId, workerId]))?.leads ?? false
    )
  }

  async choose(
    workerId: string,
    caseId: string,
    section: number,
    watching: boolean,
    at: Date,
  ): Promise<void> {
    await this.database.change(choose, [workerId, caseId, section, watching, at])
  }

  /** As the service: who is to be told that somebody changed the section. */
  watchers(
    caseId: string,
    section: number,
    changedBy: string,
  ): Promise<{ readonly watchedId: string; readonly workerId: string }[]> {
    return this.database.query(watchers, [caseId, section, changedBy])
  }
}
