import type { ServiceType } from '../../directory/index.js'
import type { ReferralRow } from '../data/referral-row.js'
import type { DeskFacts } from '../data/referrals.repository.js'
import type { Urgency } from '../domain/urgency.js'

/** Exactly what the receiving desk sees before it accepts: never who, nor the case. */
export interface DeskPreview extends DeskFacts {
  readonly number: string
  readonly fromUnitName: string
  readonly service: ServiceType | null
  readonly urgency: Urgency | null
  readonly need: string | null
  readonly answerDueAt: Date | null
  readonly serviceDueAt: Date | null
}

/** The preview of a referral: one function for the receiver's page and for the sender's check. */
export const deskPreviewOf = (
  row: Pick<
    ReferralRow,
    'number' | 'fromUnitName' | 'service' | 'urgency' | 'answerDueAt' | 'serviceDueAt'
  > &
    DeskFacts,
  need: string | null,
): DeskPreview => ({
  number: row.number,
  fromUnitName: row.fromUnitName,
  service: row.service,
  urgency: row.urgency,
  need,
  ageBand: row.ageBand,
  sex: row.sex,
  language: row.language,
  provinceCode: row.provinceCode,
  commune: row.commune,
  answerDueAt: row.answerDueAt,
  serviceDueAt: row.serviceDueAt,
})
