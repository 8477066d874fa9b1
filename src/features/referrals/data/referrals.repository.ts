import { Injectable } from '@nestjs/common'
import { randomUUID } from 'node:crypto'
import { grantsOf } from '../../../platform/access/access.js'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { statement } from '../../../platform/database/statement.js'
import { Database } from '../../../platform/database/transactions.js'
import { Stale } from '../../../platform/errors/stale.js'
import type { Referral } from '../domain/referral.js'
import { referralColumns, type ReferralRow, type SeenReferral } from './referral-row.js'

type GrantRows = Parameters<typeof grantsOf>[0]

// Row-level security takes away the cases the actor is blocked from: a row that came is not blocked.
const see = statement(
  'referrals.see',
  `SELECT ${referralColumns},
          EXISTS (SELECT FROM cases c WHERE c.id = r.case_id AND c.sealed) AS sealed,
          coalesce((SELECT json_agg(json_build_object('reason', a.reason, 'sections', a.sections,
                      'mayWrite', a.may_write, 'validUntil', nullif(a.valid_until, 'infinity')))
                      FROM case_access a
                     WHERE a.case_id = r.case_id AND a.valid_until > now()), '[]') AS grants
     FROM referral r
     JOIN unit f ON f.id = r.from_unit_id
     LEFT JOIN unit t ON t.id = r.to_unit_id
    WHERE r.id = $1`,
)
const nextNumber = statement(
  'referrals.next-number',
  `SELECT nextval('referral_number_seq')::int AS sequence`,
)
const draft = statement(
  'referrals.draft',
  `INSERT INTO referral (id, number, case_id, from_unit_id, from_worker_id, age_band, sex, language,
                         province_code, commune, sealed_key, sealed_need, service, urgency,
                         supersedes_id, created_at, updated_at)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $16)`,
)
const redraft = statement(
  'referrals.redraft',
  `UPDATE referral SET service = $3, urgency = $4, sealed_need = $5, to_unit_id = $6,
          requested_sections = $7, consent_id = $8, updated_at = $9, version = version + 1
    WHERE id = $1 AND version = $2 AND status = 'draft'`,
)
// All that has to be true at the moment of sending, from the rows the policies let the sender see.
const readiness = statement(
  'referrals.readiness',
  `SELECT c.status = 'open' AS "caseIsOpen", c.age_band AS "ageBand", c.sex, c.language,
          c.province_code AS "provinceCode", c.commune,
          u.active AND a.active AND u.taking_referrals AND r.service = ANY (u.services)
            AS "unitFits",
          EXISTS (SELECT FROM consent k
                   WHERE k.id = r.consent_id AND k.case_id = r.case_id
                     AND k.recipient_unit_id = r.to_unit_id AND k.withdrawn_at IS NULL
                     AND k.given_at <= $2 AND k.valid_until > $2
                     AND string_to_array(k.purpose, ' ') @> '{services,sharing}'
                     AND r.requested_sections & ~k.sections = 0) AS "isConsented"
     FROM referral r
     JOIN cases c ON c.id = r.case_id
     JOIN unit u ON u.id = r.to_unit_id
     JOIN agency a ON a.id = u.agency_id
    WHERE r.id = $1`,
)
// The hand-off and its line in the story, in one trip.
const send = statement(
  'referrals.send',
  `WITH moved AS (
     UPDATE referral SET status = 'requested', sent_at = $3, acknowledge_due_at = $4,
            answer_due_at = $5, service_due_at = $6, age_band = $7, sex = $8, language = $9,
            province_code = $10, commune = $11, updated_at = $3, version = version + 1
      WHERE id = $1 AND version = $2 AND status = 'draft' RETURNING id)
   INSERT INTO referral_event (id, referral_id, at, actor_id, actor_unit_id, kind, from_status,
                               to_status)
   SELECT $12::uuid, id, $3, $13::uuid, $14::uuid, 'requested', 'draft', 'requested' FROM moved`,
)
const move = statement(
  'referrals.move',
  `WITH moved AS (
     UPDATE referral SET status = $3, updated_at = $4, claimed_by = $5, claimed_at = $6,
            handler_id = $7, answered_at = $8, started_at = $9, ended_at = $10, confirmed_at = $11,
            reason = $12, suggested_unit_id = $13, outcome = $14, sealed_outcome = $15,
            received_service = $16, felt_safe = $17, was_helpful = $18, version = version + 1
      WHERE id = $1 AND version = $2 RETURNING id)
   INSERT INTO referral_event (id, referral_id, at, actor_id, actor_unit_id, kind, from_status,
                               to_status, reason, sealed_note)
   SELECT $19::uuid, id, $4, $20::uuid, $21::uuid, $22, $23, $3, $12, $24::bytea FROM moved`,
)
const project = statement('referrals.project', 'SELECT guard.project_referral($1)')

/** What a draft holds so far. */
export type DraftContent = Pick<
  ReferralRow,
  'service' | 'urgency' | 'sealedNeed' | 'toUnitId' | 'requestedSections' | 'consentId'
