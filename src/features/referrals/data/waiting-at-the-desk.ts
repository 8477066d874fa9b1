import { Injectable } from '@nestjs/common'
import { statement } from '../../../platform/database/statement.js'
import { Database } from '../../../platform/database/transactions.js'
import { DeskCount } from '../../../platform/web/desk-count.js'

const waiting = statement(
  'referrals.waiting-at-the-desk',
  `SELECT count(*)::int AS count FROM (
     SELECT FROM referral WHERE to_unit_id = $1 AND status = 'requested' LIMIT 100) seen`,
)

/** The number beside the list of referrals; asked with every page, it counts to 100. */
@Injectable()
export class WaitingAtTheDesk extends DeskCount {
  constructor(private readonly database: Database) {
    super()
  }

  async ofUnit(unitId: string): Promise<number> {
    return (await this.database.first<{ count: number }>(waiting, [unitId]))?.count ?? 0
  }
}
