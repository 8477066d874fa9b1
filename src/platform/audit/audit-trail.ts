import { Injectable } from '@nestjs/common'
import type { Actor } from '../access/actor.js'
import { statement } from '../database/statement.js'
import { Database, Transactions } from '../database/transactions.js'
import type { Outcome } from './entry.js'
import { currentRequestId } from './request-id.js'

/** What somebody did, or was not let do. */
export interface Deed {
  /** Thing and deed in the project's words: `case.read`, `referral.accept`. */
  readonly action: string
  /** Where it is left out and the subject is a case, that one. */
  readonly caseId?: string | null
  /** What it was done to. An id that is none (a mistyped address) is recorded as unknown. */
  readonly subject?: { readonly type: string; readonly id: string } | null
  /** Mask of the sections read or changed; see platform/access/sections. */
  readonly sections?: number
}

const insert = statement(
  'audit.record',
  `INSERT INTO audit_entry (actor_kind, actor_id, unit_id, action, case_id, subject_type, subject_id,
                            sections, outcome, request_id)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
)

const insertEach = statement(
  'audit.record-each',
  `INSERT INTO audit_entry (actor_kind, actor_id, unit_id, action, case_id, subject_type, subject_id,
                            sections, outcome, request_id)
   SELECT $1, $2, $3, $4, c.id, 'case', c.id, $5, 'done', $6 FROM unnest($7::uuid[]) AS c (id)`,
)

/** Everything leaves a trace: no row, no answer. */
@Injectable()
export class AuditTrail {
  constructor(
    private readonly transactions: Transactions,
    private readonly database: Database,
  ) {}

  /** Records what the open transaction's actor does; kept or undone together with it. */
  async record(deed: Deed & { readonly outcome?: Outcome }): Promise<void> {
    await this.write(this.transactions.currentActor(), deed, deed.outcome ?? 'done')
  }

  /** Records the same deed on each of these cases, in one trip. */
  async recordEach(
    { action, sections = 0 }: Pick<Deed, 'action' | 'sections'>,
    caseIds: readonly string[],
  ): Promise<void> {
    if (caseIds.length === 0) return
    const actor = this.transactions.currentActor()
    await this.database.change(insertEach, [
      ...signatureOf(actor),
      action,
      sections,
      uuidOrNull(currentRequestId()),
      caseIds,
    ])
  }

  /**
   * Records what was refused, or is not there for this actor, in a transaction of its own. Called
   * inside an open transaction it waits for that one's end, so that a rollback cannot take the trace
   * with it; the answer waits for both.
   */
  async recordRefusal(
    actor: Actor,
    deed: Deed & { readonly outcome: Exclude<Outcome, 'done'> },
  ): Promise<void> {
    await this.transactions.afterwards(() =>
      this.transactions.run(actor, () => this.write(actor, deed, deed.outcome)),
    )
  }

  private async write(actor: Actor, deed: Deed, outcome: Outcome): Promise<void> {
    const { subject } = deed
    const caseId = deed.caseId ?? (subject?.type === 'case' ? subject.id : null)
    await this.database.change(insert, [
      ...signatureOf(actor),
      deed.action,
      uuidOrNull(caseId),
      subject?.type ?? null,
      uuidOrNull(subject?.id),
      deed.sections ?? 0,
      outcome,
      uuidOrNull(currentRequestId()),
    ])
  }
}

// Kind, worker and unit of who did it.
const signatureOf = (actor: Actor): readonly (string | null)[] =>
  actor.kind === 'worker' ? [actor.kind, actor.workerId, actor.unitId] : [actor.kind, null, null]

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const uuidOrNull = (text: string | null | undefined): string | null =>
  text !== undefined && text !== null && uuid.test(text) ? text : null
