import type { ReferralParties } from '../../referrals/index.js'

/** Whom an event concerns, before anybody asks whether they may know of it. */
export interface Concerned {
  readonly workerIds: readonly string[]
  /** Everybody who answers at this unit's desk. */
  readonly deskUnitId: string | null
}

export const heardEvents = [
  'referral.requested',
  'referral.accepted',
  'referral.rejected',
  'referral.started',
  'referral.completed',
  'referral.failed',
  'referral.cancelled',
  'referral.confirmed',
  'consent.withdrawn',
] as const

/** What people can be told of. */
export type HeardEvent = (typeof heardEvents)[number]

export const isHeard = (type: string): type is HeardEvent => heardEvents.some((one) => one === type)

const nobody: Concerned = { workerIds: [], deskUnitId: null }
const only = (workerId: string | null): Concerned =>
  workerId === null ? nobody : { workerIds: [workerId], deskUnitId: null }

/**
 * Whom to tell, by the state of the referral now: what is no longer waiting calls nobody to the desk,
 * and what was entered in error is not talked about.
 */
export const concernedBy = (event: HeardEvent, parties: ReferralParties): Concerned => {
  if (parties.status === 'draft' || parties.status === 'entered_in_error') return nobody
  switch (event) {
    case 'referral.requested':
      return parties.status === 'requested'
        ? { workerIds: [], deskUnitId: parties.toUnitId }
        : nobody
    case 'referral.accepted':
    case 'referral.rejected':
    case 'referral.started':
    case 'referral.completed':
    case 'referral.failed':
      return only(parties.fromWorkerId)
    case 'referral.cancelled':
    case 'referral.confirmed':
    case 'consent.withdrawn':
      return only(parties.handlerId)
  }
}
