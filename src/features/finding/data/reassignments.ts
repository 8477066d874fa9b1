import { Injectable } from '@nestjs/common'
import { statement } from '../../../platform/database/statement.js'
import { Database } from '../../../platform/database/transactions.js'
import type { ReassignState } from '../domain/reassignment.js'

const insert = statement(
  'finding.reassign-insert',
  `INSERT INTO bulk_reassign (id, unit_id, requested_by, to_worker_id, requested_at)
   VALUES ($1, $2, $3, $4, $5)`,
)
const insertLines = statement(
  'finding.reassign-insert-lines',
  `INSERT INTO bulk_reassign_line (id, bulk_id, case_id, position, from_worker_id)
   SELECT gen_random_uuid(), $1, l.case_id, l.position, l.lead
     FROM unnest($2::uuid[], $3::uuid[]) WITH ORDINALITY l (case_id, lead, position)`,
)
const find = statement(
  'finding.reassign-find',
  `SELECT b.id, b.unit_id AS "unitId", b.requested_by AS "requestedBy",
          b.to_worker_id AS "toWorkerId", b.requested_at AS "requestedAt",
          w.display_name AS "toName"
     FROM bulk_reassign b JOIN worker w ON w.id = b.to_worker_id WHERE b.id = $1`,
)
// The number is for who still manages the case.
const lines = statement(
  'finding.reassign-lines',
  `SELECT l.id, l.case_id AS "caseId", c.number, l.state, l.done_at AS "doneAt"
     FROM bulk_reassign_line l LEFT JOIN cases c ON c.id = l.case_id
    WHERE l.bulk_id = $1 ORDER BY l.position`,
)
const waiting = statement(
  'finding.reassign-waiting',
  `SELECT id, case_id AS "caseId" FROM bulk_reassign_line
    WHERE bulk_id = $1 AND state = 'waiting' ORDER BY position`,
)
const move = statement('finding.reassign-move', 'SELECT guard.reassign_case($1, $2) AS outcome')
const giveUp = statement('finding.reassign-give-up', 'SELECT guard.give_up_reassign($1, $2)')
const moved = statement(
  'finding.reassigned',
  `SELECT case_id AS "caseId", from_worker_id AS "fromWorkerId", to_worker_id AS "toWorkerId"
     FROM guard.reassigned($1)`,
)

/** A supervisor's wish that many cases have another lead. */
export interface Reassignment {
  readonly id: string
  readonly unitId: string
  readonly requestedBy: string
  readonly toWorkerId: string
  readonly toName: string
  readonly requestedAt: Date
}

export interface ReassignLine {
  readonly id: string
  readonly caseId: string
  /** Null for a case that is not the reader's any more. */
  readonly number: string | null
  readonly state: ReassignState
  readonly doneAt: Date | null
}

/** Keeps what supervisors asked for, and what became of it. Inside an open transaction. */
@Injectable()
export class Reassignments {
  constructor(private readonly database: Database) {}

  async insert(
    { id, unitId, requestedBy, toWorkerId, requestedAt }: Omit<Reassignment, 'toName'>,
    cases: readonly { readonly id: string; readonly leadWorkerId: string }[],
  ): Promise<void> {
    await this.database.change(insert, [id, unitId, requestedBy, toWorkerId, requestedAt])
    await this.database.change(insertLines, [
      id,
      cases.map((one) => one.id),
      cases.map(({ leadWorkerId }) => leadWorkerId),
    ])
  }

  find(id: string): Promise<Reassignment | undefined> {
    return this.database.first<Reassignment>(find, [id])
  }

  lines(id: string): Promise<ReassignLine[]> {
    return this.database.query<ReassignLine>(lines, [id])
  }

  /** Lines that nobody has answered yet, as far as the actor sees them. */
  waiting(id: string): Promise<{ readonly id: string; readonly caseId: string }[]> {
    return this.database.query(waiting, [id])
  }

  /** Hands one case over as the supervisor who asked; null where it was answered before. */
  async move(lineId: string, at: Date): Promise<Exclude<ReassignState, 'waiting'> | null> {
    const row = await this.database.first<{ outcome: Exclude<ReassignState, 'waiting'> | null }>(
      move,
      [lineId, at],
    )
    return row?.outcome ?? null
  }

  /** Ends what waits, as the service: who asked is not at work here any more. */
  async giveUp(id: string, at: Date): Promise<void> {
    await this.database.query(giveUp, [id, at])
  }

  /** Who led a case and who does, for the service. */
  moved(
    lineId: string,
  ): Promise<{ caseId: string; fromWorkerId: string; toWorkerId: string } | undefined> {
    return this.database.first(moved, [lineId])
  }
}
