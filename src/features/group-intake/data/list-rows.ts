import { Injectable } from '@nestjs/common'
import { statement } from '../../../platform/database/statement.js'
import { Database } from '../../../platform/database/transactions.js'
import type { PersonField } from '../domain/columns.js'

export const listSteps = ['columns', 'rows', 'facts', 'check', 'left-over'] as const

/** Where a list stands on its way; `left-over`: what could not be taken in. */
export type ListStep = (typeof listSteps)[number]

export interface ListRow {
  readonly id: string
  readonly workerId: string
  readonly groupId: string | null
  readonly sentAt: Date
  readonly expiresAt: Date
  readonly step: ListStep
  readonly sealed: Buffer
  readonly version: number
}

const columns = `id, worker_id AS "workerId", group_id AS "groupId", sent_at AS "sentAt",
  expires_at AS "expiresAt", step, sealed, version`

const add = statement(
  'groups.list-add',
  `INSERT INTO group_list (id, worker_id, unit_id, group_id, sent_at, expires_at, step, sealed)
   VALUES ($1, $2, $3, $4, $5, $6, 'columns', $7)`,
)
const find = statement(
  'groups.list-find',
  `SELECT ${columns} FROM group_list WHERE id = $1 AND worker_id = $2 AND expires_at > $3`,
)
const waiting = statement(
  'groups.lists-waiting',
  `SELECT id, group_id AS "groupId", sent_at AS "sentAt", expires_at AS "expiresAt", step
     FROM group_list WHERE worker_id = $1 AND expires_at > $2 ORDER BY sent_at DESC LIMIT 20`,
)
const move = statement(
  'groups.list-move',
  `UPDATE group_list SET step = $3, sealed = $4, version = version + 1
    WHERE id = $1 AND version = $2`,
)
const drop = statement('groups.list-drop', 'DELETE FROM group_list WHERE id = $1')
const forget = statement('groups.lists-forget', 'DELETE FROM group_list WHERE expires_at <= $1')
const remembered = statement(
  'groups.columns-remembered',
  `SELECT heading_mark AS mark, field FROM group_column
    WHERE unit_id = $1 AND heading_mark = ANY ($2::bytea[])`,
)
const remember = statement(
  'groups.columns-remember',
  `INSERT INTO group_column (unit_id, heading_mark, field)
   SELECT DISTINCT ON (c.mark) $1, c.mark, c.field
     FROM unnest($2::bytea[], $3::text[]) AS c (mark, field)
   ON CONFLICT (unit_id, heading_mark) DO UPDATE SET field = excluded.field`,
)

/** Lists on their way, inside the open transaction. */
@Injectable()
export class ListRows {
  constructor(private readonly database: Database) {}

  async add(row: Omit<ListRow, 'step' | 'version'> & { readonly unitId: string }): Promise<void> {
    await this.database.change(add, [
      row.id,
      row.workerId,
      row.unitId,
      row.groupId,
      row.sentAt,
      row.expiresAt,
      row.sealed,
    ])
  }

  find(id: string, workerId: string, now: Date): Promise<ListRow | undefined> {
    return this.database.first<ListRow>(find, [id, workerId, now])
  }

  waiting(
    workerId: string,
    now: Date,
  ): Promise<Omit<ListRow, 'workerId' | 'sealed' | 'version'>[]> {
    return this.database.query(waiting, [workerId, now])
  }

  /** False where it was moved meanwhile. */
  async move(
    { id, version }: Pick<ListRow, 'id' | 'version'>,
    step: ListStep,
    sealed: Buffer,
  ): Promise<boolean> {
    return (await this.database.change(move, [id, version, step, sealed])) === 1
  }

  async drop(id: string): Promise<void> {
    await this.database.change(drop, [id])
  }

  async forgetOld(now: Date): Promise<void> {
    await this.database.change(forget, [now])
  }

  /** For each heading what it held before: a field, null for nothing, undefined where unknown. */
  async remembered(
    unitId: string,
    marks: readonly Buffer[],
  ): Promise<(PersonField | null | undefined)[]> {
    const rows = await this.database.query<{ mark: Buffer; field: PersonField | null }>(
      remembered,
      [unitId, marks],
    )
    return marks.map((mark) => rows.find((row) => row.mark.equals(mark))?.field)
  }

  async remember(
    unitId: string,
    columns: readonly { readonly mark: Buffer; readonly field: PersonField | null }[],
  ): Promise<void> {
    await this.database.change(remember, [
      unitId,
      columns.map(({ mark }) => mark),
      columns.map(({ field }) => field),
    ])
  }
}
