import { Injectable } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { statement } from '../../../platform/database/statement.js'
import { Database } from '../../../platform/database/transactions.js'
import type { TaskKind, TaskState } from '../domain/team-codes.js'

/** A task the actor may read. */
export interface TaskRow {
  readonly id: string
  readonly caseId: string
  readonly kind: TaskKind
  readonly unitId: string
  readonly unitName: string
  readonly workerId: string | null
  readonly workerName: string | null
  /** The bit of the section it is about. */
  readonly section: number
  readonly dueAt: Date
  readonly sealedText: Buffer
  readonly state: TaskState
  readonly reason: string | null
  readonly sealedNote: Buffer | null
  readonly decisionId: string | null
  readonly createdBy: string
  readonly endedAt: Date | null
  readonly version: number
}

/** That somebody has something to do: neither what nor about what. */
export interface OutlineRow {
  readonly taskId: string
  readonly unitId: string
  readonly unitName: string
  readonly dueAt: Date
  readonly state: TaskState
}

/** A task that is being given. */
export type NewTask = Pick<
  TaskRow,
  | 'id'
  | 'caseId'
  | 'kind'
  | 'unitId'
  | 'workerId'
  | 'section'
  | 'dueAt'
  | 'sealedText'
  | 'decisionId'
> & { readonly at: Date }

const columns = `k.id, k.case_id AS "caseId", k.kind, k.unit_id AS "unitId", u.name AS "unitName",
  k.worker_id AS "workerId", w.display_name AS "workerName", k.section, k.due_at AS "dueAt",
  k.sealed_text AS "sealedText", k.state, k.reason, k.sealed_note AS "sealedNote",
  k.decision_id AS "decisionId", k.created_by AS "createdBy", k.ended_at AS "endedAt", k.version`
const from =
  'FROM team_task k JOIN unit u ON u.id = k.unit_id LEFT JOIN worker w ON w.id = k.worker_id'

// Everything open, and the latest that ended.
const ofCase = statement(
  'teams.tasks',
  `SELECT ${columns} ${from} WHERE k.case_id = $1
    ORDER BY k.state = 'open' DESC, CASE WHEN k.state = 'open' THEN k.due_at END,
             k.ended_at DESC, k.id LIMIT 200`,
)
// Given to somebody by name; the number is the team's, for the case may not be theirs to see.
const openOf = statement(
  'teams.open-tasks-of',
  `SELECT ${columns}, t.number AS "teamNumber" ${from} JOIN case_team t ON t.case_id = k.case_id
    WHERE k.worker_id = $1 AND k.state = 'open' ORDER BY k.due_at, k.id LIMIT $2`,
)
const one = statement('teams.task', `SELECT ${columns} ${from} WHERE k.id = $1`)
const outline = statement(
  'teams.outline',
  `SELECT o.task_id AS "taskId", o.unit_id AS "unitId", u.name AS "unitName", o.due_at AS "dueAt",
          o.state
     FROM guard.team_outline($1) o JOIN unit u ON u.id = o.unit_id ORDER BY o.due_at, o.task_id`,
)
const add = statement(
  'teams.add-task',
  `INSERT INTO team_task (id, case_id, kind, unit_id, worker_id, section, due_at, sealed_text,
                          decision_id, created_by, created_at)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
)
const end = statement(
  'teams.end-task',
  `UPDATE team_task SET state = $3, reason = $4, sealed_note = $5, ended_by = $6, ended_at = $7,
          version = version + 1
    WHERE id = $1 AND version = $2 AND state = 'open'`,
)

/** What is to be done on a team, inside the open transaction. */
@Injectable()
export class TaskRows {
  constructor(private readonly database: Database) {}

  /** Open tasks given to a worker by name, what is due first. */
  openOf(workerId: string, limit: number): Promise<(TaskRow & { readonly teamNumber: string })[]> {
    return this.database.query<TaskRow & { readonly teamNumber: string }>(openOf, [workerId, limit])
  }

  /** Those the actor may read. */
  ofCase(caseId: string): Promise<TaskRow[]> {
    return this.database.query<TaskRow>(ofCase, [caseId])
  }

  one(id: string): Promise<TaskRow | undefined> {
    return this.database.first<TaskRow>(one, [id])
  }

  /** All of them, by unit and day, for who is on the team. */
  outline(caseId: string): Promise<OutlineRow[]> {
    return this.database.query<OutlineRow>(outline, [caseId])
  }

  async add(actor: WorkerActor, task: NewTask): Promise<void> {
    await this.database.change(add, [
      task.id,
      task.caseId,
      task.kind,
      task.unitId,
      task.workerId,
      task.section,
      task.dueAt,
      task.sealedText,
      task.decisionId,
      actor.workerId,
      task.at,
    ])
  }

  /** False when it has changed since, or ended. */
  async end(
    actor: WorkerActor,
    id: string,
    version: number,
    how: {
      readonly state: Exclude<TaskState, 'open'>
      readonly reason: string | null
      readonly sealedNote: Buffer | null
      readonly at: Date
    },
  ): Promise<boolean> {
    const values = [id, version, how.state, how.reason, how.sealedNote, actor.workerId, how.at]
    return (await this.database.change(end, values)) === 1
  }
}
