import { Injectable } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { statement } from '../../../platform/database/statement.js'
import { Database } from '../../../platform/database/transactions.js'
import type { TimePosition } from '../../../platform/web/cursor.js'
import type { CaseTaskKind, CaseTaskState } from '../domain/tasks.js'

/** Something to do in a case. */
export interface CaseTaskRow {
  readonly id: string
  readonly caseId: string
  readonly caseNumber: string
  readonly kind: CaseTaskKind
  readonly workerId: string
  readonly workerName: string
  /** `YYYY-MM-DD` */
  readonly dueOn: string
  readonly dueAt: Date
  readonly reminds: boolean
  readonly sealed: Buffer | null
  readonly itemId: string | null
  readonly state: CaseTaskState
  readonly reason: string | null
  readonly sealedNote: Buffer | null
  readonly createdByName: string
  readonly endedAt: Date | null
  readonly version: number
}

export type NewCaseTask = Pick<
  CaseTaskRow,
  'id' | 'caseId' | 'kind' | 'workerId' | 'dueOn' | 'dueAt' | 'reminds' | 'sealed' | 'itemId'
>

/** What the service looks at before it tells somebody. */
export type TaskToTell = Pick<CaseTaskRow, 'caseId' | 'workerId' | 'state' | 'dueAt'> & {
  readonly createdBy: string
}

const columns = `k.id, k.case_id AS "caseId", c.number AS "caseNumber", k.kind,
  k.worker_id AS "workerId", w.display_name AS "workerName", k.due_on::text AS "dueOn",
  k.due_at AS "dueAt", k.reminds, k.sealed, k.item_id AS "itemId", k.state, k.reason,
  k.sealed_note AS "sealedNote", b.display_name AS "createdByName", k.ended_at AS "endedAt",
  k.version`
const from = `FROM case_task k JOIN cases c ON c.id = k.case_id JOIN worker w ON w.id = k.worker_id
  JOIN worker b ON b.id = k.created_by`

// Everything open, and the latest that ended.
const ofCase = statement(
  'planning.tasks-of-case',
  `SELECT ${columns} ${from} WHERE k.case_id = $1
    ORDER BY k.state = 'open' DESC, CASE WHEN k.state = 'open' THEN k.due_at END,
             k.ended_at DESC, k.id LIMIT 100`,
)
const one = statement('planning.task', `SELECT ${columns} ${from} WHERE k.id = $1`)
const mine = statement(
  'planning.my-tasks',
  `SELECT ${columns}, k.due_at::text AS "sortKey" ${from}
    WHERE k.worker_id = $1 AND k.state = 'open'
      AND ($2::timestamptz IS NULL OR (k.due_at, k.id) > ($2, $3::uuid))
    ORDER BY k.due_at, k.id LIMIT $4`,
)
const ofAction = statement(
  'planning.task-of-action',
  `SELECT ${columns} ${from} WHERE k.case_id = $1 AND k.item_id = $2 AND k.state = 'open'`,
)
const ofKind = statement(
  'planning.task-of-kind',
  `SELECT ${columns} ${from} WHERE k.case_id = $1 AND k.kind = $2 AND k.state = 'open' LIMIT 1`,
)
const answers = statement(
  'planning.answers-for-case',
  'SELECT guard.answers_for_case($1, $2) AS yes',
)
const add = statement(
  'planning.add-task',
  `INSERT INTO case_task (id, case_id, kind, worker_id, due_on, due_at, reminds, sealed, item_id,
                          created_by, created_at)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) ON CONFLICT DO NOTHING`,
)
const reword = statement(
  'planning.reword-task',
  `UPDATE case_task SET kind = $3, worker_id = $4, due_on = $5, due_at = $6, sealed = $7,
          version = version + 1
    WHERE id = $1 AND version = $2 AND state = 'open'`,
)
const end = statement(
  'planning.end-task',
  `UPDATE case_task SET state = $3, reason = $4, sealed_note = $5, ended_by = $6, ended_at = $7,
          version = version + 1
    WHERE id = $1 AND version = $2 AND state = 'open'`,
)
const toTell = statement(
  'planning.task-to-tell',
  `SELECT case_id AS "caseId", worker_id AS "workerId", state, due_at AS "dueAt",
          created_by AS "createdBy"
     FROM case_task WHERE id = $1`,
)

/** What is to be done in cases, inside the open transaction. */
@Injectable()
export class CaseTaskRows {
  constructor(private readonly database: Database) {}

  ofCase(caseId: string): Promise<CaseTaskRow[]> {
    return this.database.query<CaseTaskRow>(ofCase, [caseId])
  }

  one(id: string): Promise<CaseTaskRow | undefined> {
    return this.database.first<CaseTaskRow>(one, [id])
  }

  /** What is open of a worker, the most pressing first. */
  mine(
    actor: WorkerActor,
    after: TimePosition | null,
    limit: number,
  ): Promise<(CaseTaskRow & { readonly sortKey: string })[]> {
    const values = [actor.workerId, after?.sortKey ?? null, after?.id ?? null, limit]
    return this.database.query(mine, values)
  }

  /** The open task that an action of the plan has. */
  ofAction(caseId: string, itemId: string): Promise<CaseTaskRow | undefined> {
    return this.database.first<CaseTaskRow>(ofAction, [caseId, itemId])
  }

  /** The open one of a kind of which a case has one at most. */
  ofKind(caseId: string, kind: 'review' | 'unreached'): Promise<CaseTaskRow | undefined> {
    return this.database.first<CaseTaskRow>(ofKind, [caseId, kind])
  }

  /** Whether a task may be this worker's: the lead, or a supervisor who sees the case. */
  async answersForCase(caseId: string, workerId: string): Promise<boolean> {
    return (await this.database.first<{ yes: boolean }>(answers, [caseId, workerId]))?.yes ?? false
  }

  /** False where a case has its one of the kind already. */
  async add(actor: WorkerActor, task: NewCaseTask, at: Date): Promise<boolean> {
    const { id, caseId, kind, workerId, dueOn, dueAt, reminds, sealed, itemId } = task
    const values = [id, caseId, kind, workerId, dueOn, dueAt, reminds, sealed, itemId]
    return (await this.database.change(add, [...values, actor.workerId, at])) === 1
  }

  /** False when it has changed since, or ended. */
  async reword(
    id: string,
    version: number,
    { kind, workerId, dueOn, dueAt, sealed }: Omit<NewCaseTask, 'id' | 'caseId'>,
  ): Promise<boolean> {
    const values = [id, version, kind, workerId, dueOn, dueAt, sealed]
    return (await this.database.change(reword, values)) === 1
  }

  /** False when it has changed since, or ended. */
  async end(
    actor: WorkerActor,
    id: string,
    version: number,
    how: {
      readonly state: Exclude<CaseTaskState, 'open'>
      readonly reason: string | null
      readonly sealedNote: Buffer | null
      readonly at: Date
    },
  ): Promise<boolean> {
    const values = [id, version, how.state, how.reason, how.sealedNote, actor.workerId, how.at]
    return (await this.database.change(end, values)) === 1
  }

  /** For the service, which sees no case. */
  toTell(id: string): Promise<TaskToTell | undefined> {
    return this.database.first<TaskToTell>(toTell, [id])
  }
}
