import { sectionsOf } from '../../../platform/access/sections.js'
import type { Locale } from '../../../platform/i18n/index.js'
import { saySectionRow } from '../../cases/index.js'
import { fhirStatusOf } from '../domain/referral-fhir.js'
import type { ListedReferral } from '../use-cases/list-referrals.js'
import type { OneReferral } from '../use-cases/read-referral.js'
import type { ReferralDto, ReferralSummaryDto } from './referral.dto.js'

const iso = (at: Date | null): string | null => at?.toISOString() ?? null

type Summarised = Omit<ListedReferral, 'claimedByName' | 'handlerName' | 'isOrphaned' | 'sortKey'>

/** What a list of the API tells of a referral; the receiver is not told of which case it is. */
export const referralSummaryOf = (row: Summarised, side: OneReferral['side']) =>
  ({
    id: row.id,
    number: row.number,
    status: row.status,
    fhirTaskStatus: fhirStatusOf(row.status).task,
    service: row.service,
    urgency: row.urgency,
    from: { id: row.fromUnitId, name: row.fromUnitName },
    to: row.toUnitId === null ? null : { id: row.toUnitId, name: row.toUnitName ?? '' },
    caseId: side === 'sender' ? row.caseId : null,
    ageBand: row.ageBand,
    sex: row.sex,
    claimedBy: side === 'receiver' ? row.claimedBy : null,
    sentAt: iso(row.sentAt),
    answerDueAt: iso(row.answerDueAt),
    serviceDueAt: iso(row.serviceDueAt),
    expiresAt: iso(row.expiresAt),
    escalatedAt: iso(row.escalatedAt),
    escalationLevel: row.escalationLevel,
    answeredAt: iso(row.answeredAt),
    startedAt: iso(row.startedAt),
    endedAt: iso(row.endedAt),
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    version: row.version,
  }) satisfies ReferralSummaryDto

/** What the API tells of one referral. */
export const referralOf = (view: OneReferral, locale: Locale): ReferralDto => {
  const { referral, side, sharing, preview } = view
  return {
    ...referralSummaryOf(referral, side),
    side,
    fhirBusinessStatus: fhirStatusOf(referral.status).businessStatus,
    need: preview.need,
    language: preview.language,
    provinceCode: preview.provinceCode,
    commune: preview.commune,
    handlerId: referral.handlerId,
    acknowledgeDueAt: iso(referral.acknowledgeDueAt),
    cancelAskedAt: iso(referral.cancelAskedAt),
    appointmentAt: iso(referral.appointmentAt),
    questionAt: iso(referral.questionAt),
    confirmedAt: iso(referral.confirmedAt),
    reason: referral.reason,
    suggestedUnitId: referral.suggestedUnitId,
    outcome: referral.outcome,
    outcomeText: view.outcomeText,
    feedback: view.feedback,
    supersedesId: side === 'sender' ? referral.supersedesId : null,
    chain: view.chain.map(({ id, number, status, unitName, reason, supersedesId }) => ({
      id,
      number,
      status,
      unit: unitName,
      reason,
      supersedesId,
    })),
    requestedSections: side === 'sender' ? sectionsOf(referral.requestedSections) : null,
    sharedSections: sharing?.sections ?? null,
    shared:
      sharing?.content?.map(({ section, rows }) => ({
        section,
        rows: rows.map((row) => ({ label: saySectionRow(row, locale).label, value: row.value })),
      })) ?? null,
    stopNotices: view.life.notices.map(({ id, why, sections, toldAt, acknowledgedAt }) => ({
      id,
      why,
      sections,
      toldAt: toldAt.toISOString(),
      understoodAt: iso(acknowledgedAt),
    })),
    shareRequests: view.life.requests.map((request) => ({
      sections: request.sections,
      reason: request.reason,
      askedAt: request.askedAt.toISOString(),
      answer: request.answer,
      answerText: request.answerText,
    })),
    told: view.time.told.map(({ clock, level, at, reaches, names }) => ({
      clock,
      level,
      at: at.toISOString(),
      reaches,
      workers: names,
    })),
    nextUnits: view.time.nextUnits?.map(({ unit }) => ({ id: unit.id, name: unit.name })) ?? null,
    moves: view.moves,
    events: view.story.map((line) => ({
      at: line.at.toISOString(),
      kind: line.kind,
      status: line.toStatus,
      reason: line.reason,
      note: line.note,
      worker: line.byName,
      unit: line.byUnitName,
    })),
  }
}
