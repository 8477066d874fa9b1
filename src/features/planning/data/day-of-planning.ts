import { Injectable } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { statement } from '../../../platform/database/statement.js'
import { Database } from '../../../platform/database/transactions.js'
import type { ApprovalKind } from '../domain/approval.js'
import type { CaseTaskKind } from '../domain/tasks.js'

/** A line of somebody's day: codes and numbers, no text. */
export type DayOfPlanningRow = {
  readonly id: string
  readonly caseId: string
  readonly caseNumber: string
  readonly due: Date | null
  readonly since: Date | null
  /** When a task was given; null for all else. */
  readonly givenAt: Date | null
} & (
  | { readonly what: 'task'; readonly kind: CaseTaskKind }
  | { readonly what: 'contact'; readonly kind: null }
  | { readonly what: 'flag'; readonly kind: null }
  | { readonly what: 'to-approve' | 'approved' | 'returned'; readonly kind: ApprovalKind }
)

// Tasks and contacts of the next days, flags of the next week, what waits for the supervisor, and
// answers of the last days that one has not been told of longer ago.
const day = statement(
  'planning.day',
  `(SELECT 'task' AS what, k.kind, k.id, k.case_id AS "caseId", c.number AS "caseNumber",
           k.due_at AS due, NULL::timestamptz AS since, k.created_at AS "givenAt"
      FROM case_task k JOIN cases c ON c.id = k.case_id
     WHERE k.worker_id = $1 AND k.state = 'open' AND k.due_at < $2::timestamptz + interval '3 days'
     ORDER BY k.due_at, k.id LIMIT $3)
   UNION ALL
   (SELECT 'contact', NULL, c.id, c.id, c.number, d.contact_due_at, NULL, NULL
      FROM cases c JOIN case_due d ON d.case_id = c.id
     WHERE c.lead_worker_id = $1 AND c.status = 'open'
       AND d.contact_due_at < $2::timestamptz + interval '2 days'
     ORDER BY d.contact_due_at, c.id LIMIT $3)
   UNION ALL
   (SELECT 'flag', NULL, f.id, f.case_id, c.number, (f.due_on + time '08:00') AT TIME ZONE 'Asia/Ho_Chi_Minh',
           NULL, NULL
      FROM cases c JOIN case_flag f ON f.case_id = c.id
     WHERE c.lead_worker_id = $1 AND c.status = 'open' AND f.removed_at IS NULL
       AND f.due_on <= ($2::timestamptz + interval '1 day')::date
     ORDER BY f.due_on, f.id LIMIT $3)
   UNION ALL
   (SELECT 'to-approve', a.kind, a.id, a.case_id, c.number, NULL, a.requested_at, NULL
      FROM case_approval a JOIN cases c ON c.id = a.case_id
     WHERE $5 AND a.unit_id = $4 AND a.state = 'requested' AND a.requested_by <> $1
     ORDER BY a.requested_at, a.id LIMIT $3)
   UNION ALL
   (SELECT a.state, a.kind, a.id, a.case_id, c.number, NULL, a.decided_at, NULL
      FROM case_approval a JOIN cases c ON c.id = a.case_id
     WHERE c.lead_worker_id = $1 AND a.requested_by = $1 AND a.state IN ('approved', 'returned')
       AND a.decided_at > $2::timestamptz - interval '3 days'
       AND NOT EXISTS (SELECT FROM case_approval later
                        WHERE later.case_id = a.case_id AND later.kind = a.kind
                          AND later.requested_at > a.requested_at)
     ORDER BY a.decided_at DESC, a.id LIMIT $3)`,
)

/** What somebody's day holds of planning, in one statement inside the open transaction. */
@Injectable()
export class DayOfPlanning {
  constructor(private readonly database: Database) {}

  of(actor: WorkerActor, now: Date, limit: number): Promise<DayOfPlanningRow[]> {
    const supervises = actor.roles.includes('supervisor')
    return this.database.query(day, [actor.workerId, now, limit, actor.unitId, supervises])
  }
}
