import type { ClientBase } from 'pg'
import { communeColumns } from '../data/communes.js'
import { readList } from '../data/read-list.js'
import type { Commune } from '../domain/commune.js'
import { mergePlaces } from '../domain/merge-places.js'
import { readPlaces, type LineProblem } from '../domain/read-places.js'

/** What an import did, or would do; with problems it did nothing. */
export interface PlacesImported {
  readonly added: number
  readonly changed: number
  /** Lines that say what is known already. */
  readonly unchanged: number
  readonly problems: readonly LineProblem[]
}

const insert = `INSERT INTO commune
    (code, province_code, kind, name, name_en, valid_from, valid_until, replaced_by)
  SELECT code, province_code, kind, name, name_en, valid_from, valid_until, replaced_by
    FROM jsonb_to_recordset($1) AS r (code text, province_code text, kind text, name text,
         name_en text, valid_from date, valid_until date, replaced_by text[])`

const update = `UPDATE commune c
     SET name_en = r.name_en, valid_until = r.valid_until, replaced_by = r.replaced_by
    FROM jsonb_to_recordset($1) AS r (code text, name_en text, valid_from date, valid_until date,
         replaced_by text[])
   WHERE c.code = r.code AND c.valid_from = r.valid_from`

/**
 * Lays a list of communes over what is known, as the database's owner: all of it, or nothing where a
 * line does not fit. A dry run tells the same and keeps nothing.
 */
export const importPlaces = async (
  owner: ClientBase,
  file: Buffer,
  { at, isDryRun }: { readonly at: Date; readonly isDryRun: boolean },
): Promise<PlacesImported> => {
  const lines = readList(file)
  if (lines === null)
    return nothing([{ line: 1, problem: 'the file is no CSV in UTF-8: save it as “CSV UTF-8”' }])
  const { read, problems } = readPlaces(lines)
  if (problems.length > 0) return nothing(problems)

  await owner.query('BEGIN')
  try {
    // Of two imports at once the second sees what the first did.
    await owner.query('LOCK TABLE commune IN SHARE ROW EXCLUSIVE MODE')
    const known = await owner.query<Commune>(
      `SELECT ${communeColumns} FROM commune ORDER BY code, valid_from`,
    )
    const merged = mergePlaces(known.rows, read)
    if (merged.problems.length > 0) {
      await owner.query('ROLLBACK')
      return nothing(merged.problems)
    }
    const { added, changed } = merged
    if (!isDryRun && added.length + changed.length > 0) {
      // What ends first makes room for what begins: only one of a code stands.
      await owner.query(update, [rowsOf(changed)])
      await owner.query(insert, [rowsOf(added)])
      await owner.query(
        'INSERT INTO place_import (imported_at, added, changed) VALUES ($1, $2, $3)',
        [at, added.length, changed.length],
      )
    }
    await owner.query('COMMIT')
    const touched = new Set([...added, ...changed].map(keyOf))
    const unchanged = read.filter(({ commune }) => !touched.has(keyOf(commune))).length
    return { added: added.length, changed: changed.length, unchanged, problems: [] }
  } catch (error) {
    await owner.query('ROLLBACK')
    throw error
  }
}

const nothing = (problems: readonly LineProblem[]): PlacesImported => ({
  added: 0,
  changed: 0,
  unchanged: 0,
  problems,
})

const keyOf = ({ code, validFrom }: Commune): string => `${code} ${validFrom}`

const rowsOf = (communes: readonly Commune[]): string =>
  JSON.stringify(
    communes.map((commune) => ({
      code: commune.code,
      province_code: commune.provinceCode,
      kind: commune.kind,
      name: commune.name,
      name_en: commune.nameEn,
      valid_from: commune.validFrom,
      valid_until: commune.validUntil,
      replaced_by: commune.replacedBy,
    })),
  )
