import { Injectable } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { statement } from '../../../platform/database/statement.js'
import { Database } from '../../../platform/database/transactions.js'

/** What a referral is to somebody today. */
export type DayOfReferral =
  | 'draft'
  | 'question'
  | 'confirm'
  | 'find-another'
  | 'late'
  | 'accepted'
  | 'started'
  | 'failed'
  | 'answer-desk'
  | 'in-hand'
  | 'serve'

export interface DayReferralRow {
  readonly what: DayOfReferral
  readonly id: string
  readonly number: string
  readonly caseId: string
  /** Of the other side; null while none was chosen. */
  readonly unitName: string | null
  readonly due: Date | null
  readonly since: Date
}

// Sent for the cases one leads: their number is bounded by what one person can lead. An answer is news
// for a week. Received: what lies on the desk for anybody, and what one has in hand.
const ofToday = statement(
  'referrals.of-today',
  `SELECT q.what, q.id, q.number, q.case_id AS "caseId", u.name AS "unitName", q.due, q.since
     FROM (
      (SELECT o.* FROM (
        SELECT CASE
            WHEN r.status = 'draft' THEN 'draft'
            WHEN r.question_at IS NOT NULL AND r.status IN ('requested', 'accepted', 'in_progress',
                 'on_hold') THEN 'question'
            WHEN r.status = 'completed' THEN 'confirm'
            WHEN r.status IN ('rejected', 'expired') AND NOT EXISTS (
                 SELECT FROM referral n WHERE n.supersedes_id = r.id) THEN 'find-another'
            WHEN r.status = 'requested' AND r.answer_due_at <= $2 THEN 'late'
            WHEN r.status = 'accepted' AND r.answered_at > $2::timestamptz - interval '7 days'
                 THEN 'accepted'
            WHEN r.status = 'in_progress' AND r.started_at > $2::timestamptz - interval '7 days'
                 THEN 'started'
            WHEN r.status = 'failed' AND r.ended_at > $2::timestamptz - interval '7 days' THEN 'failed'
          END AS what, r.id, r.number, r.case_id, r.to_unit_id AS other,
          CASE WHEN r.status IN ('requested', 'rejected', 'expired') THEN r.answer_due_at END AS due,
          coalesce(r.question_at, r.ended_at, r.started_at, r.answered_at, r.updated_at) AS since
          FROM cases c JOIN referral r ON r.case_id = c.id
         WHERE c.lead_worker_id = $1 AND c.status = 'open'
           AND (r.status <> 'draft' OR r.from_worker_id = $1)) o
        WHERE o.what IS NOT NULL ORDER BY o.due, o.since DESC LIMIT $4)
      UNION ALL
      (SELECT CASE WHEN r.claimed_by = $1 THEN 'in-hand' ELSE 'answer-desk' END, r.id, r.number,
              r.case_id, r.from_unit_id, r.answer_due_at, r.sent_at
         FROM referral r
        WHERE r.to_unit_id = $3 AND r.status = 'requested'
          AND (r.claimed_by IS NULL OR r.claimed_by = $1)
        ORDER BY r.answer_due_at, r.id LIMIT $4)
      UNION ALL
      (SELECT 'serve', r.id, r.number, r.case_id, r.from_unit_id, r.service_due_at, r.answered_at
         FROM referral r WHERE r.handler_id = $1 AND r.status = 'accepted' AND r.to_unit_id = $3
        ORDER BY r.updated_at DESC LIMIT $4)) q
     LEFT JOIN unit u ON u.id = q.other`,
)

/** What referrals ask of a worker today, inside the open transaction. */
@Injectable()
export class DayOfReferrals {
  constructor(private readonly database: Database) {}

  /** Up to `limit` of what was sent, of what lies on the desk, and of what is in hand. */
  of({ workerId, unitId }: WorkerActor, now: Date, limit: number): Promise<DayReferralRow[]> {
    return this.database.query<DayReferralRow>(ofToday, [workerId, now, unitId, limit])
  }
}