>

/** What the desk is shown of the person: never who. */
export type DeskFacts = Pick<
  ReferralRow,
  'ageBand' | 'sex' | 'language' | 'provinceCode' | 'commune'
>

/** A new draft; it begins with what is needed. */
export interface NewDraft
  extends DeskFacts, Pick<ReferralRow, 'service' | 'urgency' | 'sealedKey' | 'sealedNeed'> {
  readonly id: string
  readonly number: string
  readonly caseId: string
  readonly supersedesId: string | null
  readonly at: Date
}

/** Whether a draft may be sent now, and what the desk will be shown of the person. */
export interface Readiness extends DeskFacts {
  readonly caseIsOpen: boolean
  readonly unitFits: boolean
  /** Its consent holds and covers every section asked for. */
  readonly isConsented: boolean
}

/** The sending of a draft. */
export interface Sending extends DeskFacts {
  readonly at: Date
  readonly due: {
    readonly acknowledge: Date | null
    readonly answer: Date | null
    readonly service: Date | null
  }
}

/** A line of the story. */
export interface ToldEvent {
  /** Given by who sealed the note for it. */
  readonly id: string
  readonly kind: string
  readonly sealedNote: Buffer | null
}

/** What else changes with a move. */
export interface MoveExtras {
  readonly claimedBy?: string | null
  readonly handlerId?: string
  readonly sealedOutcome?: Buffer
}

/** Stored referrals; each method is one trip. Versions guard every change. */
@Injectable()
export class ReferralsRepository {
  constructor(private readonly database: Database) {}

  /** The referral, if the actor may know of it. */
  async see(id: string): Promise<SeenReferral | undefined> {
    const row = await this.database.first<ReferralRow & { sealed: boolean; grants: GrantRows }>(
      see,
      [id],
    )
    if (row === undefined) return undefined
    const { sealed, grants, ...referral } = row
    return { ...referral, caseFacts: { blocked: false, sealed, grants: grantsOf(grants) } }
  }

  async nextSequence(): Promise<number> {
    const row = await this.database.first<{ sequence: number }>(nextNumber)
    if (row === undefined) throw new Error('referral_number_seq gave no number')
    return row.sequence
  }

  async add(actor: WorkerActor, it: NewDraft): Promise<void> {
    await this.database.change(draft, [
      it.id,
      it.number,
      it.caseId,
      actor.unitId,
      actor.workerId,
      it.ageBand,
      it.sex,
      it.language,
      it.provinceCode,
      it.commune,
      it.sealedKey,
      it.sealedNeed,
      it.service,
      it.urgency,
      it.supersedesId,
      it.at,
    ])
  }

  /** @throws Stale when somebody else changed or sent it */
  async redraft(id: string, version: number, content: DraftContent, at: Date): Promise<void> {
    const changed = await this.database.change(redraft, [
      id,
      version,
      content.service,
      content.urgency,
      content.sealedNeed,
      content.toUnitId,
      content.requestedSections,
      content.consentId,
      at,
    ])
    if (changed === 0) throw new Stale()
  }

  /** Undefined where no unit is chosen yet. */
  readiness(id: string, at: Date): Promise<Readiness | undefined> {
    return this.database.first<Readiness>(readiness, [id, at])
  }

  /** @throws Stale */
  async send(actor: WorkerActor, id: string, version: number, sending: Sending): Promise<void> {
    const changed = await this.database.change(send, [
      id,
      version,
      sending.at,
      sending.due.acknowledge,
      sending.due.answer,
      sending.due.service,
      sending.ageBand,
      sending.sex,
      sending.language,
      sending.provinceCode,
      sending.commune,
      randomUUID(),
      actor.workerId,
      actor.unitId,
    ])
    if (changed === 0) throw new Stale()
  }

  /** Keeps the state a move led to, and tells of it. @throws Stale */
  async move(
    actor: WorkerActor,
    row: ReferralRow,
    version: number,
    next: Referral,
    at: Date,
    told: ToldEvent,
    extras: MoveExtras = {},
  ): Promise<void> {
    const changed = await this.database.change(move, [
      row.id,
      version,
      next.status,
      at,
      extras.claimedBy === undefined ? row.claimedBy : extras.claimedBy,
      next.acknowledgedAt,
      extras.handlerId ?? row.handlerId,
      next.answeredAt,
      next.startedAt,
      next.endedAt,
      next.confirmedAt,
      next.statusReason?.code ?? null,
      next.suggestedUnitId,
      next.outcome,
      extras.sealedOutcome ?? row.sealedOutcome,
      next.feedback?.received ?? null,
      next.feedback?.safe ?? null,
      next.feedback?.helpful ?? null,
      told.id,
      actor.workerId,
      actor.unitId,
      told.kind,
      row.status,
      told.sealedNote,
    ])
    if (changed === 0) throw new Stale()
  }

  /** Lets sight follow state: who sees which sections now. */
  async project(id: string): Promise<void> {
    await this.database.query(project, [id])
  }
}
