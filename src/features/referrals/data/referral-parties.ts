import { Injectable } from '@nestjs/common'
import type { ReferralFacts } from '../../../platform/access/decide.js'
import { statement } from '../../../platform/database/statement.js'
import { Database } from '../../../platform/database/transactions.js'
import type { ReferralStatus } from '../domain/referral-status.js'
import type { Urgency } from '../domain/urgency.js'

/** Who has to do with a referral now; ids only. */
export interface ReferralParties extends ReferralFacts {
  readonly id: string
  readonly caseId: string
  readonly status: ReferralStatus
  readonly fromWorkerId: string
  readonly urgency: Urgency | null
}

const columns = `id, case_id AS "caseId", status, from_unit_id AS "fromUnitId",
  from_worker_id AS "fromWorkerId", to_unit_id AS "toUnitId", handler_id AS "handlerId",
  claimed_by AS "claimedBy", urgency`

const one = statement('referrals.parties', `SELECT ${columns} FROM referral WHERE id = $1`)
const onConsent = statement(
  'referrals.parties-on-consent',
  `SELECT ${columns} FROM referral
    WHERE ((consent_id = $1 OR id IN (SELECT s.referral_id FROM referral_share s WHERE s.consent_id = $1))
           AND status IN ('accepted', 'in_progress', 'on_hold'))
       OR id IN (SELECT n.referral_id FROM stop_notice n WHERE n.consent_id = $1)`,
)

/** The parties of referrals, for the service's own work. */
@Injectable()
export class PartiesRepository {
  constructor(private readonly database: Database) {}

  of(referralId: string): Promise<ReferralParties | undefined> {
    return this.database.first<ReferralParties>(one, [referralId])
  }

  /** The referrals under way that stand on this consent, and those told to stop because of it. */
  standingOn(consentId: string): Promise<ReferralParties[]> {
    return this.database.query<ReferralParties>(onConsent, [consentId])
  }
}
