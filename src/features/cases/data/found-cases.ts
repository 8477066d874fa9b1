import { Injectable } from '@nestjs/common'
import type { CaseFacts } from '../../../platform/access/decide.js'
import { sections, type Section } from '../../../platform/access/sections.js'
import { Sealer } from '../../../platform/crypto/index.js'
import { statement } from '../../../platform/database/statement.js'
import { Database } from '../../../platform/database/transactions.js'
import { askedKeys, type Findable } from '../domain/search-keys.js'
import { openContent, ringOf, type CaseContent } from './case-content.reader.js'
import {
  caseColumns,
  contentColumns,
  factsOf,
  type CaseRow,
  type ContentRow,
  type StandingRow,
} from './case-rows.js'
import { SearchKeys } from './search-keys.js'

const places = statement(
  'found-cases.places',
  `SELECT case_id AS "caseId", section FROM guard.find_places($1, $2, $3)`,
)
const byNumbers = statement(
  'found-cases.by-numbers',
  'SELECT id FROM cases WHERE number = ANY ($1::text[]) ORDER BY number DESC',
)
// Blocks are looked up once for all, not for each.
const open = statement(
  'found-cases.open',
  `SELECT x.id AS "caseId", to_jsonb(r) AS row, x.id = ANY (b.blocked) AS blocked,
          (SELECT json_agg(json_build_object('reason', a.reason, 'sections', a.sections,
                    'mayWrite', a.may_write, 'validUntil', nullif(a.valid_until, 'infinity')))
             FROM case_access a WHERE a.case_id = x.id AND a.valid_until > now()) AS grants,
          ${contentColumns.replaceAll('$1', 'x.id')}
     FROM (SELECT guard.blocked_cases() AS blocked) b,
          unnest($1::uuid[]) WITH ORDINALITY x (id, place)
     LEFT JOIN (SELECT ${caseColumns}
                  FROM cases c JOIN unit u ON u.id = c.unit_id JOIN worker w ON w.id = c.lead_worker_id
                 WHERE c.id = ANY ($1::uuid[])) r ON r.id = x.id
    ORDER BY x.place`,
)

/** A case in which something that was looked for may stand. */
export interface CandidateCase {
  readonly caseId: string
  /** Null for whom only a part is shared with. */
  readonly row: CaseRow | null
  readonly facts: CaseFacts
  readonly content: CaseContent
}

/** Finds cases of the open transaction's actor by number and by keyed tokens, and opens them. */
@Injectable()
export class FoundCases {
  constructor(
    private readonly database: Database,
    private readonly sealer: Sealer,
    private readonly keys: SearchKeys,
  ) {}

  /**
   * Where the most of what is asked for stands: up to `most` places in cases and sections that the
   * actor may see, the likeliest first.
   */
  async places(
    asked: Findable,
    most: number,
  ): Promise<{ readonly caseId: string; readonly section: Section }[]> {
    const keys = askedKeys(asked)
    if (keys.length === 0) return []
    const found = await this.database.query<{ caseId: string; section: number }>(places, [
      keys.map((key) => String(this.keys.tokenOf(key))),
      keys.map(({ weight }) => weight),
      most,
    ])
    return found.flatMap(({ caseId, section: bit }) => {
      const section = sections[bit]
      return section === undefined ? [] : [{ caseId, section }]
    })
  }

  /** Those of the numbers whose case the actor manages, the latest first. */
  async byNumbers(numbers: readonly string[]): Promise<string[]> {
    if (numbers.length === 0) return []
    const found = await this.database.query<{ id: string }>(byNumbers, [numbers])
    return found.map(({ id }) => id)
  }

  /** The cases with the sections of the mask, as far as they are the actor's to see. */
  async open(caseIds: readonly string[], mask: number): Promise<CandidateCase[]> {
    if (caseIds.length === 0) return []
    const found = await this.database.query<
      { caseId: string; row: JsonRow | null } & StandingRow & ContentRow
    >(open, [caseIds, mask])
    return found.map(({ caseId, row, ...rest }) => ({
      caseId,
      row: row === null ? null : rowOf(row),
      facts: factsOf(rest, row?.sealed),
      content: openContent(ringOf(this.sealer, caseId, rest), caseId, rest),
    }))
  }
}

/** A row that came as JSON: its times are text. */
type JsonRow = Omit<CaseRow, 'openedAt' | 'updatedAt'> & {
  readonly openedAt: string
  readonly updatedAt: string
}

const rowOf = (row: JsonRow): CaseRow => ({
  ...row,
  openedAt: new Date(row.openedAt),
  updatedAt: new Date(row.updatedAt),
})
