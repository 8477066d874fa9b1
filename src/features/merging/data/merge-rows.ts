import { Injectable } from '@nestjs/common'
import { statement } from '../../../platform/database/statement.js'
import { Database } from '../../../platform/database/transactions.js'
import type { MergeHindrance } from '../domain/merge.js'

export interface MergeRow {
  readonly id: string
  readonly mainId: string
  readonly duplicateId: string
  readonly mergedById: string
  readonly mergedByName: string
  readonly mergedAt: Date
  readonly oldLeadId: string
  readonly undoneById: string | null
  readonly undoneByName: string | null
  readonly undoneAt: Date | null
  readonly version: number
}

const columns = `m.id, m.main_id AS "mainId", m.duplicate_id AS "duplicateId",
  m.merged_by AS "mergedById", w.display_name AS "mergedByName", m.merged_at AS "mergedAt",
  m.old_lead_id AS "oldLeadId", m.undone_by AS "undoneById", u.display_name AS "undoneByName",
  m.undone_at AS "undoneAt", m.version
  FROM case_merge m JOIN worker w ON w.id = m.merged_by LEFT JOIN worker u ON u.id = m.undone_by`

const ofCase = statement(
  'merging.of-case',
  `SELECT ${columns} WHERE m.main_id = $1 OR m.duplicate_id = $1 ORDER BY m.merged_at DESC, m.id`,
)
const one = statement('merging.one', `SELECT ${columns} WHERE m.id = $1`)
const byNumber = statement('merging.case-by-number', 'SELECT id FROM cases WHERE number = $1')
const recorded = statement('merging.recorded', 'SELECT guard.sections_recorded($1) AS mask')
const merge = statement('merging.merge', 'SELECT guard.merge_cases($1, $2, $3, $4) AS outcome')
const undo = statement('merging.undo', 'SELECT guard.undo_merge($1, $2, $3) AS outcome')
const parties = statement(
  'merging.parties',
  'SELECT lead_worker_id AS "leadId" FROM guard.case_parties($1)',
)

/** Stored merges, inside the open transaction. */
@Injectable()
export class MergeRows {
  constructor(private readonly database: Database) {}

  /** Of either side, the newest first. */
  ofCase(caseId: string): Promise<MergeRow[]> {
    return this.database.query<MergeRow>(ofCase, [caseId])
  }

  one(id: string): Promise<MergeRow | undefined> {
    return this.database.first<MergeRow>(one, [id])
  }

  async caseByNumber(number: string): Promise<string | null> {
    return (await this.database.first<{ id: string }>(byNumber, [number]))?.id ?? null
  }

  /** Mask of the sections in which something is recorded. */
  async sectionsRecorded(caseId: string): Promise<number> {
    return (await this.database.first<{ mask: number }>(recorded, [caseId]))?.mask ?? 0
  }

  async merge(
    id: string,
    mainId: string,
    duplicateId: string,
    at: Date,
  ): Promise<MergeHindrance | 'merged' | 'hidden'> {
    const row = await this.database.first<{ outcome: MergeHindrance | 'merged' | 'hidden' }>(
      merge,
      [id, mainId, duplicateId, at],
    )
    return row?.outcome ?? 'hidden'
  }

  async undo(id: string, version: number, at: Date): Promise<'undone' | 'hidden' | 'stale'> {
    const row = await this.database.first<{ outcome: 'undone' | 'hidden' | 'stale' }>(undo, [
      id,
      version,
      at,
    ])
    return row?.outcome ?? 'hidden'
  }

  /** For the service: who leads the case. */
  async lead(caseId: string): Promise<string | null> {
    return (await this.database.first<{ leadId: string }>(parties, [caseId]))?.leadId ?? null
  }
}
