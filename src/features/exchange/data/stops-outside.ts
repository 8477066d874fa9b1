import { Injectable } from '@nestjs/common'
import { statement } from '../../../platform/database/statement.js'
import { Database } from '../../../platform/database/transactions.js'

const project = statement('exchange.project-consent', 'SELECT guard.project_consent($1)')
const ofConsent = statement(
  'exchange.stops-of-consent',
  `SELECT n.referral_id AS "referralId", n.case_id AS "caseId"
     FROM stop_notice n
     JOIN referral r ON r.id = n.referral_id
     JOIN unit t ON t.id = r.to_unit_id
    WHERE n.consent_id = $1 AND n.acknowledged_at IS NULL AND NOT t.on_ben_an
    ORDER BY n.referral_id`,
)
const isOpen = statement(
  'exchange.stop-is-open',
  `SELECT FROM stop_notice n
     JOIN referral r ON r.id = n.referral_id
     JOIN unit t ON t.id = r.to_unit_id
    WHERE n.referral_id = $1 AND n.acknowledged_at IS NULL AND NOT t.on_ben_an LIMIT 1`,
)

/** Notices of what to stop that nobody reads where they are for; for the service's own work. */
@Injectable()
export class StopsOutside {
  constructor(private readonly database: Database) {}

  /** Those of a consent that has ended, also where its own clock has not rung yet. */
  async ofConsent(consentId: string): Promise<{ referralId: string; caseId: string }[]> {
    await this.database.query(project, [consentId])
    return this.database.query(ofConsent, [consentId])
  }

  /** Whether somebody still has to call the unit of this referral. */
  async isOpen(referralId: string): Promise<boolean> {
    return (await this.database.first(isOpen, [referralId])) !== undefined
  }
}
