import { Injectable } from '@nestjs/common'
import { statement } from '../../../platform/database/statement.js'
import { Database } from '../../../platform/database/transactions.js'
import { newestFirst } from '../../timeline/index.js'

/** That the plan changed, a task was given or ended, or somebody got in touch; texts stay where they are. */
export interface PlanningTimelineRow {
  readonly id: string
  readonly at: Date
  readonly kind: 'plan' | 'task' | 'task-done' | 'task-cancelled' | 'reached' | 'not-reached'
  readonly byName: string | null
}

const ofCase = statement(
  'planning.timeline',
  `SELECT s.id, date_trunc('milliseconds', s.at) AS at, s.kind, w.display_name AS "byName"
     FROM (SELECT md5(v.case_id::text || '/' || v.version)::uuid AS id, v.changed_at AS at,
                  'plan' AS kind, v.changed_by AS by_id
             FROM plan_version v WHERE v.case_id = $1
            UNION ALL
           SELECT k.id, k.created_at, 'task', k.created_by FROM case_task k WHERE k.case_id = $1
            UNION ALL
           SELECT k.id, k.ended_at, 'task-' || k.state, k.ended_by
             FROM case_task k WHERE k.case_id = $1 AND k.ended_at IS NOT NULL
            UNION ALL
           SELECT c.id, c.at, CASE WHEN c.reached THEN 'reached' ELSE 'not-reached' END, c.written_by
             FROM contact_entry c WHERE c.case_id = $1 AND c.struck_at IS NULL) s
     LEFT JOIN worker w ON w.id = s.by_id
    WHERE true ${newestFirst('s.at', 's.id')}`,
)

/** What was planned and done, before a place of the case's timeline. */
@Injectable()
export class PlanningTimelineRows {
  constructor(private readonly database: Database) {}

  before(place: readonly unknown[]): Promise<PlanningTimelineRow[]> {
    return this.database.query<PlanningTimelineRow>(ofCase, place)
  }
}
