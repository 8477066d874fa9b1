import { Injectable } from '@nestjs/common'
import type { Words } from '../../../platform/i18n/index.js'
import { statement } from '../../../platform/database/statement.js'
import { Database } from '../../../platform/database/transactions.js'
import type { Additions, FieldAddition, ValueAddition } from '../domain/additions.js'

const version = statement('forms.version', 'SELECT version FROM form_addition_version')
// One statement, so that the version is that of what is read with it. The last change of each counts,
// in the order in which each was added first.
const all = statement(
  'forms.additions',
  `SELECT (SELECT version FROM form_addition_version) AS version,
          (SELECT coalesce(json_agg(f.field ORDER BY f.first), '[]') FROM (
             SELECT min(a.id) AS first, (array_agg(json_build_object(
                      'form', a.form, 'code', a.code, 'kind', a.kind, 'list', a.list,
                      'label', a.label, 'hint', a.hint, 'isToComplete', a.to_complete,
                      'isRetired', a.retired) ORDER BY a.id DESC))[1] AS field
               FROM form_field_addition a GROUP BY a.form, a.code) f) AS fields,
          (SELECT coalesce(json_agg(v.value ORDER BY v.first), '[]') FROM (
             SELECT min(a.id) AS first, (array_agg(json_build_object(
                      'list', a.list, 'code', a.code, 'label', a.label,
                      'isRetired', a.retired) ORDER BY a.id DESC))[1] AS value
               FROM code_value_addition a GROUP BY a.list, a.code) v) AS values,
          (SELECT coalesce(json_object_agg(c.form, c.n), '{}') FROM (
             SELECT form, count(*)::int AS n FROM form_field_addition GROUP BY form) c) AS changes,
          (SELECT coalesce(json_object_agg(c.list, c.n), '{}') FROM (
             SELECT list, count(*)::int AS n FROM code_value_addition GROUP BY list) c) AS "listChanges"`,
)
const changesOf = statement(
  'forms.changes',
  `SELECT 'field' AS what, a.code, a.label, a.retired AS "isRetired", a.changed_at AS at,
          w.display_name AS by
     FROM form_field_addition a JOIN worker w ON w.id = a.changed_by WHERE a.form = $1
   UNION ALL
   SELECT 'value', a.list || ' / ' || a.code, a.label, a.retired, a.changed_at, w.display_name
     FROM code_value_addition a JOIN worker w ON w.id = a.changed_by WHERE a.list = ANY ($2)
   ORDER BY at DESC, code LIMIT 200`,
)
const addField = statement(
  'forms.add-field',
  `INSERT INTO form_field_addition
     (form, code, kind, list, label, hint, to_complete, retired, changed_by, changed_at)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
)
const addValue = statement(
  'forms.add-value',
  `INSERT INTO code_value_addition (list, code, label, retired, changed_by, changed_at)
   VALUES ($1, $2, $3, $4, $5, $6)`,
)

interface AllRow {
  readonly version: number
  readonly fields: readonly FieldAddition[]
  readonly values: readonly ValueAddition[]
  readonly changes: Readonly<Record<string, number>>
  readonly listChanges: Readonly<Record<string, number>>
}

/** Who changed something, and when. */
interface Change {
  readonly by: string
  readonly at: Date
}

/** One change of what was added to a form. */
export interface AdditionChange extends Change {
  readonly what: 'field' | 'value'
  readonly code: string
  readonly label: Words
  readonly isRetired: boolean
}

/** Reads and writes what was added to forms; every change is a row of its own. */
@Injectable()
export class FormAdditionRows {
  constructor(private readonly database: Database) {}

  /** Of all that was added: changes with every change. */
  async version(): Promise<number> {
    return (await this.database.first<{ version: number }>(version))?.version ?? 0
  }

  async all(): Promise<Additions> {
    const row = await this.database.first<AllRow>(all)
    return {
      version: row?.version ?? 0,
      fields: row?.fields ?? [],
      values: row?.values ?? [],
      changes: new Map(Object.entries(row?.changes ?? {})),
      listChanges: new Map(Object.entries(row?.listChanges ?? {})),
    }
  }

  /** The changes of a form and of these code lists, newest first. */
  changesOf(form: string, lists: readonly string[]): Promise<AdditionChange[]> {
    return this.database.query<AdditionChange>(changesOf, [form, lists])
  }

  async saveField(field: FieldAddition, { by, at }: Change): Promise<void> {
    await this.database.change(addField, [
      field.form,
      field.code,
      field.kind,
      field.list,
      field.label,
      field.hint,
      field.isToComplete,
      field.isRetired,
      by,
      at,
    ])
  }

  async saveValue(
    { list, code, label, isRetired }: ValueAddition,
    { by, at }: Change,
  ): Promise<void> {
    await this.database.change(addValue, [list, code, label, isRetired, by, at])
  }
}
