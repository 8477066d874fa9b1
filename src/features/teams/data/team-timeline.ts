import { Injectable } from '@nestjs/common'
import { statement } from '../../../platform/database/statement.js'
import { Database } from '../../../platform/database/transactions.js'
import { newestFirst } from '../../timeline/index.js'

/** Something that happened on the team of a case. */
export interface TeamTimelineRow {
  readonly id: string
  readonly at: Date
  /** `opened`, `invited`, `joined`, `member-<status>`, `task`, `task-<state>`, `conference-…`, `plan`. */
  readonly kind: string
  /** The task's kind, where it is one. */
  readonly code: string | null
  /** The bit of the section it is about, where it is about one. */
  readonly section: number | null
  /** The task or conference it leads to. */
  readonly subjectId: string | null
  readonly unitName: string | null
  readonly byName: string | null
}

// Of one row several things happened, at different times. Row-level security shows the memberships to who
// manages the case, tasks to who sees their section, the rest to the team.
const ofCase = statement(
  'teams.timeline',
  `SELECT s.id, date_trunc('milliseconds', s.at) AS at, s.kind, s.code, s.section,
          s.subject_id AS "subjectId", u.name AS "unitName", w.display_name AS "byName"
     FROM (SELECT t.id, t.opened_at AS at, 'opened' AS kind, NULL AS code, NULL::int AS section,
                  NULL::uuid AS subject_id, NULL::uuid AS unit_id, t.opened_by AS by_id
             FROM case_team t WHERE t.case_id = $1
            UNION ALL
           SELECT m.id, m.invited_at, 'invited', NULL, NULL, NULL, m.unit_id, m.invited_by
             FROM team_member m WHERE m.case_id = $1
            UNION ALL
           SELECT m.id, m.answered_at, CASE WHEN m.status = 'declined' THEN 'declined' ELSE 'joined' END,
                  NULL, NULL, NULL, m.unit_id, m.answered_by
             FROM team_member m WHERE m.case_id = $1 AND m.answered_at IS NOT NULL
            UNION ALL
           SELECT m.id, m.ended_at, 'gone', NULL, NULL, NULL, m.unit_id, NULL
             FROM team_member m WHERE m.case_id = $1 AND m.ended_at IS NOT NULL
              AND m.status <> 'declined'
            UNION ALL
           SELECT k.id, k.created_at, 'task', k.kind, k.section, k.id, k.unit_id, k.created_by
             FROM team_task k WHERE k.case_id = $1
            UNION ALL
           SELECT k.id, k.ended_at, 'task-' || k.state, k.kind, k.section, k.id, k.unit_id, k.ended_by
             FROM team_task k WHERE k.case_id = $1 AND k.ended_at IS NOT NULL
            UNION ALL
           SELECT c.id, c.created_at, 'conference', NULL, NULL, c.id, NULL, c.created_by
             FROM case_conference c WHERE c.case_id = $1
            UNION ALL
           SELECT c.id, c.ended_at, 'conference-' || c.status, NULL, NULL, c.id, NULL, NULL
             FROM case_conference c WHERE c.case_id = $1 AND c.ended_at IS NOT NULL
            UNION ALL
           SELECT md5(v.case_id::text || v.version)::uuid, v.changed_at, 'plan', NULL, NULL, NULL, NULL,
                  v.changed_by
             FROM team_plan_version v WHERE v.case_id = $1) s
     LEFT JOIN unit u ON u.id = s.unit_id
     LEFT JOIN worker w ON w.id = s.by_id
    WHERE true ${newestFirst('s.at', 's.id')}`,
)

/** What happened on the team of a case, before a place of its timeline. */
@Injectable()
export class TeamTimelineRows {
  constructor(private readonly database: Database) {}

  before(place: readonly unknown[]): Promise<TeamTimelineRow[]> {
    return this.database.query<TeamTimelineRow>(ofCase, place)
  }
}
