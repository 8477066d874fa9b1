import { Injectable } from '@nestjs/common'
import { statement } from '../../../platform/database/statement.js'
import { Database } from '../../../platform/database/transactions.js'
import { newestFirst } from '../../timeline/index.js'

/** That a consent (or another basis) was recorded, or ended. */
export interface ConsentTimelineRow {
  readonly id: string
  readonly at: Date
  readonly kind: 'recorded' | 'basis' | 'withdrawn'
  readonly unitName: string
  readonly byName: string | null
}

const ofCase = statement(
  'consents.timeline',
  `SELECT s.id, date_trunc('milliseconds', s.at) AS at, s.kind, u.name AS "unitName",
          w.display_name AS "byName"
     FROM (SELECT k.id, k.created_at AS at, k.recipient_unit_id AS unit_id, k.recorded_by AS by_id,
                  CASE WHEN k.legal_basis = 'consent' THEN 'recorded' ELSE 'basis' END AS kind
             FROM consent k WHERE k.case_id = $1
            UNION ALL
           SELECT k.id, k.withdrawn_at, k.recipient_unit_id, k.withdrawn_by, 'withdrawn'
             FROM consent k WHERE k.case_id = $1 AND k.withdrawn_at IS NOT NULL) s
     JOIN unit u ON u.id = s.unit_id
     LEFT JOIN worker w ON w.id = s.by_id
    WHERE true ${newestFirst('s.at', 's.id')}`,
)

/** What was agreed to and taken back, before a place of the case's timeline. */
@Injectable()
export class ConsentTimelineRows {
  constructor(private readonly database: Database) {}

  before(place: readonly unknown[]): Promise<ConsentTimelineRow[]> {
    return this.database.query<ConsentTimelineRow>(ofCase, place)
  }
}
