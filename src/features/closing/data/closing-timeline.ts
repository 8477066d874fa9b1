import { Injectable } from '@nestjs/common'
import type { ClosureReason } from '../../cases/index.js'
import { statement } from '../../../platform/database/statement.js'
import { Database } from '../../../platform/database/transactions.js'
import { newestFirst } from '../../timeline/index.js'
import type { ReopenReason } from '../domain/closure.js'

/** That a case was closed, or opened again, and why. */
export type ClosingTimelineRow = {
  readonly id: string
  readonly at: Date
  readonly byName: string | null
} & (
  | { readonly kind: 'closed'; readonly reason: ClosureReason }
  | { readonly kind: 'reopened'; readonly reason: ReopenReason }
)

const ofCase = statement(
  'closing.timeline',
  `SELECT s.id, date_trunc('milliseconds', s.at) AS at, s.kind, s.reason,
          w.display_name AS "byName"
     FROM (SELECT k.id, k.closed_at AS at, 'closed' AS kind, k.reason, k.closed_by AS by_id
             FROM case_closure k WHERE k.case_id = $1 AND k.closed_at IS NOT NULL
            UNION ALL
           SELECT k.id, k.reopened_at, 'reopened', k.reopen_reason, k.reopened_by
             FROM case_closure k WHERE k.case_id = $1 AND k.reopened_at IS NOT NULL) s
     LEFT JOIN worker w ON w.id = s.by_id
    WHERE true ${newestFirst('s.at', 's.id')}`,
)

/** Closings and reopenings, before a place of the case's timeline. */
@Injectable()
export class ClosingTimelineRows {
  constructor(private readonly database: Database) {}

  before(place: readonly unknown[]): Promise<ClosingTimelineRow[]> {
    return this.database.query<ClosingTimelineRow>(ofCase, place)
  }
}
