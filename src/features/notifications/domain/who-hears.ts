import type { ReferralParties } from '../../referrals/index.js'

/** Whom something that happened to a referral concerns. */
export interface ReferralConcern {
  readonly workerIds: readonly string[]
  readonly deskUnitId: string | null
  readonly supervisorsOfUnitId: string | null
  /** The coordination body over this unit. */
  readonly coordinationOverUnitId: string | null
  readonly asksForDeed: boolean
}

/** What happens to a referral, or to the consent it stands on, and is told of. */
export const heardEvents = [
  'referral.requested',
  'referral.accepted',
  'referral.rejected',
  'referral.started',
  'referral.held',
  'referral.resumed',
  'referral.appointment-set',
  'referral.no-show',
  'referral.completed',
  'referral.failed',
  'referral.cancelled',
  'referral.confirmed',
  'referral.asked',
  'referral.answered',
  'referral.cancel-asked',
  'referral.assigned',
  'referral.entered-in-error',
  'referral.reminded',
  'referral.escalated',
  'referral.expired',
  'referral.shared-more',
  'referral.more-asked',
  'referral.more-declined',
  'referral.stop-understood',
  'consent.withdrawn',
  'consent.expired',
] as const

export type HeardEvent = (typeof heardEvents)[number]

export const isHeard = (type: string): type is HeardEvent => heardEvents.some((one) => one === type)

/** What the desk is called for as long as it has not answered. */
export const callsToTheDesk: readonly HeardEvent[] = [
  'referral.requested',
  'referral.reminded',
  'referral.answered',
]

const nobody: ReferralConcern = {
  workerIds: [],
  deskUnitId: null,
  supervisorsOfUnitId: null,
  coordinationOverUnitId: null,
  asksForDeed: false,
}
const only = (workerId: string | null, asksForDeed = false): ReferralConcern =>
  workerId === null ? nobody : { ...nobody, workerIds: [workerId], asksForDeed }
const desk = (deskUnitId: string | null): ReferralConcern => ({
  ...nobody,
  deskUnitId,
  asksForDeed: true,
})

const isOpen = ({ status }: ReferralParties): boolean =>
  ['requested', 'accepted', 'in_progress', 'on_hold'].includes(status)

/** The one who has taken it up, or else everybody at the desk where it lies. */
const whoHoldsIt = (parties: ReferralParties): ReferralConcern => {
  if (!isOpen(parties)) return nobody
  if (parties.status !== 'requested') return only(parties.handlerId, true)
  return parties.claimedBy === null ? desk(parties.toUnitId) : only(parties.claimedBy, true)
}

/**
 * Whom to tell, by the state of the referral now: what is no longer waiting calls nobody to the desk,
 * and what was entered in error is not talked about, except that it was.
 * @param level of an escalation: see `escalationLevels`
 * @param reaches whom a clock's step reached: see `Reach`
 */
export const concernedBy = (
  event: HeardEvent,
  parties: ReferralParties,
  level?: unknown,
  reaches?: unknown,
): ReferralConcern => {
  if (parties.status === 'draft') return nobody
  if (event === 'referral.entered-in-error')
    return {
      ...nobody,
      workerIds: [parties.fromWorkerId, parties.handlerId ?? parties.claimedBy].filter(
        (one) => one !== null,
      ),
    }
  if (parties.status === 'entered_in_error') return nobody
  switch (event) {
    case 'referral.requested':
      return parties.status === 'requested' ? desk(parties.toUnitId) : nobody
    case 'referral.accepted':
    case 'referral.started':
    case 'referral.held':
    case 'referral.resumed':
    case 'referral.appointment-set':
      return only(parties.fromWorkerId)
    case 'referral.rejected':
    case 'referral.no-show':
    case 'referral.completed':
    case 'referral.failed':
    case 'referral.expired':
    case 'referral.asked':
      return only(parties.fromWorkerId, true)
    case 'referral.more-asked':
      return only(parties.fromWorkerId, true)
    case 'referral.stop-understood':
      return only(parties.fromWorkerId)
    case 'referral.shared-more':
    case 'referral.more-declined':
    case 'referral.cancelled':
    case 'referral.confirmed':
    case 'consent.withdrawn':
    case 'consent.expired':
      return only(parties.handlerId)
    case 'referral.answered':
    case 'referral.cancel-asked':
    case 'referral.assigned':
      return whoHoldsIt(parties)
    case 'referral.reminded':
      // Nobody there can be told: a unit without the service, or a desk with nobody above it.
      return reaches === 'sender' && isOpen(parties)
        ? only(parties.fromWorkerId, true)
        : whoHoldsIt(parties)
    case 'referral.escalated':
      if (!isOpen(parties)) return nobody
      return level === 'coordination'
        ? { ...nobody, coordinationOverUnitId: parties.toUnitId, asksForDeed: true }
        : { ...nobody, supervisorsOfUnitId: parties.toUnitId, asksForDeed: true }
  }
}
