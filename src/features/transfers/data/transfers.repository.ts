import { Injectable } from '@nestjs/common'
import { grantsOf } from '../../../platform/access/access.js'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { statement } from '../../../platform/database/statement.js'
import { Database } from '../../../platform/database/transactions.js'
import { Stale } from '../../../platform/errors/stale.js'
import type { Urgency } from '../../referrals/index.js'
import type { Keeping } from '../domain/transfer.js'
import type { OfferReason } from '../domain/transfer-reasons.js'
import type { TransferStatus } from '../domain/transfer-status.js'
import {
  transferColumns,
  type ContentRow,
  type SeenTransfer,
  type TransferRow,
} from './transfer-row.js'

type GrantRows = Parameters<typeof grantsOf>[0]

/** Exactly what the receiving desk sees of the case before it accepts: never who, nor its number. */
export interface PreviewRow {
  readonly riskLevel: string
  readonly immediateDanger: boolean
  readonly ageBand: string
  readonly sex: string
  readonly language: string
  readonly provinceCode: string | null
  readonly commune: string | null
  /** Referrals that somebody is at work on: they go on with the case. */
  readonly openReferrals: number
}

/** A new offer. */
export interface NewOffer {
  readonly id: string
  readonly number: string
  readonly caseId: string
  readonly leadId: string
  readonly caseSealed: boolean
  readonly toUnitId: string
  readonly urgency: Urgency
  readonly consentId: string
  readonly keeping: Keeping | null
  readonly at: Date
  readonly answerDueAt: Date
  readonly expiresAt: Date
  readonly why: OfferReason
  readonly sealedKey: Buffer
  readonly sealedNeed: Buffer
  readonly eventId: string
}

/** A line of the story; its id is given by who sealed the note for it. */
export interface ToldEvent {
  readonly id: string
  readonly kind: string
  readonly reason: string | null
  readonly sealedNote: Buffer | null
}

export interface StoryRow extends Omit<ToldEvent, 'kind'> {
  readonly at: Date
  readonly kind: string
  readonly byName: string | null
  readonly byUnitId: string | null
  readonly byUnitName: string | null
}

/** How an attempt to accept ended; see migration `transfers`. */
export type AcceptOutcome =
  | 'moved'
  | 'hidden'
  | 'answered'
  | 'stale'
  | 'case-closed'
  | 'unit-closed'
  | 'lead-unfit'
  | 'not-agreed'

const units = 'JOIN unit f ON f.id = t.from_unit_id JOIN unit u ON u.id = t.to_unit_id'

