import type { ReferralStatus } from './referral-status.js'

export const rejectionReasons = [
  'no_capacity',
  'outside_area',
  'not_eligible',
  'service_suspended',
  'person_declined',
  'conflict_of_interest',
  'duplicate',
  'needs_higher_protection',
  'information_insufficient',
] as const

/** Why a receiver declines. */
export type RejectionReason = (typeof rejectionReasons)[number]

export const cancelReasons = [
  'person_declined',
  'consent_withdrawn',
  'no_longer_needed',
  'other_unit_found',
  'unsafe_for_person',
  'contact_lost',
  'case_transferred',
  'case_closed',
] as const

/** Why a referral is withdrawn before its end. */
export type CancelReason = (typeof cancelReasons)[number]

export const holdReasons = [
  'person_asked',
  'person_unreachable',
  'unsafe_now',
  'waiting_for_documents',
  'waiting_for_place',
  'waiting_for_other_service',
] as const

/** Why the service pauses. */
export type HoldReason = (typeof holdReasons)[number]

export const failReasons = [
  'contact_lost',
  'person_left',
  'person_declined',
  'service_unavailable',
  'not_eligible_after_all',
  'unsafe_to_continue',
  'death',
] as const

/** Why the service could not be given. */
export type FailReason = (typeof failReasons)[number]

export const errorReasons = ['wrong_person', 'wrong_unit', 'duplicate', 'sent_by_mistake'] as const

/** Why a record should never have been. */
export type ErrorReason = (typeof errorReasons)[number]

/** Codes from which the reason of a move into this state is chosen; empty where none is asked for. */
export const reasonsFor = (status: ReferralStatus): readonly string[] => {
  switch (status) {
    case 'rejected':
      return rejectionReasons
    case 'cancelled':
      return cancelReasons
    case 'on_hold':
      return holdReasons
    case 'failed':
      return failReasons
    case 'entered_in_error':
      return errorReasons
    default:
      return []
  }
}
