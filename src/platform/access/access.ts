import { Injectable } from '@nestjs/common'
import { statement } from '../database/statement.js'
import { Database } from '../database/transactions.js'
import type { CaseFacts, Grant } from './decide.js'

const facts = statement(
  'access.case-facts',
  `SELECT $1::uuid = ANY (guard.blocked_cases()) AS blocked,
          coalesce((SELECT c.sealed FROM cases c WHERE c.id = $1), false) AS sealed,
          coalesce((SELECT json_agg(json_build_object('reason', a.reason, 'sections', a.sections,
                      'mayWrite', a.may_write, 'validUntil', nullif(a.valid_until, 'infinity')))
                      FROM case_access a WHERE a.case_id = $1 AND a.valid_until > now()), '[]') AS grants`,
)

/** A grant as the database's JSON gives it. */
export interface GrantRow {
  readonly reason: Grant['reason']
  readonly sections: number
  readonly mayWrite: boolean
  readonly validUntil: string | null
}

// The last instant a Date can hold: a grant without an end.
const never = new Date(8_640_000_000_000_000)

/** Turns grants as the database's JSON gives them into what `decide` reads. */
export const grantsOf = (rows: readonly GrantRow[]): Grant[] =>
  rows.map(({ validUntil, ...grant }) => ({
    ...grant,
    validUntil: validUntil === null ? never : new Date(validUntil),
  }))

/** The facts about a case that `decide` asks for, as far as they concern the open transaction's actor. */
@Injectable()
export class Access {
  constructor(private readonly database: Database) {}

  async caseFacts(caseId: string): Promise<CaseFacts> {
    const row = await this.database.first<{
      blocked: boolean
      sealed: boolean
      grants: readonly GrantRow[]
    }>(facts, [caseId])
    return {
      blocked: row?.blocked ?? false,
      sealed: row?.sealed ?? false,
      grants: grantsOf(row?.grants ?? []),
    }
  }
}
