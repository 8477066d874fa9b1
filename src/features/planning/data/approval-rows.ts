import { Injectable } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { statement } from '../../../platform/database/statement.js'
import { Database } from '../../../platform/database/transactions.js'
import type { TimePosition } from '../../../platform/web/cursor.js'
import type { ApprovalKind, ApprovalNeed, ApprovalState } from '../domain/approval.js'

/** What somebody asked a supervisor to agree to. */
export interface ApprovalRow {
  readonly id: string
  readonly caseId: string
  readonly unitId: string
  readonly kind: ApprovalKind
  readonly pin: string
  readonly requestedBy: string
  readonly requesterName: string
  readonly requestedAt: Date
  readonly sealedNote: Buffer | null
  readonly state: ApprovalState
  readonly decidedBy: string | null
  readonly deciderName: string | null
  readonly decidedAt: Date | null
  readonly sealedReason: Buffer | null
  readonly version: number
}

/** One that waits, in a list. */
export interface WaitingRow {
  readonly id: string
  readonly caseId: string
  readonly caseNumber: string
  readonly kind: ApprovalKind
  readonly requesterName: string
  readonly requestedAt: Date
  /** As the database wrote it, for the cursor. */
  readonly sortKey: string
  readonly isOwn: boolean
}

/** What the service looks at before it tells somebody. */
export type ApprovalToTell = Pick<
  ApprovalRow,
  'caseId' | 'unitId' | 'kind' | 'state' | 'requestedBy' | 'decidedBy'
>

const columns = `a.id, a.case_id AS "caseId", a.unit_id AS "unitId", a.kind, a.pin,
  a.requested_by AS "requestedBy", r.display_name AS "requesterName",
  a.requested_at AS "requestedAt", a.sealed_note AS "sealedNote", a.state,
  a.decided_by AS "decidedBy", d.display_name AS "deciderName", a.decided_at AS "decidedAt",
  a.sealed_reason AS "sealedReason", a.version`
const from = `FROM case_approval a JOIN worker r ON r.id = a.requested_by
  LEFT JOIN worker d ON d.id = a.decided_by`

const one = statement('planning.approval', `SELECT ${columns} ${from} WHERE a.id = $1`)
const ofCase = statement(
  'planning.approvals-of-case',
  `SELECT ${columns} ${from} WHERE a.case_id = $1
    ORDER BY a.requested_at DESC, a.id DESC LIMIT 100`,
)
const waiting = statement(
  'planning.approvals-waiting',
  `SELECT a.id, a.case_id AS "caseId", c.number AS "caseNumber", a.kind,
          r.display_name AS "requesterName", a.requested_at AS "requestedAt",
          a.requested_at::text AS "sortKey", a.requested_by = $5 AS "isOwn"
     FROM case_approval a JOIN cases c ON c.id = a.case_id JOIN worker r ON r.id = a.requested_by
    WHERE a.unit_id = $1 AND a.state = 'requested'
      AND ($2::timestamptz IS NULL OR (a.requested_at, a.id) > ($2, $3::uuid))
    ORDER BY a.requested_at, a.id LIMIT $4`,
)
const ask = statement(
  'planning.ask-approval',
  `INSERT INTO case_approval (id, case_id, unit_id, kind, pin, requested_by, requested_at, sealed_note)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING`,
)
const move = statement(
  'planning.move-approval',
  'SELECT guard.move_approval($1, $2, $3, $4, $5) AS became',
)
const isNeeded = statement('planning.needs-approval', 'SELECT guard.needs_approval($1, $2) AS yes')
const followStep = statement('planning.follow-step', 'SELECT guard.follow_step($1)')
const rules = statement(
  'planning.approval-rules',
  'SELECT kind, needed FROM approval_rule WHERE unit_id = $1',
)
const setRule = statement(
  'planning.set-approval-rule',
  `INSERT INTO approval_rule (unit_id, kind, needed, changed_by, changed_at)
   VALUES ($1, $2, $3, $4, $5)
   ON CONFLICT (unit_id, kind) DO UPDATE
     SET needed = excluded.needed, changed_by = excluded.changed_by,
         changed_at = excluded.changed_at`,
)
const toTell = statement(
  'planning.approval-to-tell',
  `SELECT case_id AS "caseId", unit_id AS "unitId", kind, state, requested_by AS "requestedBy",
          decided_by AS "decidedBy"
     FROM case_approval WHERE id = $1`,
)

/** Approvals inside the open transaction; row-level security has left out what is hidden. */
@Injectable()
export class ApprovalRows {
  constructor(private readonly database: Database) {}

  one(id: string): Promise<ApprovalRow | undefined> {
    return this.database.first<ApprovalRow>(one, [id])
  }

  /** Newest first; at most 100. */
  ofCase(caseId: string): Promise<ApprovalRow[]> {
    return this.database.query<ApprovalRow>(ofCase, [caseId])
  }

  /** Those of a unit that wait, the longest waiting first. */
  waiting(actor: WorkerActor, after: TimePosition | null, limit: number): Promise<WaitingRow[]> {
    return this.database.query<WaitingRow>(waiting, [
      actor.unitId,
      after?.sortKey ?? null,
      after?.id ?? null,
      limit,
      actor.workerId,
    ])
  }

  /** False where one of this kind waits already. */
  async ask(
    actor: WorkerActor,
    asked: Pick<ApprovalRow, 'id' | 'caseId' | 'kind' | 'pin' | 'sealedNote'>,
    at: Date,
  ): Promise<boolean> {
    const { id, caseId, kind, pin, sealedNote } = asked
    const values = [id, caseId, actor.unitId, kind, pin, actor.workerId, at, sealedNote]
    return (await this.database.change(ask, values)) === 1
  }

  /** The one door through which an approval is answered or taken back. */
  async move(
    id: string,
    version: number,
    to: Exclude<ApprovalState, 'requested'>,
    sealedReason: Buffer | null,
    at: Date,
  ): Promise<'done' | 'stale' | 'absent'> {
    const values = [id, version, to, sealedReason, at]
    const row = await this.database.first<{ became: 'done' | 'stale' | 'absent' }>(move, values)
    return row?.became ?? 'absent'
  }

  async isNeeded(caseId: string, kind: ApprovalKind): Promise<boolean> {
    return (await this.database.first<{ yes: boolean }>(isNeeded, [caseId, kind]))?.yes ?? false
  }

  /** Moves the case on to the step that what was done in it says. */
  async followStep(caseId: string): Promise<void> {
    await this.database.query(followStep, [caseId])
  }

  rules(unitId: string): Promise<{ kind: ApprovalKind; needed: ApprovalNeed }[]> {
    return this.database.query(rules, [unitId])
  }

  async setRule(
    actor: WorkerActor,
    kind: ApprovalKind,
    needed: ApprovalNeed,
    at: Date,
  ): Promise<void> {
    await this.database.change(setRule, [actor.unitId, kind, needed, actor.workerId, at])
  }

  /** For the service, which sees no case. */
  toTell(id: string): Promise<ApprovalToTell | undefined> {
    return this.database.first<ApprovalToTell>(toTell, [id])
  }
}
