import { Injectable } from '@nestjs/common'
import { bitOf, type Section } from '../../../platform/access/sections.js'
import { statement } from '../../../platform/database/statement.js'
import { Database } from '../../../platform/database/transactions.js'
import type { FormValues } from '../../forms/index.js'
import type { RecordSource, RemovalReason } from '../domain/record-source.js'

const mostVersions = 500

const versions = statement(
  'records.history',
  `SELECT h.source, h.row_id AS "rowId", h.form, h.version, h.codes, h.sealed,
          h.replaced_at AS at, w.display_name AS by, h.removed_reason AS "removedReason"
     FROM section_history h LEFT JOIN worker w ON w.id = h.replaced_by
    WHERE h.case_id = $1 AND h.section = $2 ORDER BY h.id DESC LIMIT ${mostVersions}`,
)
const added = statement(
  'records.added',
  `SELECT r.id, r.form, r.created_at AS at, w.display_name AS by
     FROM section_record r JOIN worker w ON w.id = r.created_by
    WHERE r.case_id = $1 AND r.section = $2`,
)

/** What stood somewhere until it was written anew or taken away, still sealed. */
export interface EarlierVersion {
  readonly source: RecordSource
  /** Null for the section's own text. */
  readonly rowId: string | null
  readonly form: string | null
  readonly version: number
  readonly codes: Readonly<Record<string, FormValues[string] | null>>
  readonly sealed: Buffer | null
  /** When it was replaced, and by whom; null where the service did it. */
  readonly at: Date
  readonly by: string | null
  readonly removedReason: RemovalReason | null
}

/** When a record that is still there was added. */
export interface AddedRecord {
  readonly id: string
  readonly form: string
  readonly at: Date
  readonly by: string
}

/** Reads what the database kept of a section, for who manages the case. */
@Injectable()
export class HistoryRows {
  constructor(private readonly database: Database) {}

  /** Newest first; the oldest of very many are left out. */
  versions(caseId: string, section: Section): Promise<EarlierVersion[]> {
    return this.database.query<EarlierVersion>(versions, [caseId, bitOf(section)])
  }

  added(caseId: string, section: Section): Promise<AddedRecord[]> {
    return this.database.query<AddedRecord>(added, [caseId, bitOf(section)])
  }
}
