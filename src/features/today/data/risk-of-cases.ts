import { Injectable } from '@nestjs/common'
import { statement } from '../../../platform/database/statement.js'
import { Database } from '../../../platform/database/transactions.js'

const atHighRisk = statement(
  'today.at-high-risk',
  `SELECT id FROM cases WHERE id = ANY ($1::uuid[]) AND risk_level = 'high'`,
)

/** Which cases are pressing; of whose row the actor does not see, nothing is said. */
@Injectable()
export class RiskOfCases {
  constructor(private readonly database: Database) {}

  async high(caseIds: readonly string[]): Promise<ReadonlySet<string>> {
    if (caseIds.length === 0) return new Set()
    const rows = await this.database.query<{ id: string }>(atHighRisk, [caseIds])
    return new Set(rows.map(({ id }) => id))
  }
}
