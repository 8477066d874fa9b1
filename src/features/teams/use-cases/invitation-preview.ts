import type { ServiceType } from '../../directory/index.js'
import type { Urgency } from '../../referrals/index.js'
import type { MemberRow } from '../data/team-rows.js'

/** Exactly what an invited desk sees before it answers: never who, nor the case. */
export interface InvitationPreview {
  readonly number: string
  readonly fromUnitName: string
  readonly purpose: ServiceType
  readonly urgency: Urgency
  readonly need: string
  readonly ageBand: string | null
  readonly sex: string | null
  readonly language: string | null
  readonly provinceCode: string | null
  readonly commune: string | null
  readonly answerDueAt: Date
}

type Shown = Omit<InvitationPreview, 'number' | 'need'> & Pick<MemberRow, 'teamNumber'>

/** One function for the desk's page and for the lead's check. */
export const invitationPreviewOf = (row: Shown, need: string): InvitationPreview => ({
  number: row.teamNumber,
  fromUnitName: row.fromUnitName,
  purpose: row.purpose,
  urgency: row.urgency,
  need,
  ageBand: row.ageBand,
  sex: row.sex,
  language: row.language,
  provinceCode: row.provinceCode,
  commune: row.commune,
  answerDueAt: row.answerDueAt,
})
