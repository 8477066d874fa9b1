import { Injectable } from '@nestjs/common'
import { statement } from '../../../platform/database/statement.js'
import { Database } from '../../../platform/database/transactions.js'
import { newestFirst } from '../../timeline/index.js'

/** Something that happened to a referral of the case. */
export interface ReferralTimelineRow {
  readonly id: string
  readonly at: Date
  readonly kind: string
  readonly referralId: string
  readonly number: string
  readonly unitName: string | null
  readonly byName: string | null
}

const ofCase = statement(
  'referrals.timeline',
  `SELECT e.id, date_trunc('milliseconds', e.at) AS at, e.kind, r.id AS "referralId", r.number,
          t.name AS "unitName", w.display_name AS "byName"
     FROM referral r
     JOIN referral_event e ON e.referral_id = r.id
     LEFT JOIN worker w ON w.id = e.actor_id
     LEFT JOIN unit t ON t.id = r.to_unit_id
    WHERE r.case_id = $1 ${newestFirst('e.at', 'e.id')}`,
)

/** What happened to the referrals of a case, before a place of its timeline. */
@Injectable()
export class ReferralTimelineRows {
  constructor(private readonly database: Database) {}

  before(place: readonly unknown[]): Promise<ReferralTimelineRow[]> {
    return this.database.query<ReferralTimelineRow>(ofCase, place)
  }
}
