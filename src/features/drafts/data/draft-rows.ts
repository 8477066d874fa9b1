import { Injectable } from '@nestjs/common'
import { statement } from '../../../platform/database/statement.js'
import { Database } from '../../../platform/database/transactions.js'

export interface DraftRow {
  readonly id: string
  readonly workerId: string
  readonly formKey: string
  readonly caseId: string | null
  readonly begunAt: Date
  readonly updatedAt: Date
  readonly sealed: Buffer
}

export interface NewDraft {
  readonly id: string
  readonly workerId: string
  readonly formKey: string
  /** Keyed hash of the page's address. */
  readonly place: Buffer
  readonly caseId: string | null
  readonly sealed: Buffer
  readonly now: Date
  readonly expiresAt: Date
}

const columns = `id, worker_id AS "workerId", form_key AS "formKey", case_id AS "caseId",
                 begun_at AS "begunAt", updated_at AS "updatedAt", sealed`

const keep = statement(
  'drafts.keep',
  `INSERT INTO form_draft
     (id, worker_id, form_key, place, case_id, sealed, begun_at, updated_at, expires_at)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $7, $8)
   ON CONFLICT (worker_id, form_key) DO UPDATE
     SET place = excluded.place, case_id = excluded.case_id, sealed = excluded.sealed,
         updated_at = excluded.updated_at, expires_at = excluded.expires_at
   RETURNING id`,
)
const dropBeyond = statement(
  'drafts.drop-beyond',
  `DELETE FROM form_draft WHERE id IN (
     SELECT id FROM form_draft WHERE worker_id = $1 ORDER BY updated_at DESC, id OFFSET $2)`,
)
const onPage = statement(
  'drafts.on-page',
  `SELECT ${columns} FROM form_draft
    WHERE worker_id = $1 AND place = $2 AND expires_at > $3
    ORDER BY updated_at DESC, id`,
)
const ofWorker = statement(
  'drafts.of-worker',
  `SELECT ${columns} FROM form_draft
    WHERE worker_id = $1 AND expires_at > $2
    ORDER BY updated_at DESC, id LIMIT $3`,
)
const byKey = statement(
  'drafts.by-key',
  `SELECT ${columns} FROM form_draft
    WHERE worker_id = $1 AND form_key = $2 AND expires_at > $3`,
)
const drop = statement('drafts.drop', 'DELETE FROM form_draft WHERE id = $1 AND worker_id = $2')
const dropSent = statement(
  'drafts.drop-sent',
  'DELETE FROM form_draft WHERE worker_id = $1 AND form_key = $2',
)
// The actor's own access, as row-level security lets it be seen: whoever may no longer see a case has no
// use for what they began to write in it.
const dropUnseen = statement(
  'drafts.drop-unseen',
  `DELETE FROM form_draft d WHERE d.worker_id = $1 AND d.case_id IS NOT NULL AND NOT EXISTS (
     SELECT FROM case_access a WHERE a.case_id = d.case_id AND a.valid_until > now())`,
)
const isCaseInSight = statement(
  'drafts.is-case-in-sight',
  `SELECT FROM case_access a WHERE a.case_id = $1 AND a.valid_until > now()
      AND a.case_id <> ALL (guard.blocked_cases()) LIMIT 1`,
)
const forget = statement('drafts.forget', 'DELETE FROM form_draft WHERE expires_at < $1')

/** Drafts as stored; all inside an open transaction. */
@Injectable()
export class DraftRows {
  constructor(private readonly database: Database) {}

  /** @returns the id of the draft, the old one where the form was kept before */
  async keep(draft: NewDraft): Promise<string> {
    const { id, workerId, formKey, place, caseId, sealed, now, expiresAt } = draft
    const values = [id, workerId, formKey, place, caseId, sealed, now, expiresAt]
    return (await this.database.first<{ id: string }>(keep, values))?.id ?? id
  }

  async dropBeyond(workerId: string, most: number): Promise<void> {
    await this.database.change(dropBeyond, [workerId, most])
  }

  onPage(workerId: string, place: Buffer, now: Date): Promise<DraftRow[]> {
    return this.database.query<DraftRow>(onPage, [workerId, place, now])
  }

  byKey(workerId: string, formKey: string, now: Date): Promise<DraftRow | undefined> {
    return this.database.first<DraftRow>(byKey, [workerId, formKey, now])
  }

  ofWorker(workerId: string, now: Date, limit: number): Promise<DraftRow[]> {
    return this.database.query<DraftRow>(ofWorker, [workerId, now, limit])
  }

  async drop(workerId: string, id: string): Promise<boolean> {
    return (await this.database.change(drop, [id, workerId])) === 1
  }

  async dropSent(workerId: string, formKey: string): Promise<void> {
    await this.database.change(dropSent, [workerId, formKey])
  }

  async dropUnseen(workerId: string): Promise<void> {
    await this.database.change(dropUnseen, [workerId])
  }

  /** Whether the actor of the open transaction may see anything of the case. */
  async isCaseInSight(caseId: string): Promise<boolean> {
    return (await this.database.first(isCaseInSight, [caseId])) !== undefined
  }

  async forgetOld(now: Date): Promise<void> {
    await this.database.change(forget, [now])
  }
}
