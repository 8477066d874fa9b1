import { Injectable } from '@nestjs/common'
import { grantsOf } from '../../../platform/access/access.js'
import type { CaseFacts } from '../../../platform/access/decide.js'
import { statement } from '../../../platform/database/statement.js'
import { Database } from '../../../platform/database/transactions.js'
import { mostRequestsADay } from '../domain/transfer-status.js'
import type { AskReason } from '../domain/transfer-reasons.js'

type GrantRows = Parameters<typeof grantsOf>[0]

/** A request to take over, as far as the actor may see it. */
export interface RequestRow {
  readonly id: string
  /** As the asker typed it; null where it was asked through a referral. */
  readonly caseNumber: string | null
  readonly referralId: string | null
  readonly fromUnitId: string
  readonly fromUnitName: string
  readonly askedBy: string
  readonly askerName: string
  readonly why: AskReason
  readonly sealedKey: Buffer
  readonly sealedText: Buffer | null
  readonly askedAt: Date
  readonly lapsesAt: Date
  readonly status: 'open' | 'declined' | 'offered'
  readonly reason: string | null
  readonly transferId: string | null
  readonly endedAt: Date | null
  readonly version: number
  /** The case that is asked for, for who has it; null for the asker, always. */
  readonly caseId: string | null
}

export interface NewRequest {
  readonly id: string
  readonly caseNumber: string | null
  readonly referralId: string | null
  readonly why: AskReason
  readonly sealedKey: Buffer
  readonly sealedText: Buffer | null
  readonly at: Date
  readonly lapsesAt: Date
}

const columns = `q.id, q.case_number AS "caseNumber", q.referral_id AS "referralId",
  q.from_unit_id AS "fromUnitId", u.name AS "fromUnitName", q.asked_by AS "askedBy",
  w.display_name AS "askerName", q.why, q.sealed_key AS "sealedKey", q.sealed_text AS "sealedText",
  q.asked_at AS "askedAt", q.lapses_at AS "lapsesAt", q.status, q.reason,
  q.transfer_id AS "transferId", q.ended_at AS "endedAt", q.version`
const from = `FROM transfer_request q
  JOIN unit u ON u.id = q.from_unit_id
  JOIN worker w ON w.id = q.asked_by`

const ask = statement(
  'transfer-requests.ask',
  'SELECT guard.ask_for_transfer($1, $2, $3, $4, $5, $6, $7, $8, $9) AS "isKept"',
)
const see = statement(
  'transfer-requests.see',
  `SELECT ${columns}, x.case_id AS "caseId",
          EXISTS (SELECT FROM cases c WHERE c.id = x.case_id AND c.sealed) AS sealed,
          coalesce((SELECT json_agg(json_build_object('reason', a.reason, 'sections', a.sections,
                      'mayWrite', a.may_write, 'validUntil', nullif(a.valid_until, 'infinity')))
                      FROM case_access a
                     WHERE a.case_id = x.case_id AND a.valid_until > now()), '[]') AS grants
     ${from} LEFT JOIN transfer_request_target x ON x.request_id = q.id
    WHERE q.id = $1`,
)
const asked = statement(
  'transfer-requests.asked',
  `SELECT ${columns}, NULL::uuid AS "caseId" ${from}
    WHERE q.from_unit_id = $1 ORDER BY q.asked_at DESC, q.id DESC LIMIT 100`,
)
const toAnswer = statement(
  'transfer-requests.to-answer',
  `SELECT ${columns}, x.case_id AS "caseId"
     FROM transfer_request_target x
     JOIN transfer_request q ON q.id = x.request_id
     JOIN unit u ON u.id = q.from_unit_id
     JOIN worker w ON w.id = q.asked_by
    WHERE q.status = 'open' AND q.lapses_at > $1 AND ($2::uuid IS NULL OR x.case_id = $2)
    ORDER BY q.asked_at, q.id LIMIT 100`,
)
const answer = statement(
  'transfer-requests.answer',
  `UPDATE transfer_request SET status = $3, reason = $4, transfer_id = $5, ended_at = $6,
          version = version + 1
    WHERE id = $1 AND version = $2 AND status = 'open' AND lapses_at > $6`,
)

const owner = statement(
  'transfer-requests.owner',
  'SELECT unit_id AS "unitId", lead_id AS "leadId" FROM guard.owner_of_case($1)',
)

/** Stored requests to take over. */
@Injectable()
export class RequestsRepository {
  constructor(private readonly database: Database) {}

  /** False where the worker has asked too often today; says nothing else. */
  async ask(it: NewRequest): Promise<boolean> {
    const row = await this.database.first<{ isKept: boolean }>(ask, [
      it.id,
      it.caseNumber,
      it.referralId,
      it.why,
      it.sealedKey,
      it.sealedText,
      it.at,
      it.lapsesAt,
      mostRequestsADay,
    ])
    return row?.isKept ?? false
  }

  /** A request the actor made, or may answer. */
  async see(id: string): Promise<(RequestRow & { readonly caseFacts: CaseFacts }) | undefined> {
    const row = await this.database.first<RequestRow & { sealed: boolean; grants: GrantRows }>(
      see,
      [id],
    )
    if (row === undefined) return undefined
    const { sealed, grants, ...request } = row
    return { ...request, caseFacts: { blocked: false, sealed, grants: grantsOf(grants) } }
  }

  /** Who has a case; for the service alone. */
  owner(caseId: string): Promise<{ unitId: string; leadId: string } | undefined> {
    return this.database.first(owner, [caseId])
  }

  /** What the actor asked (supervisors: the unit), newest first. */
  asked(unitId: string): Promise<RequestRow[]> {
    return this.database.query<RequestRow>(asked, [unitId])
  }

  /** What waits for an answer of who has the case, oldest first. */
  toAnswer(at: Date, caseId: string | null = null): Promise<RequestRow[]> {
    return this.database.query<RequestRow>(toAnswer, [at, caseId])
  }

  /** False where it was answered meanwhile, or has lapsed. */
  async answer(
    { id, version }: Pick<RequestRow, 'id' | 'version'>,
    given:
      | { readonly status: 'declined'; readonly reason: string }
      | { readonly status: 'offered'; readonly transferId: string },
    at: Date,
  ): Promise<boolean> {
    const changed = await this.database.change(answer, [
      id,
      version,
      given.status,
      given.status === 'declined' ? given.reason : null,
      given.status === 'offered' ? given.transferId : null,
      at,
    ])
    return changed === 1
  }
}
