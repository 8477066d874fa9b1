export const offerReasons = [
  'person_moves',
  'person_asked',
  'needs_other_expertise',
  'legal_competence',
  'unsafe_here',
  'conflict_of_interest',
  'no_capacity',
  'asked_by_unit',
] as const

/** Why a case is to move. */
export type OfferReason = (typeof offerReasons)[number]

export const withdrawReasons = [
  'person_declined',
  'consent_withdrawn',
  'no_longer_needed',
  'other_unit_found',
  'unsafe_for_person',
  'offered_by_mistake',
] as const

/** Why an offer is taken back before it was answered. */
export type WithdrawReason = (typeof withdrawReasons)[number]

export const keepReasons = [
  'service_under_way',
  'person_trusts_worker',
  'legal_proceedings',
  'smooth_change',
] as const

/** Why the old unit goes on helping, and so goes on seeing something. */
export type KeepReason = (typeof keepReasons)[number]

export const askReasons = [
  'person_lives_here',
  'person_asked',
  'already_helping',
  'legal_competence',
  'specialised_service',
] as const

/** Why another unit asks to take over. */
export type AskReason = (typeof askReasons)[number]

export const declineReasons = [
  'stays_with_us',
  'person_declined',
  'unsafe_for_person',
  'other_unit_found',
  'help_by_referral',
] as const

/** Why the owner keeps the case. */
export type DeclineReason = (typeof declineReasons)[number]
