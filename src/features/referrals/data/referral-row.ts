import type { CaseFacts, ReferralFacts } from '../../../platform/access/decide.js'
import type { Sector } from '../../../platform/access/sectors.js'
import type { ServiceType } from '../../directory/index.js'
import type { FeedbackAnswer, ReferralOutcome } from '../domain/outcomes.js'
import type { ReferralStatus } from '../domain/referral-status.js'
import { draftReferral, type Referral } from '../domain/referral.js'
import type { Urgency } from '../domain/urgency.js'

/** A referral as stored, with the names of its units, as far as the actor may see it. */
export interface ReferralRow {
  readonly id: string
  readonly number: string
  readonly caseId: string
  readonly fromUnitId: string
  readonly fromUnitName: string
  readonly fromWorkerId: string
  readonly toUnitId: string | null
  readonly toUnitName: string | null
  readonly toSector: Sector | null
  readonly toTimeZone: string | null
  /** False: nobody there can sign in. */
  readonly toUnitOnBenAn: boolean | null
  readonly service: ServiceType | null
  readonly urgency: Urgency | null
  readonly status: ReferralStatus
  /** Mask of the sections asked for. */
  readonly requestedSections: number
  readonly consentId: string | null
  readonly ageBand: string | null
  readonly sex: string | null
  readonly language: string | null
  readonly provinceCode: string | null
  readonly commune: string | null
  readonly sealedKey: Buffer | null
  readonly sealedNeed: Buffer | null
  readonly sealedOutcome: Buffer | null
  readonly outcome: ReferralOutcome | null
  readonly reason: string | null
  readonly suggestedUnitId: string | null
  readonly claimedBy: string | null
  /** First taken in hand; kept when it is put back. */
  readonly claimedAt: Date | null
  /** Who answered it, and gives the service once it was accepted. */
  readonly handlerId: string | null
  /** For the receiving unit: who claimed or handles it cannot go on now. */
  readonly handlerIsAway: boolean
  readonly claimantIsAway: boolean
  readonly sentAt: Date | null
  readonly acknowledgeDueAt: Date | null
  readonly answerDueAt: Date | null
  readonly serviceDueAt: Date | null
  /** When it goes back to the sender if nobody answers. */
  readonly expiresAt: Date | null
  /** Since when more than the desk has been told of a clock that ran out. */
  readonly escalatedAt: Date | null
  readonly escalationLevel: 'supervisor' | 'coordination' | null
  readonly answeredAt: Date | null
  readonly startedAt: Date | null
  readonly endedAt: Date | null
  readonly confirmedAt: Date | null
  /** The sender asked to stop a service that has begun. */
  readonly cancelAskedAt: Date | null
  readonly cancelAskedReason: string | null
  /** The next appointment. */
  readonly appointmentAt: Date | null
  /** A question of the receiver that waits for its answer. */
  readonly questionAt: Date | null
  readonly received: FeedbackAnswer | null
  readonly safe: FeedbackAnswer | null
  readonly helpful: FeedbackAnswer | null
  readonly supersedesId: string | null
  /** Written and sent together with others; nothing the receiver is told. */
  readonly bundleId: string | null
  readonly createdAt: Date
  readonly updatedAt: Date
  readonly version: number
}

/** A referral the actor can see, with what `decide` asks about its case. */
export interface SeenReferral extends ReferralRow {
  readonly caseFacts: CaseFacts
}

/** Columns of `referral r`, its sender `f` and its receiver `t`. */
export const referralColumns = `
  r.id, r.number, r.case_id AS "caseId", r.from_unit_id AS "fromUnitId", f.name AS "fromUnitName",
  r.from_worker_id AS "fromWorkerId", r.to_unit_id AS "toUnitId", t.name AS "toUnitName",
  t.sector AS "toSector", t.time_zone AS "toTimeZone",
  t.on_ben_an AS "toUnitOnBenAn", r.service, r.urgency, r.status,
  r.requested_sections AS "requestedSections", r.consent_id AS "consentId",
  r.age_band AS "ageBand", r.sex, r.language, r.province_code AS "provinceCode", r.commune,
  r.sealed_key AS "sealedKey", r.sealed_need AS "sealedNeed", r.sealed_outcome AS "sealedOutcome",
  r.outcome, r.reason, r.suggested_unit_id AS "suggestedUnitId", r.claimed_by AS "claimedBy",
  r.claimed_at AS "claimedAt", r.handler_id AS "handlerId",
  coalesce(r.handler_id = ANY ((SELECT guard.away_colleagues())::uuid[]), false) AS "handlerIsAway",
  coalesce(r.claimed_by = ANY ((SELECT guard.away_colleagues())::uuid[]), false) AS "claimantIsAway",
  r.cancel_asked_at AS "cancelAskedAt", r.cancel_asked_reason AS "cancelAskedReason",
  r.appointment_at AS "appointmentAt", r.question_at AS "questionAt", r.sent_at AS "sentAt",
  r.acknowledge_due_at AS "acknowledgeDueAt", r.answer_due_at AS "answerDueAt",
  r.service_due_at AS "serviceDueAt", r.expires_at AS "expiresAt",
  r.escalated_at AS "escalatedAt", r.escalation_level AS "escalationLevel", r.answered_at AS "answeredAt", r.started_at AS "startedAt",
  r.ended_at AS "endedAt", r.confirmed_at AS "confirmedAt", r.received_service AS received,
  r.felt_safe AS safe, r.was_helpful AS helpful, r.supersedes_id AS "supersedesId", r.bundle_id AS "bundleId",
  r.created_at AS "createdAt", r.updated_at AS "updatedAt", r.version`

/** What `decide` asks about a referral. */
export const factsOf = ({
  status,
  fromUnitId,
  toUnitId,
  handlerId,
  claimedBy,
  handlerIsAway,
  claimantIsAway,
}: ReferralRow): ReferralFacts => ({
  status,
  fromUnitId,
  toUnitId,
  handlerId,
  claimedBy,
  handlerIsAway,
  claimantIsAway,
})

/** The state that the rules of movement read. */
export const stateOf = (row: ReferralRow): Referral => ({
  ...draftReferral(row.urgency ?? 'normal'),
  status: row.status,
  sentAt: row.sentAt,
  acknowledgedAt: row.claimedAt,
  answeredAt: row.answeredAt,
  startedAt: row.startedAt,
  cancellationAskedAt: row.cancelAskedAt,
  endedAt: row.endedAt,
  confirmedAt: row.confirmedAt,
  statusReason: row.reason === null ? null : { code: row.reason, note: null },
  suggestedUnitId: row.suggestedUnitId,
  outcome: row.outcome,
  feedback:
    row.received === null || row.safe === null || row.helpful === null
      ? null
      : { received: row.received, safe: row.safe, helpful: row.helpful },
})
