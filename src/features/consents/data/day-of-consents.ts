import { Injectable } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { statement } from '../../../platform/database/statement.js'
import { Database } from '../../../platform/database/transactions.js'
import type { RiskLevel } from '../../cases/index.js'

/** What is to be done about a consent: ask for one, ask anew before it ends, approve going without. */
export interface DayConsentRow {
  readonly what: 'ask' | 'ending' | 'approve'
  /** Of the consent or the exception; of the case while there is none. */
  readonly id: string
  readonly caseId: string
  readonly number: string
  readonly riskLevel: RiskLevel
  readonly unitId: string | null
  readonly unitName: string | null
  readonly due: Date | null
  readonly since: Date
}

// The cases one leads are few; a week before a consent ends there is time to see the person.
const ofToday = statement(
  'consents.of-today',
  `SELECT q.*, u.name AS "unitName" FROM (
     (SELECT 'ask' AS what, c.id, c.id AS "caseId", c.number, c.risk_level AS "riskLevel",
             NULL::uuid AS "unitId", NULL::timestamptz AS due, c.opened_at AS since
        FROM cases c
       WHERE c.lead_worker_id = $1 AND c.status = 'open'
         AND NOT EXISTS (SELECT FROM consent k WHERE k.case_id = c.id)
       ORDER BY c.risk_level = 'high' DESC, c.opened_at LIMIT $4)
     UNION ALL
     (SELECT 'ending', k.id, c.id, c.number, c.risk_level, k.recipient_unit_id, k.valid_until,
             k.created_at
        FROM cases c JOIN consent k ON k.case_id = c.id
       WHERE c.lead_worker_id = $1 AND c.status = 'open' AND k.withdrawn_at IS NULL
         AND k.valid_until > $2 AND k.valid_until <= $2::timestamptz + interval '7 days'
       ORDER BY k.valid_until LIMIT $4)
     UNION ALL
     (SELECT 'approve', e.id, c.id, c.number, c.risk_level, e.recipient_unit_id, NULL, e.recorded_at
        FROM sharing_exception e JOIN cases c ON c.id = e.case_id
       WHERE $5 AND e.unit_id = $3 AND e.approval = 'pending' AND e.recorded_by <> $1
       ORDER BY e.recorded_at LIMIT $4)) q
   LEFT JOIN unit u ON u.id = q."unitId"`,
)

/** What consents ask of a worker today, inside the open transaction. */
@Injectable()
export class DayOfConsents {
  constructor(private readonly database: Database) {}

  /** Up to `limit` of each. */
  of(actor: WorkerActor, now: Date, limit: number): Promise<DayConsentRow[]> {
    const supervises = actor.roles.includes('supervisor')
    const values = [actor.workerId, now, actor.unitId, limit, supervises]
    return this.database.query<DayConsentRow>(ofToday, values)
  }
}
