import { Injectable } from '@nestjs/common'
import { statement } from '../../../platform/database/statement.js'
import { Database } from '../../../platform/database/transactions.js'
import type { ReportAuthority, ReportingDutyCode } from '../domain/legal-basis.js'
import type {
  Approval,
  ExceptionKind,
  ExceptionState,
  ReviewOutcome,
} from '../domain/sharing-exception.js'

/** A row of `sharing_exception` with the names it mentions, as far as the actor may see it. */
export interface StoredException extends ExceptionState {
  readonly id: string
  readonly kind: ExceptionKind
  readonly caseId: string
  readonly unitName: string
  readonly consentId: string | null
  readonly legalBasis: string
  readonly recipientUnitId: string | null
  readonly recipientUnitName: string | null
  readonly duty: ReportingDutyCode | null
  readonly authority: ReportAuthority | null
  readonly sections: number
  readonly sealedKey: Buffer | null
  readonly sealedGrounds: Buffer | null
  readonly recorderName: string
  readonly deciderName: string | null
  readonly sealedDecision: Buffer | null
  readonly reviewerName: string | null
  readonly reviewedAt: Date | null
  readonly sealedReview: Buffer | null
  readonly version: number
  /** The time of recording as text that loses no microsecond. */
  readonly sortKey: string
}

/** What is recorded when something is, or is to be, shared without consent. */
export interface NewException {
  readonly id: string
  readonly kind: ExceptionKind
  readonly caseId: string
  readonly unitId: string
  readonly consentId: string | null
  readonly legalBasis: string
  readonly recipientUnitId: string | null
  readonly duty: ReportingDutyCode | null
  readonly authority: ReportAuthority | null
  readonly sections: number
  readonly sealedKey: Buffer
  readonly sealedGrounds: Buffer
  readonly recordedBy: string
  readonly recordedAt: Date
}

/** Whose list, and from where on. */
export interface ExceptionsAsked {
  readonly workerId: string
  readonly unitId: string
  readonly supervises: boolean
  readonly reviews: boolean
  readonly after: { readonly sortKey: string; readonly id: string } | null
  readonly limit: number
}

const columns = `e.id, e.kind, e.case_id AS "caseId", e.unit_id AS "unitId", u.name AS "unitName",
  e.consent_id AS "consentId", e.legal_basis AS "legalBasis",
  e.recipient_unit_id AS "recipientUnitId", t.name AS "recipientUnitName", e.duty,
  e.authority, e.sections, e.sealed_key AS "sealedKey", e.sealed_grounds AS "sealedGrounds",
  e.recorded_by AS "recordedBy", w.display_name AS "recorderName", e.recorded_at AS "recordedAt",
  e.approval, e.escalated_at AS "escalatedAt", e.decided_by AS "decidedBy",
  d.display_name AS "deciderName", e.decided_at AS "decidedAt",
  e.sealed_decision AS "sealedDecision", e.review, v.display_name AS "reviewerName",
  e.reviewed_at AS "reviewedAt", e.sealed_review AS "sealedReview", e.version,
  e.recorded_at::text AS "sortKey"`
const from = `FROM sharing_exception e
  JOIN unit u ON u.id = e.unit_id JOIN worker w ON w.id = e.recorded_by
  LEFT JOIN unit t ON t.id = e.recipient_unit_id
  LEFT JOIN worker d ON d.id = e.decided_by LEFT JOIN worker v ON v.id = e.reviewed_by`
// $1 the actor, $2 their unit, $3 a supervisor of it, $4 a reviewer, $5 and $6 the row before the
// page, $7 how many. The longest waiting come first.
const theirs = `e.recorded_by <> $1
  AND (($3 AND e.unit_id = $2) OR ($4 AND e.unit_id <> $2 AND e.recipient_unit_id IS DISTINCT FROM $2))
  AND (e.recorded_at, e.id) > ($5::timestamptz, $6::uuid)`
const order = 'ORDER BY e.recorded_at, e.id LIMIT $7'

