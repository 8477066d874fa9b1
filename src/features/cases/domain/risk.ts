/** Ordered from least to most. Wording: inter-agency child-protection case-management procedures. */
export const riskLevels = ['none', 'low', 'medium', 'high'] as const

export type RiskLevel = (typeof riskLevels)[number]

/** How soon someone acts on a risk level. Null = no clock. */
export interface RiskClock {
  readonly firstActionHours: number | null
  readonly followUpDays: number | null
  /** False until a practitioner has confirmed the figures for the place where they are used. */
  readonly verified: boolean
}

/** First action and follow-up per level; common practice, not yet confirmed for Viet Nam. */
export const riskClocks: Readonly<Record<RiskLevel, RiskClock>> = {
  high: { firstActionHours: 24, followUpDays: 7, verified: false },
  medium: { firstActionHours: 72, followUpDays: 14, verified: false },
  low: { firstActionHours: 7 * 24, followUpDays: 30, verified: false },
  none: { firstActionHours: null, followUpDays: null, verified: true },
}

/** Each of these alone makes the risk high at once, whatever else was assessed. */
export const riskReasons = [
  'perpetrator_can_reach_child',
  'active_sextortion',
  'suicidal_talk',
  'live_streaming_under_way',
  'held_in_compound',
  'being_located',
  'under_six',
] as const

export type RiskReason = (typeof riskReasons)[number]

/** The level after all reasons have been heard: any reason raises to high, none ever lowers. */
export const riskWith = (assessed: RiskLevel, reasons: readonly RiskReason[]): RiskLevel =>
  reasons.length > 0 ? 'high' : assessed

/** Reasons that follow from the age alone; an unknown age gives none, the worker decides. */
export const riskReasonsOfAge = (ageInYears: number | null): RiskReason[] =>
  ageInYears !== null && ageInYears < 6 ? ['under_six'] : []

/** Is the first level more urgent than the second? */
export const isHigherRisk = (one: RiskLevel, other: RiskLevel): boolean =>
  riskLevels.indexOf(one) > riskLevels.indexOf(other)

/** When the first action is due, or null where no risk was found. */
export const firstActionDue = (level: RiskLevel, assessedAt: Date): Date | null => {
  const hours = riskClocks[level].firstActionHours
  return hours === null ? null : new Date(assessedAt.getTime() + hours * 3_600_000)
}

/** When the person is to be seen again, or null where no risk was found. */
export const followUpDue = (level: RiskLevel, lastContactAt: Date): Date | null => {
  const days = riskClocks[level].followUpDays
  return days === null ? null : new Date(lastContactAt.getTime() + days * 86_400_000)
}
