import { Injectable } from '@nestjs/common'
import { statement } from '../../../platform/database/statement.js'
import { Database } from '../../../platform/database/transactions.js'

/** Who answers for a case now, and when its person is to be seen. */
export interface PartiesOfCase {
  readonly unitId: string
  readonly leadId: string
  readonly isOpen: boolean
  readonly contactDueAt: Date | null
}

const parties = statement(
  'planning.case-parties',
  `SELECT p.unit_id AS "unitId", p.lead_worker_id AS "leadId", p.is_open AS "isOpen",
          d.contact_due_at AS "contactDueAt"
     FROM guard.case_parties($1) p LEFT JOIN case_due d ON d.case_id = $1`,
)

/** For the service, which sees no case. */
@Injectable()
export class CaseParties {
  constructor(private readonly database: Database) {}

  of(caseId: string): Promise<PartiesOfCase | undefined> {
    return this.database.first<PartiesOfCase>(parties, [caseId])
  }
}
