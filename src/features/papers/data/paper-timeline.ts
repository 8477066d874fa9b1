import { Injectable } from '@nestjs/common'
import { statement } from '../../../platform/database/statement.js'
import { Database } from '../../../platform/database/transactions.js'
import { newestFirst } from '../../timeline/index.js'
import type { RemovalReason } from '../domain/paper.js'

/** That a document was added, or its content removed. */
export interface PaperTimelineRow {
  readonly id: string
  readonly at: Date
  readonly section: number
  /** Null for one that was added. */
  readonly removedReason: RemovalReason | null
  readonly byName: string
}

const ofCase = statement(
  'papers.timeline',
  `SELECT s.id, date_trunc('milliseconds', s.at) AS at, s.section,
          s.reason AS "removedReason", w.display_name AS "byName"
     FROM (SELECT p.id, p.added_at AS at, p.section, NULL AS reason, p.added_by AS by_id
             FROM case_paper p WHERE p.case_id = $1
            UNION ALL
           SELECT p.id, p.removed_at, p.section, p.removed_reason, p.removed_by
             FROM case_paper p WHERE p.case_id = $1 AND p.removed_at IS NOT NULL) s
     JOIN worker w ON w.id = s.by_id
    WHERE true ${newestFirst('s.at', 's.id')}`,
)

/** What documents came and went, before a place of the case's timeline. */
@Injectable()
export class PaperTimelineRows {
  constructor(private readonly database: Database) {}

  before(place: readonly unknown[]): Promise<PaperTimelineRow[]> {
    return this.database.query<PaperTimelineRow>(ofCase, place)
  }
}
