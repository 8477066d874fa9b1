import { Injectable } from '@nestjs/common'
import type { CaseFacts } from '../../../platform/access/decide.js'
import { Sealer, type KeyRing } from '../../../platform/crypto/index.js'
import { statement } from '../../../platform/database/statement.js'
import { Database } from '../../../platform/database/transactions.js'
import { openContent, ringOf, type CaseContent } from './case-content.reader.js'
import {
  caseColumns,
  contentColumns,
  factsOf,
  standingColumns,
  type CaseRow,
  type ContentRow,
  type StandingRow,
} from './case-rows.js'

const fromCases =
  'FROM cases c JOIN unit u ON u.id = c.unit_id JOIN worker w ON w.id = c.lead_worker_id'

// Everything a case page shows, in one trip.
const open = statement(
  'cases.open',
  `SELECT ${caseColumns}, ${standingColumns}, ${contentColumns} ${fromCases} WHERE c.id = $1`,
)
// Who a case is shared with sees sections of it and not its row.
const content = statement('cases.content', `SELECT ${standingColumns}, ${contentColumns}`)
const row = statement(
  'cases.row',
  `SELECT ${caseColumns}, ${standingColumns} ${fromCases} WHERE c.id = $1`,
)
const numbers = statement(
  'cases.numbers',
  'SELECT id, number FROM cases WHERE id = ANY ($1::uuid[])',
)

/** A case with what the actor may see of it. */
export interface OpenedCase {
  readonly row: CaseRow
  readonly facts: CaseFacts
  readonly content: CaseContent
}

/** The sections of a case the actor may see, whether or not they see its row. */
export interface OpenedContent {
  readonly facts: CaseFacts
  readonly ring: KeyRing
  readonly content: CaseContent
}

/** Reads cases inside the open transaction; row-level security has already left out what is hidden. */
@Injectable()
export class CaseReader {
  constructor(
    private readonly database: Database,
    private readonly sealer: Sealer,
  ) {}

  /** The case with the sections of the mask, or undefined. */
  async open(caseId: string, mask: number): Promise<OpenedCase | undefined> {
    const found = await this.database.first<CaseRow & StandingRow & ContentRow>(open, [
      caseId,
      mask,
    ])
    if (found === undefined) return undefined
    const ring = ringOf(this.sealer, caseId, found)
    return {
      row: rowOf(found),
      facts: factsOf(found, found.sealed),
      content: openContent(ring, caseId, found),
    }
  }

  /** The sections of the mask, as far as they are the actor's to see. */
  async content(caseId: string, mask: number): Promise<OpenedContent> {
    const found = await this.database.first<StandingRow & ContentRow>(content, [caseId, mask])
    if (found === undefined) throw new Error('a SELECT without FROM gives one row')
    const ring = ringOf(this.sealer, caseId, found)
    return { facts: factsOf(found), ring, content: openContent(ring, caseId, found) }
  }

  /** The row of the case and the actor's standing in it, or undefined. */
  async row(caseId: string): Promise<{ row: CaseRow; facts: CaseFacts } | undefined> {
    const found = await this.database.first<CaseRow & StandingRow>(row, [caseId])
    return found && { row: rowOf(found), facts: factsOf(found, found.sealed) }
  }

  /** The numbers of those cases whose row the actor sees. */
  async numbers(caseIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    if (caseIds.length === 0) return new Map()
    const found = await this.database.query<{ id: string; number: string }>(numbers, [caseIds])
    return new Map(found.map(({ id, number }) => [id, number]))
  }
}

const rowOf = (found: CaseRow): CaseRow => ({
  id: found.id,
  number: found.number,
  unitId: found.unitId,
  unitName: found.unitName,
  leadWorkerId: found.leadWorkerId,
  leadName: found.leadName,
  status: found.status,
  step: found.step,
  riskLevel: found.riskLevel,
  immediateDanger: found.immediateDanger,
  sealed: found.sealed,
  ageBand: found.ageBand,
  sex: found.sex,
  language: found.language,
  provinceCode: found.provinceCode,
  commune: found.commune,
  openedAt: found.openedAt,
  updatedAt: found.updatedAt,
  version: found.version,
})
