import type { CaseFacts, TransferFacts } from '../../../platform/access/decide.js'
import type { Sector } from '../../../platform/access/sectors.js'
import type { Urgency } from '../../referrals/index.js'
import type { OfferReason } from '../domain/transfer-reasons.js'
import type { TransferStatus } from '../domain/transfer-status.js'

/** A transfer as stored, with the names of its units, as far as the actor may see it. */
export interface TransferRow {
  readonly id: string
  readonly number: string
  readonly caseId: string
  readonly fromUnitId: string
  readonly fromUnitName: string
  readonly offeredBy: string
  readonly oldLeadId: string
  readonly toUnitId: string
  readonly toUnitName: string
  readonly toSector: Sector
  readonly toTimeZone: string
  readonly urgency: Urgency
  readonly caseSealed: boolean
  readonly consentId: string
  readonly status: TransferStatus
  readonly reason: string | null
  readonly suggestedUnitId: string | null
  readonly answeredBy: string | null
  readonly newLeadId: string | null
  /** Mask of sections. */
  readonly keptSections: number
  readonly keptFor: string | null
  readonly keptUntil: Date | null
  readonly keptConsentId: string | null
  readonly offeredAt: Date
  readonly answerDueAt: Date
  readonly expiresAt: Date
  readonly endedAt: Date | null
  readonly firstContactAt: Date | null
  readonly version: number
}

/** What was said to the desk; only for who manages the case, and for the desk while it is asked. */
export interface ContentRow {
  readonly why: OfferReason | null
  readonly sealedKey: Buffer | null
  readonly sealedNeed: Buffer | null
}

/** A transfer the actor can see, with what `decide` asks about its case. */
export interface SeenTransfer extends TransferRow, ContentRow {
  readonly caseFacts: CaseFacts
}

/** Columns of `case_transfer t`, its old unit `f` and its new unit `u`. */
export const transferColumns = `
  t.id, t.number, t.case_id AS "caseId", t.from_unit_id AS "fromUnitId", f.name AS "fromUnitName",
  t.offered_by AS "offeredBy", t.old_lead_id AS "oldLeadId", t.to_unit_id AS "toUnitId",
  u.name AS "toUnitName", u.sector AS "toSector", u.time_zone AS "toTimeZone", t.urgency,
  t.case_sealed AS "caseSealed", t.consent_id AS "consentId", t.status, t.reason,
  t.suggested_unit_id AS "suggestedUnitId", t.answered_by AS "answeredBy",
  t.new_lead_id AS "newLeadId", t.kept_sections AS "keptSections", t.kept_for AS "keptFor",
  t.kept_until AS "keptUntil", t.kept_consent_id AS "keptConsentId", t.offered_at AS "offeredAt",
  t.answer_due_at AS "answerDueAt", t.expires_at AS "expiresAt", t.ended_at AS "endedAt",
  t.first_contact_at AS "firstContactAt", t.version`

/** What `decide` asks about a transfer. */
export const factsOf = (row: TransferFacts): TransferFacts => ({
  status: row.status,
  fromUnitId: row.fromUnitId,
  toUnitId: row.toUnitId,
  offeredBy: row.offeredBy,
  oldLeadId: row.oldLeadId,
  answeredBy: row.answeredBy,
  newLeadId: row.newLeadId,
  caseSealed: row.caseSealed,
})
