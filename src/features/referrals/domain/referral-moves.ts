import { clockRules, reachedAt } from './clocks.js'
import type { Feedback, ReferralOutcome } from './outcomes.js'
import { reasonsFor } from './referral-reasons.js'
import {
  isUnderWay,
  transitionOf,
  type ReferralSide,
  type ReferralStatus,
} from './referral-status.js'
import {
  ReferralAlreadyAnswered,
  ReferralCancellationNotAsked,
  ReferralMoveNotAllowed,
  ReferralMoveOfOtherSide,
  ReferralNotYetExpired,
  ReferralOutcomeMissing,
  ReferralReasonMissing,
} from './referral.errors.js'
import type { Referral, StatusReason } from './referral.js'

/** Who moves, and when. */
export interface Move {
  readonly side: ReferralSide
  readonly at: Date
}

/** A move that has to say why. */
export interface ReasonedMove extends Move {
  readonly reason: StatusReason
}

// Checks the table for everybody; the exported moves only say what else changes.
const moveTo = (
  referral: Referral,
  to: ReferralStatus,
  { side, at, reason, outcome }: Move & { reason?: StatusReason; outcome?: ReferralOutcome },
): Referral => {
  const transition = transitionOf(referral.status, to)
  if (transition === null) throw refusal(referral, to)
  if (!transition.sides.includes(side)) throw new ReferralMoveOfOtherSide()
  if (transition.needs === 'reason' && !(reason && reasonsFor(to).includes(reason.code))) {
    throw new ReferralReasonMissing()
  }
  if (transition.needs === 'outcome' && outcome === undefined) throw new ReferralOutcomeMissing()
  return {
    ...referral,
    status: to,
    statusReason: reason ?? null,
    pauses: referral.status === 'on_hold' ? endPause(referral, at) : referral.pauses,
  }
}

// To answer twice is the one mistake two honest people make at the same time: it has its own words.
const refusal = (referral: Referral, to: ReferralStatus): Error =>
  (to === 'accepted' || to === 'rejected') && referral.answeredAt !== null
    ? new ReferralAlreadyAnswered()
    : new ReferralMoveNotAllowed(referral.status, to)

const endPause = ({ pauses }: Referral, at: Date): Referral['pauses'] =>
  pauses.map((pause) => (pause.to === null ? { ...pause, to: at } : pause))

/** Sends a draft: the clocks start. */
export const sendReferral = (referral: Referral, move: Move): Referral => ({
  ...moveTo(referral, 'requested', move),
  sentAt: move.at,
})

/** The receiver has seen it. Seeing it again changes nothing. */
export const acknowledgeReferral = (referral: Referral, { side, at }: Move): Referral => {
  if (side !== 'receiver') throw new ReferralMoveOfOtherSide()
  if (referral.acknowledgedAt !== null) return referral
  if (referral.status !== 'requested')
    throw new ReferralMoveNotAllowed(referral.status, 'requested')
  return { ...referral, acknowledgedAt: at }
}

/** The receiver commits. */
export const acceptReferral = (referral: Referral, move: Move): Referral => ({
  ...moveTo(referral, 'accepted', move),
  acknowledgedAt: referral.acknowledgedAt ?? move.at,
  answeredAt: move.at,
})

/** The receiver declines, says why and may name another unit. */
export const rejectReferral = (
  referral: Referral,
  move: ReasonedMove & { readonly suggestedUnitId?: string | null },
): Referral => ({
  ...moveTo(referral, 'rejected', move),
  acknowledgedAt: referral.acknowledgedAt ?? move.at,
  answeredAt: move.at,
  endedAt: move.at,
  suggestedUnitId: move.suggestedUnitId ?? null,
})

/** The first service is given. */
export const startReferral = (referral: Referral, move: Move): Referral => {
  if (referral.status === 'on_hold') {
    throw new ReferralMoveNotAllowed(referral.status, 'in_progress')
  }
  return { ...moveTo(referral, 'in_progress', move), startedAt: move.at }
}

/** The service pauses: the only thing that stops a clock. */
export const holdReferral = (referral: Referral, move: ReasonedMove): Referral => ({
  ...moveTo(referral, 'on_hold', move),
  pauses: [...referral.pauses, { from: move.at, to: null }],
})

/** The service goes on, or begins after a pause. */
export const resumeReferral = (referral: Referral, move: Move): Referral => {
  if (referral.status !== 'on_hold') {
    throw new ReferralMoveNotAllowed(referral.status, 'in_progress')
  }
  return { ...moveTo(referral, 'in_progress', move), startedAt: referral.startedAt ?? move.at }
}

/** The service was given; its outcome goes back to the sender. */
export const completeReferral = (
  referral: Referral,
  move: Move & { readonly outcome: ReferralOutcome },
): Referral => ({
  ...moveTo(referral, 'completed', move),
  startedAt: referral.startedAt ?? move.at,
  endedAt: move.at,
  outcome: move.outcome,
})

/** The service could not be given. */
export const failReferral = (referral: Referral, move: ReasonedMove): Referral => ({
  ...moveTo(referral, 'failed', move),
  endedAt: move.at,
})

/** The sender asks the receiver to stop a service that has begun. Asking again changes nothing. */
export const askToCancelReferral = (referral: Referral, { side, at }: Move): Referral => {
  if (!isUnderWay(referral.status)) throw new ReferralMoveNotAllowed(referral.status, 'cancelled')
  if (side !== 'sender') throw new ReferralMoveOfOtherSide()
  return { ...referral, cancellationAskedAt: referral.cancellationAskedAt ?? at }
}

/** The referral is withdrawn; once the service has begun the receiver confirms what the sender asked. */
export const cancelReferral = (referral: Referral, move: ReasonedMove): Referral => {
  const moved = moveTo(referral, 'cancelled', move)
  if (move.side === 'receiver' && referral.cancellationAskedAt === null) {
    throw new ReferralCancellationNotAsked()
  }
  return { ...moved, endedAt: move.at }
}

/** Share of the answer's time after which an unanswered referral goes back to the sender. */
const expiryShare = 2

/** When an unanswered referral expires, or null if it was not sent. */
export const expiresAt = (
  { urgency, sentAt }: Pick<Referral, 'urgency' | 'sentAt'>,
  timeZone?: string,
): Date | null =>
  sentAt === null
    ? null
    : reachedAt(clockRules[urgency].answer, expiryShare, {
        startedAt: sentAt,
        ...(timeZone === undefined ? {} : { timeZone }),
      })

/** Nobody answered, the coordination body has been told, and the sender looks for another unit. */
export const expireReferral = (
  referral: Referral,
  move: Move & { readonly timeZone?: string },
): Referral => {
  const moved = moveTo(referral, 'expired', move)
  const expiry = expiresAt(referral, move.timeZone)
  if (expiry === null || move.at < expiry) throw new ReferralNotYetExpired()
  return { ...moved, endedAt: move.at }
}

/** The sender has asked the person: the loop is closed. */
export const confirmReferral = (
  referral: Referral,
  move: Move & { readonly feedback: Feedback },
): Referral => ({
  ...moveTo(referral, 'confirmed', move),
  confirmedAt: move.at,
  feedback: move.feedback,
})

/** The record should never have been. */
export const markReferralInError = (referral: Referral, move: ReasonedMove): Referral => ({
  ...moveTo(referral, 'entered_in_error', move),
  endedAt: referral.endedAt ?? move.at,
})