const toApprove = statement(
  'exceptions.to-approve',
  `SELECT ${columns} ${from} WHERE e.approval = 'pending' AND ${theirs} ${order}`,
)
const toReview = statement(
  'exceptions.to-review',
  `SELECT ${columns} ${from}
    WHERE e.approval IN ('not_needed', 'approved')
      AND (e.review IS NULL OR e.review = 'needs_follow_up')
      AND e.decided_by IS DISTINCT FROM $1 AND ${theirs} ${order}`,
)
const one = statement('exceptions.one', `SELECT ${columns} ${from} WHERE e.id = $1`)
const ofCase = statement(
  'exceptions.of-case',
  `SELECT ${columns} ${from} WHERE e.case_id = $1 ORDER BY e.recorded_at DESC, e.id`,
)
const insert = statement(
  'exceptions.insert',
  `INSERT INTO sharing_exception (id, kind, case_id, unit_id, consent_id, legal_basis,
     recipient_unit_id, duty, authority, sections, sealed_key, sealed_grounds, recorded_by,
     recorded_at)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
)
const approvalOf = statement(
  'exceptions.approval-of',
  'SELECT approval FROM sharing_exception WHERE id = $1',
)
const answer = statement(
  'exceptions.answer',
  'SELECT guard.answer_exception($1, $2, $3, $4, $5) AS answered',
)
const escalate = statement('exceptions.escalate', 'SELECT guard.escalate_exception($1, $2)')
const review = statement(
  'exceptions.review',
  'SELECT guard.review_exception($1, $2, $3, $4, $5) AS answered',
)

// Before the first there is.
const start = { sortKey: '-infinity', id: '00000000-0000-0000-0000-000000000000' }

/** Reads and writes what is shared without consent; row-level security leaves everybody their own. */
@Injectable()
export class ExceptionsRepository {
  constructor(private readonly database: Database) {}

  /** What waits for this worker's approval; one more than the limit tells that there is a next page. */
  toApprove(asked: ExceptionsAsked): Promise<StoredException[]> {
    return this.database.query<StoredException>(toApprove, valuesOf(asked))
  }

  /** What waits for this worker's review. */
  toReview(asked: ExceptionsAsked): Promise<StoredException[]> {
    return this.database.query<StoredException>(toReview, valuesOf(asked))
  }

  one(id: string): Promise<StoredException | undefined> {
    return this.database.first<StoredException>(one, [id])
  }

  /** All of a case the actor manages, the newest first. */
  ofCase(caseId: string): Promise<StoredException[]> {
    return this.database.query<StoredException>(ofCase, [caseId])
  }

  /** Gives back whether it waits for approval now: the database decides that by the basis. */
  async insert(it: NewException): Promise<Approval> {
    await this.database.change(insert, [
      it.id,
      it.kind,
      it.caseId,
      it.unitId,
      it.consentId,
      it.legalBasis,
      it.recipientUnitId,
      it.duty,
      it.authority,
      it.sections,
      it.sealedKey,
      it.sealedGrounds,
      it.recordedBy,
      it.recordedAt,
    ])
    const row = await this.database.first<{ approval: Approval }>(approvalOf, [it.id])
    if (row === undefined) throw new Error('an exception is seen by who recorded it')
    return row.approval
  }

  /** False when it is not, or no longer, this actor's to answer. */
  async answer(
    id: string,
    version: number,
    answered: 'approved' | 'declined',
    sealed: Buffer | null,
    at: Date,
  ): Promise<boolean> {
    return this.ask(answer, [id, version, answered, sealed, at])
  }

  /** Lets reviewers of other units answer what the unit's own supervisors did not. For the service. */
  async escalate(id: string, at: Date): Promise<void> {
    await this.database.query(escalate, [id, at])
  }

  /** What was not justified ends with it. False when it is not, or no longer, this actor's to review. */
  async review(
    id: string,
    version: number,
    outcome: ReviewOutcome,
    sealed: Buffer | null,
    at: Date,
  ): Promise<boolean> {
    return this.ask(review, [id, version, outcome, sealed, at])
  }

  private async ask(asked: typeof answer, values: readonly unknown[]): Promise<boolean> {
    return (await this.database.first<{ answered: boolean }>(asked, values))?.answered ?? false
  }
}

const valuesOf = ({ workerId, unitId, supervises, reviews, after, limit }: ExceptionsAsked) => {
  const { sortKey, id } = after ?? start
  return [workerId, unitId, supervises, reviews, sortKey, id, limit + 1]
}
