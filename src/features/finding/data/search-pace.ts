import { Injectable } from '@nestjs/common'
import { statement } from '../../../platform/database/statement.js'
import { Database } from '../../../platform/database/transactions.js'

const count = statement('finding.count-search', 'SELECT guard.count_search($1, $2, $3) AS counted')

/** How often somebody searches. */
@Injectable()
export class SearchPace {
  constructor(private readonly database: Database) {}

  /** Counts one search of the open transaction's actor; false where it is one too many. */
  async count(at: Date, perMinute: number, perDay: number): Promise<boolean> {
    const row = await this.database.first<{ counted: boolean }>(count, [at, perMinute, perDay])
    return row?.counted === true
  }
}
