import { Injectable } from '@nestjs/common'
import { statement } from '../../../platform/database/statement.js'
import type { WithheldReason } from '../domain/consent-detail.js'
import type { Approval } from '../domain/sharing-exception.js'
import type { EndReason } from '../domain/withdrawal.js'
import { Database } from '../../../platform/database/transactions.js'

/** A row of `consent`, as stored; lists of codes are texts with spaces. */
export interface StoredConsent {
  readonly id: string
  readonly caseId: string
  readonly legalBasis: string
  readonly givenBy: string
  readonly mode: string
  readonly childAssents: boolean | null
  readonly recipientUnitId: string
  readonly recipientUnitName: string
  readonly sections: number
  readonly purpose: string
  readonly consentsToStatistics: boolean
  readonly givenAt: Date
  readonly validUntil: Date
  readonly withdrawnAt: Date | null
  readonly withdrawnReason: EndReason | null
  readonly sealedWithdrawal: Buffer | null
  readonly approval: Approval
  /** The wider consent that this one is the rest of. */
  readonly narrowsId: string | null
  /** The day on which the limits of confidentiality were explained, `YYYY-MM-DD`. */
  readonly explainedOn: string | null
  readonly explainedLanguage: string | null
  readonly withheldReason: WithheldReason | null
  /** Names and words, at `detailPlace`. */
  readonly sealedDetail: Buffer | null
  readonly recordedBy: string
  readonly recorderName: string
}

/** A consent that is being recorded. */
export type NewConsent = Omit<
  StoredConsent,
  | 'recipientUnitName'
  | 'recorderName'
  | 'withdrawnAt'
  | 'withdrawnReason'
  | 'sealedWithdrawal'
  | 'approval'
>

/** How a consent is taken back. */
export interface StoredWithdrawal {
  readonly at: Date
  readonly reason: EndReason
  readonly by: string
  readonly sealedNote: Buffer | null
}

const columns = `k.id, k.case_id AS "caseId", k.legal_basis AS "legalBasis", k.given_by AS "givenBy",
  k.mode, k.child_assents AS "childAssents", k.recipient_unit_id AS "recipientUnitId",
  u.name AS "recipientUnitName", k.sections, k.purpose,
  k.consents_to_statistics AS "consentsToStatistics", k.given_at AS "givenAt",
  k.valid_until AS "validUntil", k.withdrawn_at AS "withdrawnAt",
  k.withdrawn_reason AS "withdrawnReason", k.sealed_withdrawal AS "sealedWithdrawal", k.approval,
  k.narrows_id AS "narrowsId", k.explained_on::text AS "explainedOn",
  k.explained_language AS "explainedLanguage", k.withheld_reason AS "withheldReason",
  k.sealed_detail AS "sealedDetail", k.recorded_by AS "recordedBy", w.display_name AS "recorderName"`
const from =
  'FROM consent k JOIN unit u ON u.id = k.recipient_unit_id JOIN worker w ON w.id = k.recorded_by'

const ofCase = statement(
  'consents.of-case',
  `SELECT ${columns} ${from} WHERE k.case_id = $1 ORDER BY k.created_at DESC, k.id`,
)
const liveFor = statement(
  'consents.live-for',
  `SELECT ${columns} ${from}
    WHERE k.case_id = $1 AND k.recipient_unit_id = $2 AND k.withdrawn_at IS NULL
      AND k.given_at <= $3 AND k.valid_until > $3 AND k.approval IN ('not_needed', 'approved')
    ORDER BY k.created_at DESC, k.id`,
)
const one = statement(
  'consents.one',
  `SELECT ${columns} ${from} WHERE k.case_id = $1 AND k.id = $2`,
)
const insert = statement(
  'consents.insert',
  `INSERT INTO consent (id, case_id, legal_basis, given_by, mode, child_assents, recipient_unit_id,
                        sections, purpose, consents_to_statistics, given_at, valid_until, narrows_id,
                        recorded_by, created_at, explained_on, explained_language, withheld_reason,
                        sealed_detail)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $11, $15, $16, $17, $18)`,
)
const withdraw = statement(
  'consents.withdraw',
  `UPDATE consent SET withdrawn_at = $3, withdrawn_reason = $4, withdrawn_by = $5,
          sealed_withdrawal = $6
    WHERE case_id = $1 AND id = $2 AND withdrawn_at IS NULL`,
)
const project = statement('consents.project', 'SELECT guard.project_consent($1)')
// What stood on the wider consent goes on, as far as the narrower one covers it.
const carryOver = statement(
  'consents.carry-over',
  `INSERT INTO referral_share (id, referral_id, case_id, consent_id, sections, added_by, added_at)
   SELECT gen_random_uuid(), r.id, r.case_id, $3, s.sections & $4, $5, $6
     FROM referral r
    CROSS JOIN LATERAL (
      SELECT CASE WHEN r.consent_id = $2 THEN r.requested_sections ELSE 0 END
             | coalesce((SELECT bit_or(x.sections) FROM referral_share x
                          WHERE x.referral_id = r.id AND x.consent_id = $2), 0) AS sections) s
    WHERE r.case_id = $1 AND r.status IN ('requested', 'accepted', 'in_progress', 'on_hold')
      AND s.sections & $4 <> 0`,
)

/** Reads and writes consents inside the open transaction. */
@Injectable()
export class ConsentsRepository {
  constructor(private readonly database: Database) {}

  /** All consents of a case the actor manages, the newest first. */
  ofCase(caseId: string): Promise<StoredConsent[]> {
    return this.database.query<StoredConsent>(ofCase, [caseId])
  }

  /** Those that hold for this unit at this instant. */
  liveFor(caseId: string, unitId: string, at: Date): Promise<StoredConsent[]> {
    return this.database.query<StoredConsent>(liveFor, [caseId, unitId, at])
  }

  one(caseId: string, id: string): Promise<StoredConsent | undefined> {
    return this.database.first<StoredConsent>(one, [caseId, id])
  }

  async insert(consent: NewConsent): Promise<void> {
    await this.database.change(insert, [
      consent.id,
      consent.caseId,
      consent.legalBasis,
      consent.givenBy,
      consent.mode,
      consent.childAssents,
      consent.recipientUnitId,
      consent.sections,
      consent.purpose,
      consent.consentsToStatistics,
      consent.givenAt,
      consent.validUntil,
      consent.narrowsId,
      consent.recordedBy,
      consent.explainedOn,
      consent.explainedLanguage,
      consent.withheldReason,
      consent.sealedDetail,
    ])
  }

  /** Ends the consent; what stands on it ends with `project`. False if it had ended before. */
  async withdraw(caseId: string, id: string, how: StoredWithdrawal): Promise<boolean> {
    const { at, reason, by, sealedNote } = how
    return (await this.database.change(withdraw, [caseId, id, at, reason, by, sealedNote])) > 0
  }

  /** Lets all sharing that stands on the consent follow it, and tells recipients what to stop. */
  async project(id: string): Promise<void> {
    await this.database.query(project, [id])
  }

  /** Lets what stood on one consent stand on another, narrower one. */
  async carryOver(
    caseId: string,
    fromId: string,
    to: { readonly id: string; readonly sections: number },
    by: string,
    at: Date,
  ): Promise<void> {
    await this.database.change(carryOver, [caseId, fromId, to.id, to.sections, by, at])
  }
}
