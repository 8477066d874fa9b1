/** Why a consent is taken back, as the one who records it says. */
export const withdrawalReasons = [
  'person_asked',
  'representative_asked',
  'danger',
  'no_longer_needed',
  'recorded_wrongly',
] as const

export type WithdrawalReason = (typeof withdrawalReasons)[number]

/** Every reason a consent ends before its time: also because a narrower one took its place, or a review found it not justified. */
export const endReasons = [...withdrawalReasons, 'narrowed', 'not_justified'] as const

export type EndReason = (typeof endReasons)[number]

/** What a person says when a consent is taken back; the words are sealed with the case. */
export interface Withdrawal {
  readonly reason: WithdrawalReason
  readonly note: string | null
}

/** Nothing more is asked for: she may take it back at any time, without giving a reason. */
export const theyAsked: Withdrawal = { reason: 'person_asked', note: null }

export const stopReasons = ['withdrawn', 'expired', 'narrowed', 'not_justified'] as const

/** Why a recipient has to stop using what was shared. */
export type StopReason = (typeof stopReasons)[number]

/** What a withdrawal does to a referral that stands on the consent. */
export const effects = ['draft', 'requested', 'under-way', 'by-phone', 'ended', 'none'] as const

export type Effect = (typeof effects)[number]

/**
 * The effect, by where the referral stands; `lost` says whether any section closes by it, `isOutside`
 * that the receiver has to be called, since nobody there can be told otherwise.
 */
export const effectOn = (status: string, lost: boolean, isOutside: boolean): Effect => {
  const effect = effectInside(status, lost)
  return isOutside && effect !== 'draft' && effect !== 'none' ? 'by-phone' : effect
}

const effectInside = (status: string, lost: boolean): Effect => {
  if (!lost) return 'none'
  switch (status) {
    case 'draft':
    case 'requested':
      return status
    case 'accepted':
    case 'in_progress':
    case 'on_hold':
      return 'under-way'
    case 'completed':
    case 'confirmed':
    case 'failed':
    case 'cancelled':
      return 'ended'
    default:
      return 'none'
  }
}

/** A week and a day before a consent ends, its lead is reminded to ask anew. */
export const remindDaysBefore = [7, 1] as const
