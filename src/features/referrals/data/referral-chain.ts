import { Injectable } from '@nestjs/common'
import { statement } from '../../../platform/database/statement.js'
import { Database } from '../../../platform/database/transactions.js'

const unitsAsked = statement(
  'referrals.units-asked',
  `WITH RECURSIVE before AS (
     SELECT id, to_unit_id, supersedes_id, 1 AS step FROM referral WHERE id = $1
     UNION ALL
     SELECT r.id, r.to_unit_id, r.supersedes_id, b.step + 1
       FROM before b JOIN referral r ON r.id = b.supersedes_id WHERE b.step < 50)
   SELECT DISTINCT to_unit_id AS id FROM before WHERE to_unit_id IS NOT NULL`,
)

/** Referrals that took each other's place, as far as the actor may see them. */
@Injectable()
export class ReferralChain {
  constructor(private readonly database: Database) {}

  /** The units that this referral and those before it were sent to. */
  async unitsAsked(referralId: string): Promise<string[]> {
    return (await this.database.query<{ id: string }>(unitsAsked, [referralId])).map(({ id }) => id)
  }
}
