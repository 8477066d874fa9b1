import { Injectable } from '@nestjs/common'
import { statement } from '../../../platform/database/statement.js'
import { Database } from '../../../platform/database/transactions.js'
import { newestFirst } from '../../timeline/index.js'
import type { ReportAuthority } from '../domain/legal-basis.js'

/** A step of a report that the law obliged to. */
export interface DutyReportTimelineRow {
  readonly id: string
  readonly at: Date
  readonly kind: 'written' | 'told' | 'acknowledged'
  readonly number: string
  readonly authority: ReportAuthority
  /** Null for an acknowledgement: it is the authority's. */
  readonly byName: string | null
}

const ofCase = statement(
  'duty-reports.timeline',
  `SELECT s.id, date_trunc('milliseconds', s.at) AS at, s.kind, s.number, s.authority,
          w.display_name AS "byName"
     FROM (SELECT p.id, e.recorded_at AS at, 'written' AS kind, p.number, e.authority,
                  e.recorded_by AS by_id
             FROM duty_report p JOIN sharing_exception e ON e.id = p.id WHERE p.case_id = $1
            UNION ALL
           SELECT p.id, p.told_at, 'told', p.number, e.authority, p.told_by
             FROM duty_report p JOIN sharing_exception e ON e.id = p.id
            WHERE p.case_id = $1 AND p.told_at IS NOT NULL
            UNION ALL
           SELECT p.id, p.acknowledged_at, 'acknowledged', p.number, e.authority, NULL
             FROM duty_report p JOIN sharing_exception e ON e.id = p.id
            WHERE p.case_id = $1 AND p.acknowledged_at IS NOT NULL) s
     LEFT JOIN worker w ON w.id = s.by_id
    WHERE true ${newestFirst('s.at', 's.id')}`,
)

/** Steps of duty reports, before a place of the case's timeline. */
@Injectable()
export class DutyReportTimelineRows {
  constructor(private readonly database: Database) {}

  before(place: readonly unknown[]): Promise<DutyReportTimelineRow[]> {
    return this.database.query<DutyReportTimelineRow>(ofCase, place)
  }
}
