export const referralSides = ['sender', 'receiver', 'system'] as const

/** Who makes a move. */
export type ReferralSide = (typeof referralSides)[number]

export const referralStatuses = [
  'draft',
  'requested',
  'accepted',
  'in_progress',
  'on_hold',
  'completed',
  'confirmed',
  'rejected',
  'cancelled',
  'expired',
  'failed',
  'entered_in_error',
] as const

export type ReferralStatus = (typeof referralStatuses)[number]

/** What a move asks for besides the right side. */
type MoveNeeds = 'reason' | 'outcome' | null

/** A move that is allowed. */
export interface ReferralTransition {
  readonly from: ReferralStatus
  readonly to: ReferralStatus
  readonly sides: readonly ReferralSide[]
  readonly needs: MoveNeeds
}

const move = (
  from: ReferralStatus,
  to: ReferralStatus,
  sides: readonly ReferralSide[],
  needs: MoveNeeds = null,
): ReferralTransition => ({ from, to, sides, needs })

/**
 * Every move there is (states of the HL7 SDOH Clinical Care guide, Primero and 360X). Once the
 * service has begun only the receiver cancels, because the sender asked for it. The ends are ends:
 * after a rejection the sender decides anew, with a new referral.
 */
export const referralTransitions: readonly ReferralTransition[] = [
  move('draft', 'requested', ['sender']),
  move('requested', 'accepted', ['receiver']),
  move('requested', 'rejected', ['receiver'], 'reason'),
  move('requested', 'cancelled', ['sender'], 'reason'),
  move('requested', 'expired', ['system']),
  move('accepted', 'in_progress', ['receiver']),
  move('accepted', 'on_hold', ['receiver'], 'reason'),
  move('accepted', 'completed', ['receiver'], 'outcome'),
  move('accepted', 'failed', ['receiver'], 'reason'),
  move('accepted', 'cancelled', ['sender', 'receiver'], 'reason'),
  move('in_progress', 'on_hold', ['receiver'], 'reason'),
  move('in_progress', 'completed', ['receiver'], 'outcome'),
  move('in_progress', 'failed', ['receiver'], 'reason'),
  move('in_progress', 'cancelled', ['receiver'], 'reason'),
  move('on_hold', 'in_progress', ['receiver']),
  move('on_hold', 'completed', ['receiver'], 'outcome'),
  move('on_hold', 'failed', ['receiver'], 'reason'),
  move('on_hold', 'cancelled', ['receiver'], 'reason'),
  move('completed', 'confirmed', ['sender']),
  ...referralStatuses
    .filter((from) => from !== 'entered_in_error')
    .map((from) => move(from, 'entered_in_error', ['sender', 'receiver'], 'reason')),
]

/** The move between two states, or null if there is none. */
export const transitionOf = (from: ReferralStatus, to: ReferralStatus): ReferralTransition | null =>
  referralTransitions.find((each) => each.from === from && each.to === to) ?? null

/** May this side move a referral from one state to the other? */
export const canMove = (from: ReferralStatus, to: ReferralStatus, side: ReferralSide): boolean =>
  transitionOf(from, to)?.sides.includes(side) ?? false

/** The states to which this side may move it. */
export const movesOpen = (from: ReferralStatus, side: ReferralSide): ReferralStatus[] =>
  referralTransitions
    .filter((each) => each.from === from && each.sides.includes(side))
    .map(({ to }) => to)

/** The receiver has committed and the service is not over: sections are shared in these states only. */
export const isUnderWay = (status: ReferralStatus): boolean =>
  status === 'accepted' || status === 'in_progress' || status === 'on_hold'

/** The receiver can meet the person: it has committed, and the service is not over. */
export const mayMeet = (status: ReferralStatus): boolean => isUnderWay(status)

/** It came back without the service: the person still waits, and the sender decides anew. */
export const isBackWithSender = (status: ReferralStatus): boolean =>
  status === 'rejected' || status === 'failed' || status === 'expired'

/** Does the referral still ask something of someone? */
export const isOpen = (status: ReferralStatus): boolean =>
  status === 'requested' || isUnderWay(status)

/** No move is left but to say that it was entered in error. */
export const isEnded = (status: ReferralStatus): boolean =>
  !['draft', 'requested', 'accepted', 'in_progress', 'on_hold', 'completed'].includes(status)
