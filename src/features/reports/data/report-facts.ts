import { Injectable } from '@nestjs/common'
import { statement } from '../../../platform/database/statement.js'
import { Database } from '../../../platform/database/transactions.js'

// Drafts are nobody's business yet. A referral counts for the unit that sent it, also after its case
// has moved to another. Several workers may read one referral at once and write in any
// order: the newest reading stays.
const factsOf = (which: string): string => `
  INSERT INTO report_referral AS f (referral_id, version, from_unit_id, to_unit_id, service, urgency,
    status, sent_at, answer_due_at, first_answer_at, ended_at)
  SELECT r.id, r.version, coalesce(r.sent_by_unit_id, r.from_unit_id), r.to_unit_id, r.service, r.urgency,
         r.status, r.sent_at, r.answer_due_at, r.answered_at, r.ended_at
    FROM referral r
   WHERE r.sent_at IS NOT NULL AND ${which}
  ON CONFLICT (referral_id) DO UPDATE SET version = excluded.version, status = excluded.status,
    urgency = excluded.urgency, answer_due_at = excluded.answer_due_at,
    first_answer_at = excluded.first_answer_at, ended_at = excluded.ended_at
  WHERE f.version <= excluded.version`

const takeIn = statement('reports.take-in', factsOf('r.id = $1'))
const takeInAll = statement('reports.take-in-all', factsOf('true'))

// Whoever takes a referral in meanwhile waits for the end, and then adds what is newer.
const holdBack = statement(
  'reports.hold-back',
  'LOCK TABLE report_referral IN SHARE ROW EXCLUSIVE MODE',
)
const takeYourTime = statement(
  'reports.take-your-time',
  `SELECT set_config('statement_timeout', '0', true)`,
)
const forgetFacts = statement('reports.forget-facts', 'DELETE FROM report_referral')
// The facts took their counts along; what is left is wrong.
const forgetWeeks = statement('reports.forget-weeks', 'DELETE FROM report_week')
const forgetAnswers = statement('reports.forget-answers', 'DELETE FROM report_answers')

/** Writes the facts behind the figures; the database counts them in the same transaction. For the system. */
@Injectable()
export class ReportFacts {
  constructor(private readonly database: Database) {}

  /** Reads one referral anew. */
  async takeIn(referralId: string): Promise<void> {
    await this.database.change(takeIn, [referralId])
  }

  /** Forgets everything and reads every referral anew; gives their number. */
  async rebuild(): Promise<number> {
    await this.database.query(takeYourTime)
    await this.database.query(holdBack)
    await this.database.change(forgetFacts)
    await this.database.change(forgetWeeks)
    await this.database.change(forgetAnswers)
    return this.database.change(takeInAll)
  }
}
