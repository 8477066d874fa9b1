import { Injectable } from '@nestjs/common'
import { statement } from '../../../platform/database/statement.js'
import { Database } from '../../../platform/database/transactions.js'
import type { AdulthoodDecision, PersonWants } from '../domain/decision.js'

export interface DecisionRow {
  readonly id: string
  readonly decision: AdulthoodDecision
  readonly personWants: PersonWants
  readonly sealedNote: Buffer | null
  readonly decidedByName: string
  readonly decidedAt: Date
}

const ofCase = statement(
  'adulthood.of-case',
  `SELECT d.id, d.decision, d.person_wants AS "personWants", d.sealed_note AS "sealedNote",
          w.display_name AS "decidedByName", d.decided_at AS "decidedAt"
     FROM adulthood_decision d JOIN worker w ON w.id = d.decided_by
    WHERE d.case_id = $1 ORDER BY d.decided_at DESC, d.id`,
)
const add = statement(
  'adulthood.add',
  `INSERT INTO adulthood_decision (id, case_id, decision, person_wants, sealed_note, decided_by,
                                   decided_at)
   VALUES ($1, $2, $3, $4, $5, $6, $7)`,
)
const undecided = statement(
  'adulthood.undecided',
  `SELECT c.id AS "caseId", c.number
     FROM guard.comes_of_age() t JOIN cases c ON c.id = t.case_id
    WHERE NOT EXISTS (SELECT FROM adulthood_decision d WHERE d.case_id = c.id)
    ORDER BY t.told_at, c.id LIMIT $1`,
)
const parties = statement(
  'adulthood.parties',
  `SELECT lead_worker_id AS "leadId", is_open AS "isOpen" FROM guard.case_parties($1)`,
)

/** Somebody who comes of age, and for whom nothing is decided yet. */
export interface UndecidedRow {
  readonly caseId: string
  readonly number: string
}

/** What was decided, inside the open transaction. */
@Injectable()
export class DecisionRows {
  constructor(private readonly database: Database) {}

  /** The newest first. */
  ofCase(caseId: string): Promise<DecisionRow[]> {
    return this.database.query<DecisionRow>(ofCase, [caseId])
  }

  /** Among the cases the actor leads; up to `limit`, told of longest ago first. */
  undecided(limit: number): Promise<UndecidedRow[]> {
    return this.database.query<UndecidedRow>(undecided, [limit])
  }

  async add(
    caseId: string,
    row: Pick<DecisionRow, 'id' | 'decision' | 'personWants' | 'sealedNote'>,
    by: string,
    at: Date,
  ): Promise<void> {
    const { id, decision, personWants, sealedNote } = row
    await this.database.change(add, [id, caseId, decision, personWants, sealedNote, by, at])
  }

  /** For the service: who leads the case, and whether it is open. */
  parties(caseId: string): Promise<{ leadId: string; isOpen: boolean } | undefined> {
    return this.database.first(parties, [caseId])
  }
}
