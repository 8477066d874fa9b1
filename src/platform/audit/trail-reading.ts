import { Injectable } from '@nestjs/common'
import { statement } from '../database/statement.js'
import { Database } from '../database/transactions.js'
import { entryColumns } from './audit-rows.js'
import type { StoredEntry } from './entry.js'

/** A place in the trail, for reading on from it. */
export type TrailPlace = Pick<StoredEntry, 'generation' | 'xid' | 'id'>

const selectOfCase = statement(
  'audit.of-case',
  `SELECT ${entryColumns} FROM audit_entry
    WHERE case_id = $1 AND ($2::int IS NULL OR (generation, xid, id) < ($2, $3::xid8, $4::bigint))
    ORDER BY audit_entry.generation DESC, audit_entry.xid DESC, audit_entry.id DESC LIMIT $5`,
)

/** Reads the trail within the open transaction: row-level security says who may read what of it. */
@Injectable()
export class TrailReading {
  constructor(private readonly database: Database) {}

  /** Who did or read what in a case, newest first: for auditors and for those who manage the case. */
  ofCase(
    caseId: string,
    { limit, before }: { readonly limit: number; readonly before?: TrailPlace | undefined },
  ): Promise<StoredEntry[]> {
    return this.database.query<StoredEntry>(selectOfCase, [
      caseId,
      before?.generation ?? null,
      before?.xid ?? null,
      before?.id ?? null,
      limit,
    ])
  }
}
