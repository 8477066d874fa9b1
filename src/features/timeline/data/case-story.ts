import { Injectable } from '@nestjs/common'
import { statement } from '../../../platform/database/statement.js'
import { Database } from '../../../platform/database/transactions.js'
import { newestFirst } from './newest-first.js'

/** Something that happened to the case itself: codes and names of workers, nothing of the person. */
export interface CaseStoryRow {
  readonly id: string
  readonly at: Date
  readonly kind: 'opened' | 'risk' | 'danger' | 'status' | 'lead'
  readonly fromCode: string | null
  readonly toCode: string | null
  readonly byName: string | null
  readonly fromName: string | null
  readonly toName: string | null
}

// Whoever led the case first took the person in.
const ofCase = statement(
  'timeline.case-story',
  `SELECT s.id, date_trunc('milliseconds', s.at) AS at, s.kind, s.from_code AS "fromCode",
          s.to_code AS "toCode", b.display_name AS "byName", f.display_name AS "fromName",
          t.display_name AS "toName"
     FROM (SELECT e.id, e.at, e.kind, e.from_code, e.to_code, e.by_id, e.from_worker_id,
                  e.to_worker_id
             FROM case_event e WHERE e.case_id = $1
            UNION ALL
           SELECT c.id, c.opened_at, 'opened', NULL, NULL,
                  coalesce((SELECT e.from_worker_id FROM case_event e
                             WHERE e.case_id = $1 AND e.kind = 'lead' ORDER BY e.at, e.id LIMIT 1),
                           (SELECT x.old_lead_id FROM case_transfer x
                             WHERE x.case_id = $1 AND x.status = 'accepted'
                             ORDER BY x.offered_at LIMIT 1), c.lead_worker_id), NULL, NULL
             FROM cases c WHERE c.id = $1) s
     LEFT JOIN worker b ON b.id = s.by_id
     LEFT JOIN worker f ON f.id = s.from_worker_id
     LEFT JOIN worker t ON t.id = s.to_worker_id
    WHERE true ${newestFirst('s.at', 's.id')}`,
)

/** The story of a case's own row, for who manages it. */
@Injectable()
export class CaseStory {
  constructor(private readonly database: Database) {}

  before(place: readonly unknown[]): Promise<CaseStoryRow[]> {
    return this.database.query<CaseStoryRow>(ofCase, place)
  }
}
