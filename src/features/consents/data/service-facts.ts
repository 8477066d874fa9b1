import { Injectable } from '@nestjs/common'
import { statement } from '../../../platform/database/statement.js'
import { Database } from '../../../platform/database/transactions.js'

/** What the service may know of a consent: ids and times. */
export interface ConsentFactsRow {
  readonly caseId: string
  readonly leadId: string
  readonly validUntil: Date
  /** Taken back, or never in force. */
  readonly withdrawn: boolean
  /** A later consent covers all of it. */
  readonly replaced: boolean
}

const consentFacts = statement(
  'consents.service-facts',
  `SELECT case_id AS "caseId", lead_id AS "leadId", valid_until AS "validUntil", withdrawn, replaced
     FROM guard.consent_facts($1)`,
)
const leadOf = statement('consents.lead-of', 'SELECT guard.lead_of($1) AS "leadId"')
// Enough to be sure that somebody looks; not the whole country.
const reviewers = statement(
  'consents.reviewers',
  `SELECT w.id FROM worker w
    WHERE w.active AND 'safeguarding-reviewer' = ANY (w.roles) AND w.unit_id <> $1
    ORDER BY w.id LIMIT 50`,
)

/** For the service's own work, which sees neither consents nor cases. */
@Injectable()
export class ServiceFacts {
  constructor(private readonly database: Database) {}

  consent(id: string): Promise<ConsentFactsRow | undefined> {
    return this.database.first<ConsentFactsRow>(consentFacts, [id])
  }

  async leadOf(caseId: string): Promise<string | null> {
    return (await this.database.first<{ leadId: string | null }>(leadOf, [caseId]))?.leadId ?? null
  }

  /** Safeguarding reviewers of other units than this. */
  async reviewersBeside(unitId: string): Promise<string[]> {
    return (await this.database.query<{ id: string }>(reviewers, [unitId])).map(({ id }) => id)
  }
}
