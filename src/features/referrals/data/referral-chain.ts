import { Injectable } from '@nestjs/common'
import { statement } from '../../../platform/database/statement.js'
import { Database } from '../../../platform/database/transactions.js'
import type { ReferralStatus } from '../domain/referral-status.js'

/** The referral that took another's place. */
export interface Successor {
  readonly id: string
  readonly number: string
  readonly status: ReferralStatus
  readonly toUnitId: string | null
}

/** One of the referrals of a case, as a chain shows it. */
export interface ChainLink {
  readonly id: string
  readonly number: string
  readonly supersedesId: string | null
  readonly status: ReferralStatus
  readonly unitName: string | null
  readonly reason: string | null
  /** Begun; then sent, answered and ended as far as it got. */
  readonly createdAt: Date
  readonly sentAt: Date | null
  readonly endedAt: Date | null
}

const unitsAsked = statement(
  'referrals.units-asked',
  `WITH RECURSIVE before AS (
     SELECT id, to_unit_id, supersedes_id, 1 AS step FROM referral WHERE id = $1
     UNION ALL
     SELECT r.id, r.to_unit_id, r.supersedes_id, b.step + 1
       FROM before b JOIN referral r ON r.id = b.supersedes_id WHERE b.step < 50)
   SELECT DISTINCT to_unit_id AS id FROM before WHERE to_unit_id IS NOT NULL`,
)
const successor = statement(
  'referrals.successor',
  `SELECT id, number, status, to_unit_id AS "toUnitId" FROM referral
    WHERE supersedes_id = $1 AND status NOT IN ('cancelled', 'entered_in_error')
    ORDER BY status = 'draft', created_at DESC, id LIMIT 1`,
)
const ofCase = statement(
  'referrals.chain-links',
  `SELECT r.id, r.number, r.supersedes_id AS "supersedesId", r.status, t.name AS "unitName",
          r.reason, r.created_at AS "createdAt", r.sent_at AS "sentAt", r.ended_at AS "endedAt"
     FROM referral r
     LEFT JOIN unit t ON t.id = r.to_unit_id
    WHERE r.case_id = $1
    ORDER BY r.created_at, r.id LIMIT 200`,
)

/** Referrals that took each other's place, as far as the actor may see them. */
@Injectable()
export class ReferralChain {
  constructor(private readonly database: Database) {}

  /** The units that this referral and those before it were sent to. */
  async unitsAsked(referralId: string): Promise<string[]> {
    return (await this.database.query<{ id: string }>(unitsAsked, [referralId])).map(({ id }) => id)
  }

  /** What took its place, one that was sent before one that is still written at. */
  successor(referralId: string): Promise<Successor | undefined> {
    return this.database.first<Successor>(successor, [referralId])
  }

  /** Whatever a chain of this case can be made of, in the order in which it was begun. */
  ofCase(caseId: string): Promise<ChainLink[]> {
    return this.database.query<ChainLink>(ofCase, [caseId])
  }
}
