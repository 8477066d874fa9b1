import { Injectable } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { statement } from '../../../platform/database/statement.js'
import { Database } from '../../../platform/database/transactions.js'
import type { TimePosition } from '../../../platform/web/cursor.js'
import type { ContactChannel, RiskLevel } from '../../cases/index.js'
import type { ContactRole, Safety } from '../domain/contacts.js'

/** A contact, or an attempt. */
export interface ContactRow {
  readonly id: string
  readonly caseId: string
  readonly at: Date
  /** As the database wrote it, for the cursor. */
  readonly sortKey: string
  readonly channel: ContactChannel
  readonly withRole: ContactRole
  /** The person got in touch herself. */
  readonly fromPerson: boolean
  readonly reached: boolean
  readonly wasSafe: Safety
  /** Against what the person said was safe. */
  readonly againstRules: boolean
  readonly sealed: Buffer | null
  readonly writerName: string
  readonly struckAt: Date | null
}

/** When the person is to be seen next. */
export interface DueRow {
  readonly assessedAt: Date
  readonly lastContactAt: Date | null
  /** Null where no clock runs. */
  readonly contactDueAt: Date | null
}

/** A case whose person is to be seen soon. */
export interface CaseDueRow {
  readonly caseId: string
  readonly caseNumber: string
  readonly riskLevel: RiskLevel
  readonly contactDueAt: Date
}

const columns = `e.id, e.case_id AS "caseId", e.at, e.at::text AS "sortKey", e.channel,
  e.with_role AS "withRole", e.from_person AS "fromPerson", e.reached, e.was_safe AS "wasSafe",
  e.against_rules AS "againstRules", e.sealed, w.display_name AS "writerName",
  e.struck_at AS "struckAt"`

const ofCase = statement(
  'planning.contacts',
  `SELECT ${columns} FROM contact_entry e JOIN worker w ON w.id = e.written_by
    WHERE e.case_id = $1 AND ($2::timestamptz IS NULL OR (e.at, e.id) < ($2, $3::uuid))
    ORDER BY e.at DESC, e.id DESC LIMIT $4`,
)
const standing = statement(
  'planning.standing-contacts',
  `SELECT with_role AS "withRole", reached, against_rules AS "againstRules" FROM contact_entry
    WHERE case_id = $1 AND struck_at IS NULL ORDER BY at DESC, id DESC LIMIT 20`,
)
const add = statement(
  'planning.add-contact',
  `INSERT INTO contact_entry (id, case_id, at, channel, with_role, from_person, reached, was_safe,
                              against_rules, sealed, written_by, written_at)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
)
const strike = statement(
  'planning.strike-contact',
  `UPDATE contact_entry SET struck_by = $3, struck_at = $4
    WHERE id = $1 AND case_id = $2 AND struck_at IS NULL`,
)
const followDue = statement('planning.follow-due', 'SELECT guard.follow_due($1)')
const due = statement(
  'planning.due',
  `SELECT assessed_at AS "assessedAt", last_contact_at AS "lastContactAt",
          contact_due_at AS "contactDueAt"
     FROM case_due WHERE case_id = $1`,
)
const dueOfLead = statement(
  'planning.due-of-lead',
  `SELECT c.id AS "caseId", c.number AS "caseNumber", c.risk_level AS "riskLevel",
          d.contact_due_at AS "contactDueAt"
     FROM cases c JOIN case_due d ON d.case_id = c.id
    WHERE c.lead_worker_id = $1 AND c.status = 'open' AND d.contact_due_at <= $2
    ORDER BY d.contact_due_at, c.id LIMIT $3`,
)

/** Contacts and attempts, and when the next is due; inside the open transaction. */
@Injectable()
export class ContactRows {
  constructor(private readonly database: Database) {}

  /** The latest first. */
  ofCase(caseId: string, after: TimePosition | null, limit: number): Promise<ContactRow[]> {
    const values = [caseId, after?.sortKey ?? null, after?.id ?? null, limit]
    return this.database.query<ContactRow>(ofCase, values)
  }

  /** The latest that were not struck out. */
  standing(caseId: string): Promise<Pick<ContactRow, 'withRole' | 'reached' | 'againstRules'>[]> {
    return this.database.query(standing, [caseId])
  }

  async add(
    actor: WorkerActor,
    row: Omit<ContactRow, 'sortKey' | 'writerName' | 'struckAt'>,
    writtenAt: Date,
  ): Promise<void> {
    await this.database.change(add, [
      row.id,
      row.caseId,
      row.at,
      row.channel,
      row.withRole,
      row.fromPerson,
      row.reached,
      row.wasSafe,
      row.againstRules,
      row.sealed,
      actor.workerId,
      writtenAt,
    ])
    await this.followDue(row.caseId)
  }

  /** False where there is none to strike out. */
  async strike(actor: WorkerActor, caseId: string, id: string, at: Date): Promise<boolean> {
    if ((await this.database.change(strike, [id, caseId, actor.workerId, at])) === 0) return false
    await this.followDue(caseId)
    return true
  }

  /** Nothing where the case is not open. */
  due(caseId: string): Promise<DueRow | undefined> {
    return this.database.first<DueRow>(due, [caseId])
  }

  /** Cases one leads whose person is to be seen until then, the most pressing first. */
  dueOfLead(actor: WorkerActor, until: Date, limit: number): Promise<CaseDueRow[]> {
    return this.database.query<CaseDueRow>(dueOfLead, [actor.workerId, until, limit])
  }

  private async followDue(caseId: string): Promise<void> {
    await this.database.query(followDue, [caseId])
  }
}
