import { Injectable } from '@nestjs/common'
import { statement } from '../../../platform/database/statement.js'
import { Database } from '../../../platform/database/transactions.js'

/** A case that somebody was given, and has not read of yet. */
export interface GivenCase {
  readonly caseId: string
  readonly number: string
  readonly givenAt: Date
}

// One's own notices of the last days only, and of a case that one still leads.
const unread = statement(
  'finding.given-cases',
  `SELECT c.id AS "caseId", c.number, max(n.created_at) AS "givenAt"
     FROM notification n JOIN cases c ON c.id = n.case_id
    WHERE n.worker_id = $1 AND n.read_at IS NULL AND n.kind = 'case.given'
      AND n.created_at > $3::timestamptz - interval '3 days'
      AND c.lead_worker_id = $1 AND c.status = 'open'
    GROUP BY c.id ORDER BY max(n.created_at) DESC, c.id LIMIT $2`,
)

/** Cases newly given to a worker, inside the open transaction. */
@Injectable()
export class GivenCases {
  constructor(private readonly database: Database) {}

  /** Up to `limit`, the newest first. */
  unreadBy(workerId: string, now: Date, limit: number): Promise<GivenCase[]> {
    return this.database.query<GivenCase>(unread, [workerId, limit, now])
  }
}
