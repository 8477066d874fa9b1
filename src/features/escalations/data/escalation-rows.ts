import { Injectable } from '@nestjs/common'
import { statement } from '../../../platform/database/statement.js'
import { Database } from '../../../platform/database/transactions.js'
import type { ServiceType } from '../../directory/index.js'
import type { ReferralStatus, Urgency } from '../../referrals/index.js'
import type { CoordinationDeed, LateClock } from '../domain/late.js'

/** A late referral: its number, units and clock, and no word of a case. */
export interface LateRow {
  readonly id: string
  readonly number: string
  readonly service: ServiceType
  readonly urgency: Urgency
  readonly status: ReferralStatus
  readonly fromUnitId: string
  readonly fromUnitName: string
  readonly toUnitId: string
  readonly toUnitName: string
  readonly clock: LateClock
  /** When it should have been done. */
  readonly dueAt: Date
  /** Since when more than the desk has been told; null while only the desk was. */
  readonly escalatedAt: Date | null
  readonly sortKey: string
}

/** One that has come to a coordinator. */
export interface EscalatedRow extends LateRow {
  readonly escalatedAt: Date
  /** What a coordinator did about it last. */
  readonly deed: CoordinationDeed | null
  readonly deedAt: Date | null
}

/** One of the supervisor's own unit. */
export interface LateOfUnitRow extends LateRow {
  /** Who has it in hand; null for the desk. */
  readonly waitsFor: string | null
  readonly escalationLevel: 'supervisor' | 'coordination' | null
}

export interface LateCount {
  readonly toUnitId: string
  readonly clock: LateClock
  readonly count: number
}

/** What came of a coordinator's deed. */
export interface DeedResult {
  readonly result: 'done' | 'too-soon' | 'over'
  readonly caseId: string
  readonly clock: LateClock
  /** Nobody supervises the unit: its desk is called. */
  readonly toDesk: boolean
}

const escalated = statement(
  'escalations.of-area',
  `SELECT e.id, e.number, e.service, e.urgency, e.status, e.from_unit_id AS "fromUnitId",
          f.name AS "fromUnitName", e.to_unit_id AS "toUnitId", t.name AS "toUnitName", e.clock,
          e.due_at AS "dueAt", e.escalated_at AS "escalatedAt",
          substr(e.deed, length('coordinator-') + 1) AS deed, e.deed_at AS "deedAt",
          e.escalated_at::text AS "sortKey"
     FROM guard.escalations($1, $2, $3) e
     JOIN unit f ON f.id = e.from_unit_id JOIN unit t ON t.id = e.to_unit_id
    ORDER BY e.escalated_at, e.id`,
)
const counts = statement(
  'escalations.counts',
  'SELECT to_unit_id AS "toUnitId", clock, count FROM guard.escalation_counts()',
)
const scope = statement(
  'escalations.scope',
  'SELECT scope_province AS province FROM worker WHERE id = $1 AND active',
)
const act = statement(
  'escalations.act',
  `SELECT result, case_id AS "caseId", clock, to_desk AS "toDesk"
     FROM guard.note_coordination($1, $2, $3)`,
)

// What a unit has open is little; row-level security leaves out what its supervisor may not see.
const lateOf = (side: 'to_unit_id' | 'from_unit_id', cameBack: string): string => `
  SELECT r.id, r.number, r.service, r.urgency, r.status, r.from_unit_id AS "fromUnitId",
         f.name AS "fromUnitName", r.to_unit_id AS "toUnitId", t.name AS "toUnitName", l.clock,
         l.due_at AS "dueAt", r.escalated_at AS "escalatedAt",
         r.escalation_level AS "escalationLevel", w.display_name AS "waitsFor",
         l.due_at::text AS "sortKey"
    FROM referral r
    JOIN unit f ON f.id = r.from_unit_id JOIN unit t ON t.id = r.to_unit_id
   CROSS JOIN LATERAL (
     SELECT clock, due_at FROM (VALUES
       ('acknowledge', CASE WHEN r.status = 'requested' AND r.claimed_at IS NULL
                            THEN r.acknowledge_due_at END),
       ('answer', CASE WHEN r.status = 'requested' THEN r.answer_due_at END),
       ('first-service', CASE WHEN r.status IN ('requested', 'accepted') AND r.started_at IS NULL
                              THEN r.service_due_at END),
       ('expired', ${cameBack})) clocks (clock, due_at)
      WHERE due_at <= $2 ORDER BY due_at LIMIT 1) l
    LEFT JOIN worker w ON w.id = CASE r.status WHEN 'expired' THEN r.from_worker_id
                                     ELSE coalesce(r.handler_id, r.claimed_by) END
   WHERE r.${side} = $1 AND r.status IN ('requested', 'accepted', 'expired')
     AND (l.due_at, r.id) > ($3, $4)
   ORDER BY l.due_at, r.id LIMIT $5`

const received = statement('escalations.received', lateOf('to_unit_id', 'NULL::timestamptz'))
const sent = statement(
  'escalations.sent',
  lateOf(
    'from_unit_id',
    `CASE WHEN r.status = 'expired' AND NOT EXISTS (
            SELECT FROM referral s WHERE s.supersedes_id = r.id
               AND s.status NOT IN ('draft', 'cancelled', 'entered_in_error'))
          THEN r.answer_due_at END`,
  ),
)

/** Where a page begins: after this row. */
export interface LatePosition {
  readonly sortKey: string
  readonly id: string
}

const start: LatePosition = { sortKey: '-infinity', id: '00000000-0000-0000-0000-000000000000' }

/** Late referrals, for those who can help. */
@Injectable()
export class EscalationRows {
  constructor(private readonly database: Database) {}

  /** What has come to the acting coordinator, the longest known first. */
  ofArea(after: LatePosition | null, limit: number): Promise<EscalatedRow[]> {
    const { sortKey, id } = after ?? start
    return this.database.query<EscalatedRow>(escalated, [sortKey, id, limit])
  }

  counts(): Promise<LateCount[]> {
    return this.database.query<LateCount>(counts)
  }

  /** The province the worker coordinates; null for the country. */
  async scopeOf(workerId: string): Promise<string | null> {
    return (
      (await this.database.first<{ province: string | null }>(scope, [workerId]))?.province ?? null
    )
  }

  /** What the unit lets wait, or waits for; the longest late first. */
  ofUnit(
    unitId: string,
    list: 'in' | 'out',
    now: Date,
    after: LatePosition | null,
    limit: number,
  ): Promise<LateOfUnitRow[]> {
    const { sortKey, id } = after ?? start
    return this.database.query<LateOfUnitRow>(list === 'in' ? received : sent, [
      unitId,
      now,
      sortKey,
      id,
      limit,
    ])
  }

  /** Undefined where none has come to the acting coordinator. */
  act(referralId: string, deed: CoordinationDeed, now: Date): Promise<DeedResult | undefined> {
    return this.database.first<DeedResult>(act, [referralId, `coordinator-${deed}`, now])
  }
}