// Row-level security takes away the cases the actor is blocked from: a row that came is not blocked.
const see = statement(
  'transfers.see',
  `SELECT ${transferColumns}, c.why, c.sealed_key AS "sealedKey", c.sealed_need AS "sealedNeed",
          EXISTS (SELECT FROM cases x WHERE x.id = t.case_id AND x.sealed) AS sealed,
          coalesce((SELECT json_agg(json_build_object('reason', a.reason, 'sections', a.sections,
                      'mayWrite', a.may_write, 'validUntil', nullif(a.valid_until, 'infinity')))
                      FROM case_access a
                     WHERE a.case_id = t.case_id AND a.valid_until > now()), '[]') AS grants
     FROM case_transfer t ${units}
     LEFT JOIN transfer_content c ON c.transfer_id = t.id
    WHERE t.id = $1`,
)
const openOf = statement(
  'transfers.open-of-case',
  `SELECT id FROM case_transfer WHERE case_id = $1 AND status = 'offered'`,
)
const ofCase = statement(
  'transfers.of-case',
  `SELECT ${transferColumns} FROM case_transfer t ${units}
    WHERE t.case_id = $1 ORDER BY t.offered_at DESC, t.id LIMIT 50`,
)
const nextNumber = statement(
  'transfers.next-number',
  `SELECT nextval('transfer_number_seq')::int AS sequence`,
)
const offer = statement(
  'transfers.offer',
  `INSERT INTO case_transfer (id, number, case_id, from_unit_id, offered_by, old_lead_id, to_unit_id,
                              urgency, case_sealed, consent_id, kept_sections, kept_for, kept_until,
                              kept_consent_id, offered_at, answer_due_at, expires_at)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)
   ON CONFLICT (case_id) WHERE status = 'offered' DO NOTHING`,
)
// A statement of its own: its policy looks for the offer, which must be there before it.
const say = statement(
  'transfers.say',
  `WITH told AS (
     INSERT INTO transfer_event (id, transfer_id, at, actor_id, actor_unit_id, kind)
     VALUES ($6, $1, $7, $8, $9, 'offered'))
   INSERT INTO transfer_content (transfer_id, case_id, why, sealed_key, sealed_need)
   VALUES ($1, $2, $3, $4, $5)`,
)
const move = statement(
  'transfers.move',
  `WITH moved AS (
     UPDATE case_transfer SET status = $3, reason = $4, suggested_unit_id = $5, answered_by = $6,
            ended_at = $7, version = version + 1
      WHERE id = $1 AND version = $2 AND status = 'offered' RETURNING id)
   INSERT INTO transfer_event (id, transfer_id, at, actor_id, actor_unit_id, kind, reason, sealed_note)
   SELECT $8::uuid, id, $7, $9::uuid, $10::uuid, $3, $4, $11::bytea FROM moved`,
)
const contacted = statement(
  'transfers.contacted',
  `WITH moved AS (
     UPDATE case_transfer SET first_contact_at = $3, version = version + 1
      WHERE id = $1 AND version = $2 AND status = 'accepted' AND first_contact_at IS NULL
     RETURNING id)
   INSERT INTO transfer_event (id, transfer_id, at, actor_id, actor_unit_id, kind)
   SELECT $4::uuid, id, $3, $5::uuid, $6::uuid, 'contacted' FROM moved`,
)
const accept = statement(
  'transfers.accept',
  `SELECT outcome, ended_referrals AS "endedReferrals" FROM guard.accept_transfer($1, $2, $3, $4, $5)`,
)
const preview = statement(
  'transfers.preview',
  `SELECT risk_level AS "riskLevel", immediate_danger AS "immediateDanger", age_band AS "ageBand", sex,
          language, province_code AS "provinceCode", commune, open_referrals AS "openReferrals"
     FROM guard.preview_of_transfer($1)`,
)
const recorded = statement('transfers.recorded', 'SELECT guard.sections_recorded($1) AS mask')
const numbers = statement(
  'transfers.case-numbers',
  `SELECT transfer_id AS id, number FROM guard.numbers_of_transfers($1::uuid[])`,
)
const story = statement(
  'transfers.story',
  `SELECT e.id, e.at, e.kind, e.reason, e.sealed_note AS "sealedNote", w.display_name AS "byName",
          e.actor_unit_id AS "byUnitId", u.name AS "byUnitName"
     FROM transfer_event e
     LEFT JOIN worker w ON w.id = e.actor_id
     LEFT JOIN unit u ON u.id = e.actor_unit_id
    WHERE e.transfer_id = $1
    ORDER BY e.at, e.id`,
)
const leads = statement(
  'transfers.leads',
  `SELECT id, display_name AS "displayName" FROM worker
    WHERE unit_id = $1 AND active AND 'caseworker' = ANY (roles) ORDER BY display_name, id`,
)
const standingOn = statement(
  'transfers.standing-on',
  `SELECT id FROM case_transfer WHERE consent_id = $1 AND status = 'offered'`,
)

/** Stored transfers. Versions guard every change. */
@Injectable()
export class TransfersRepository {
  constructor(private readonly database: Database) {}

  /** The transfer, if the actor may know of it. */
  async see(id: string): Promise<SeenTransfer | undefined> {
    const row = await this.database.first<
      TransferRow & ContentRow & { sealed: boolean; grants: GrantRows }
    >(see, [id])
    if (row === undefined) return undefined
    const { sealed, grants, ...transfer } = row
    return { ...transfer, caseFacts: { blocked: false, sealed, grants: grantsOf(grants) } }
  }

  /** The id of the offer of a case that waits for an answer. */
  async openOf(caseId: string): Promise<string | null> {
    return (await this.database.first<{ id: string }>(openOf, [caseId]))?.id ?? null
  }

