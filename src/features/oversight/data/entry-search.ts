import { Injectable } from '@nestjs/common'
import { entryColumns, type Outcome, type StoredEntry } from '../../../platform/audit/index.js'
import { statement, type Statement } from '../../../platform/database/statement.js'
import { Database } from '../../../platform/database/transactions.js'

/** Which entries to find; what is left out narrows nothing. */
export interface EntrySearch {
  readonly caseId?: string | undefined
  readonly actorIds?: readonly string[] | undefined
  readonly action?: string | undefined
  readonly outcome?: Outcome | undefined
  /** From this instant on. */
  readonly from?: Date | undefined
  /** Before this instant. */
  readonly until?: Date | undefined
  /** Generation, xid and id of the last entry of the page before. */
  readonly before?: readonly [string, string, string] | undefined
}

const conditions = {
  caseId: (at: number) => `case_id = $${at}::uuid`,
  actorIds: (at: number) => `actor_id = ANY ($${at}::uuid[])`,
  action: (at: number) => `action = $${at}`,
  outcome: (at: number) => `outcome = $${at}`,
  from: (at: number) => `at >= $${at}`,
  until: (at: number) => `at < $${at}`,
  before: (at: number) =>
    `(generation, xid, id) < (($${at}::text[])[1]::int, ($${at}::text[])[2]::xid8, ($${at}::text[])[3]::bigint)`,
} as const satisfies Record<keyof EntrySearch, (at: number) => string>

const names = Object.keys(conditions) as (keyof EntrySearch)[]

// One statement for each set of filters, so that each is planned by what it really asks.
const statementFor = (given: readonly (keyof EntrySearch)[]): Statement =>
  statement(
    ['oversight.find', ...given].join('.'),
    `SELECT ${entryColumns} FROM audit_entry
      WHERE ${['true', ...given.map((name, index) => conditions[name](index + 2))].join(' AND ')}
      ORDER BY audit_entry.generation DESC, audit_entry.xid DESC, audit_entry.id DESC LIMIT $1`,
  )

const selectCases = statement(
  'oversight.audited-cases',
  'SELECT id, number FROM guard.audited_cases($1, $2)',
)

const selectWorkers = statement(
  'oversight.worker-by-login',
  'SELECT id FROM worker WHERE lower(login) = lower($1)',
)

const selectUnsigned = statement(
  'oversight.unsigned',
  `SELECT count(*)::int AS entries, min(at) AS since FROM audit_entry
    WHERE (generation, xid) >= ($1::int, $2::xid8)`,
)

/** Finds entries, newest first, within the auditor's open transaction. */
@Injectable()
export class EntryRows {
  constructor(private readonly database: Database) {}

  find(search: EntrySearch, limit: number): Promise<StoredEntry[]> {
    const given = names.filter((name) => search[name] !== undefined)
    return this.database.query<StoredEntry>(statementFor(given), [
      limit,
      ...given.map((name) => search[name]),
    ])
  }

  async caseIdOf(number: string): Promise<string | undefined> {
    return (await this.database.first<{ id: string }>(selectCases, [[], number]))?.id
  }

  async caseNumbers(ids: readonly string[]): Promise<Map<string, string>> {
    const rows = await this.database.query<{ id: string; number: string }>(selectCases, [ids, null])
    return new Map(rows.map(({ id, number }) => [id, number]))
  }

  async workerIdOf(login: string): Promise<string | undefined> {
    return (await this.database.first<{ id: string }>(selectWorkers, [login]))?.id
  }

  /** What waits behind the end of the last batch. */
  async unsigned(
    generation: number,
    toXid: string,
  ): Promise<{ readonly entries: number; readonly since: Date | null }> {
    const row = await this.database.first<{ entries: number; since: Date | null }>(selectUnsigned, [
      generation,
      toXid,
    ])
    return row ?? { entries: 0, since: null }
  }
}
