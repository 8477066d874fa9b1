import { Injectable } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { statement } from '../../../platform/database/statement.js'
import { Database } from '../../../platform/database/transactions.js'
import type { PlanStep } from '../domain/plan.js'

/** A wording of something in a plan. */
export interface PlanItemRow {
  readonly id: string
  readonly itemId: string
  readonly kind: 'basis' | 'need' | 'goal' | 'action'
  readonly parentId: string | null
  readonly position: number
  readonly code: string
  readonly priority: string | null
  readonly state: string
  readonly reason: string | null
  /** `YYYY-MM-DD` */
  readonly dueOn: string | null
  readonly workerId: string | null
  readonly workerName: string | null
  readonly service: string | null
  readonly referralId: string | null
  readonly sealed: Buffer
}

export interface PlanVersionRow {
  readonly version: number
  readonly change: PlanStep
  readonly changedBy: string
  readonly changedAt: Date
}

const version = statement(
  'planning.plan-version',
  'SELECT version FROM case_plan WHERE case_id = $1',
)
const items = statement(
  'planning.plan-items',
  `SELECT i.id, i.item_id AS "itemId", i.kind, i.parent_id AS "parentId", i.position, i.code,
          i.priority, i.state, i.reason, i.due_on::text AS "dueOn", i.worker_id AS "workerId",
          w.display_name AS "workerName", i.service, i.referral_id AS "referralId", i.sealed
     FROM plan_item i LEFT JOIN worker w ON w.id = i.worker_id
    WHERE i.case_id = $1 AND i.from_version <= $2
      AND (i.until_version IS NULL OR i.until_version > $2)
    ORDER BY i.position, i.item_id`,
)
const versions = statement(
  'planning.plan-versions',
  `SELECT v.version, v.change, w.display_name AS "changedBy", v.changed_at AS "changedAt"
     FROM plan_version v JOIN worker w ON w.id = v.changed_by
    WHERE v.case_id = $1 ORDER BY v.version DESC LIMIT 200`,
)
const begin = statement(
  'planning.begin-plan',
  'INSERT INTO case_plan (case_id, version) VALUES ($1, 1) ON CONFLICT DO NOTHING',
)
const nextVersion = statement(
  'planning.next-plan-version',
  'UPDATE case_plan SET version = version + 1 WHERE case_id = $1 AND version = $2',
)
const note = statement(
  'planning.note-plan-version',
  `INSERT INTO plan_version (case_id, version, change, changed_by, changed_at)
   VALUES ($1, $2, $3, $4, $5)`,
)
const retire = statement(
  'planning.retire-plan-item',
  `UPDATE plan_item SET until_version = $3
    WHERE case_id = $1 AND item_id = $2 AND until_version IS NULL`,
)
const add = statement(
  'planning.add-plan-item',
  `INSERT INTO plan_item (id, item_id, case_id, kind, parent_id, from_version, position, code,
                          priority, state, reason, due_on, worker_id, service, referral_id, sealed)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)`,
)
const pinOfPlan = statement(
  'planning.pin-of-plan',
  `SELECT max(version)::text AS pin FROM plan_version
    WHERE case_id = $1 AND change <> 'progress'`,
)
// What an assessment of risk consists of; each part as the reader sees it.
const pinOfAssessment = statement(
  'planning.pin-of-assessment',
  `SELECT md5(concat_ws('|', c.risk_level, c.immediate_danger,
            (SELECT s.version FROM case_section s WHERE s.case_id = c.id AND s.section = 4),
            (SELECT string_agg(i.id || ':' || i.version, ' ' ORDER BY i.id) FROM incident i
              WHERE i.case_id = c.id),
            -- what the forms of these two sections hold; the supervisor sees both
            (SELECT string_agg(r.id || ':' || r.version, ' ' ORDER BY r.id) FROM section_record r
              WHERE r.case_id = c.id AND r.section IN (3, 4)))) AS pin
     FROM cases c WHERE c.id = $1`,
)

/** The plan of a case inside the open transaction. */
@Injectable()
export class PlanRows {
  constructor(private readonly database: Database) {}

  /** 0 while there is none. */
  async version(caseId: string): Promise<number> {
    return (await this.database.first<{ version: number }>(version, [caseId]))?.version ?? 0
  }

  /** What held with a version. */
  items(caseId: string, version: number): Promise<PlanItemRow[]> {
    return this.database.query<PlanItemRow>(items, [caseId, version])
  }

  /** The latest first; at most 200. */
  versions(caseId: string): Promise<PlanVersionRow[]> {
    return this.database.query<PlanVersionRow>(versions, [caseId])
  }

  /** Goes on to the next version; false where somebody was faster. */
  async next(
    actor: WorkerActor,
    caseId: string,
    version: number,
    change: PlanStep,
    at: Date,
  ): Promise<boolean> {
    const isFirst =
      version === 0
        ? await this.database.change(begin, [caseId])
        : await this.database.change(nextVersion, [caseId, version])
    if (isFirst === 0) return false
    await this.database.change(note, [caseId, version + 1, change, actor.workerId, at])
    return true
  }

  /** Ends the wording that holds with a version. */
  async retire(caseId: string, itemId: string, version: number): Promise<void> {
    await this.database.change(retire, [caseId, itemId, version])
  }

  async add(
    caseId: string,
    fromVersion: number,
    row: Omit<PlanItemRow, 'workerName'>,
  ): Promise<void> {
    await this.database.change(add, [
      row.id,
      row.itemId,
      caseId,
      row.kind,
      row.parentId,
      fromVersion,
      row.position,
      row.code,
      row.priority,
      row.state,
      row.reason,
      row.dueOn,
      row.workerId,
      row.service,
      row.referralId,
      row.sealed,
    ])
  }

  /** Names what a supervisor agrees to: what was planned, whatever has been done of it since. */
  async pinOfPlan(caseId: string): Promise<string> {
    return (await this.database.first<{ pin: string | null }>(pinOfPlan, [caseId]))?.pin ?? '0'
  }

  async pinOfAssessment(caseId: string): Promise<string> {
    return (await this.database.first<{ pin: string }>(pinOfAssessment, [caseId]))?.pin ?? '0'
  }
}