  /** What became of the case so far, newest first, for who has it. */
  ofCase(caseId: string): Promise<TransferRow[]> {
    return this.database.query<TransferRow>(ofCase, [caseId])
  }

  /** Offers that stand on a consent. */
  async standingOn(consentId: string): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(standingOn, [consentId])
    return rows.map(({ id }) => id)
  }

  async nextSequence(): Promise<number> {
    const row = await this.database.first<{ sequence: number }>(nextNumber)
    if (row === undefined) throw new Error('transfer_number_seq gave no number')
    return row.sequence
  }

  /** False where the case is offered already. */
  async offer(actor: WorkerActor, it: NewOffer): Promise<boolean> {
    const added = await this.database.change(offer, [
      it.id,
      it.number,
      it.caseId,
      actor.unitId,
      actor.workerId,
      it.leadId,
      it.toUnitId,
      it.urgency,
      it.caseSealed,
      it.consentId,
      it.keeping?.sections ?? 0,
      it.keeping?.reason ?? null,
      it.keeping?.until ?? null,
      it.keeping?.consentId ?? null,
      it.at,
      it.answerDueAt,
      it.expiresAt,
    ])
    if (added === 0) return false
    await this.database.change(say, [
      it.id,
      it.caseId,
      it.why,
      it.sealedKey,
      it.sealedNeed,
      it.eventId,
      it.at,
      actor.workerId,
      actor.unitId,
    ])
    return true
  }

  /**
   * Ends an offer otherwise than by acceptance, and tells of it.
   * @param by null for the service itself
   * @throws Stale
   */
  async end(
    by: WorkerActor | null,
    { id, version }: Pick<TransferRow, 'id' | 'version'>,
    to: Exclude<TransferStatus, 'offered' | 'accepted'>,
    at: Date,
    told: Omit<ToldEvent, 'kind'>,
    suggestedUnitId: string | null = null,
  ): Promise<void> {
    const changed = await this.database.change(move, [
      id,
      version,
      to,
      told.reason,
      suggestedUnitId,
      to === 'rejected' ? (by?.workerId ?? null) : null,
      at,
      told.id,
      by?.workerId ?? null,
      by?.unitId ?? null,
      told.sealedNote,
    ])
    if (changed === 0) throw new Stale()
  }

  /** @throws Stale */
  async contacted(
    by: WorkerActor,
    { id, version }: Pick<TransferRow, 'id' | 'version'>,
    at: Date,
    eventId: string,
  ): Promise<void> {
    const values = [id, version, at, eventId, by.workerId, by.unitId]
    if ((await this.database.change(contacted, values)) === 0) throw new Stale()
  }

  /** Moves the case with all that hangs on it, or nothing. */
  async accept(
    { id, version }: Pick<TransferRow, 'id' | 'version'>,
    leadId: string,
    eventId: string,
    at: Date,
  ): Promise<{ readonly outcome: AcceptOutcome; readonly endedReferrals: readonly string[] }> {
    const row = await this.database.first<{
      outcome: AcceptOutcome
      endedReferrals: string[]
    }>(accept, [id, version, leadId, eventId, at])
    if (row === undefined) throw new Error('a function without a table always answers')
    return row
  }

  /** What the desk sees of the case as it is now. */
  preview(caseId: string): Promise<PreviewRow | undefined> {
    return this.database.first<PreviewRow>(preview, [caseId])
  }

  /** Mask of the sections in which something is recorded; 0 for who does not manage the case. */
  async sectionsRecorded(caseId: string): Promise<number> {
    return (await this.database.first<{ mask: number }>(recorded, [caseId]))?.mask ?? 0
  }

  /** The numbers of the cases, by transfer, for those who know them. */
  async caseNumbers(transferIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    if (transferIds.length === 0) return new Map()
    const rows = await this.database.query<{ id: string; number: string }>(numbers, [transferIds])
    return new Map(rows.map(({ id, number }) => [id, number]))
  }

  /** In the order in which it happened. */
  story(transferId: string): Promise<StoryRow[]> {
    return this.database.query<StoryRow>(story, [transferId])
  }

  /** Who could lead a case in this unit. */
  possibleLeads(unitId: string): Promise<{ id: string; displayName: string }[]> {
    return this.database.query(leads, [unitId])
  }
}
