import type { OfferReason } from './transfer-reasons.js'
import { canMove, type TransferSide, type TransferStatus } from './transfer-status.js'
import {
  TransferAlreadyContacted,
  TransferAlreadyEnded,
  TransferExpired,
  TransferMoveNotAllowed,
} from './transfer.errors.js'

/** The state of one transfer that its rules read. */
export interface Transfer {
  readonly status: TransferStatus
  readonly expiresAt: Date
  readonly firstContactAt: Date | null
}

/**
 * May it be led there now? An offer whose time has run out is nobody's to answer, whether or not the
 * service has come round to it.
 * @throws TransferAlreadyEnded | TransferExpired | TransferMoveNotAllowed
 */
export const mustMove = (
  { status, expiresAt }: Transfer,
  to: TransferStatus,
  { side, at }: { readonly side: TransferSide; readonly at: Date },
): void => {
  if (status !== 'offered') throw new TransferAlreadyEnded()
  if (!canMove(status, to, side)) throw new TransferMoveNotAllowed()
  const isOver = expiresAt <= at
  if (side === 'receiver' && isOver) throw new TransferExpired()
  if (to === 'expired' && !isOver) throw new TransferMoveNotAllowed()
}

/** The new unit has reached the person: said once. @throws TransferMoveNotAllowed | TransferAlreadyContacted */
export const mustBeFirstContact = ({ status, firstContactAt }: Transfer): void => {
  if (status !== 'accepted') throw new TransferMoveNotAllowed()
  if (firstContactAt !== null) throw new TransferAlreadyContacted()
}

/** What the old unit keeps, because it goes on helping. */
export interface Keeping<Reason extends string = string> {
  /** Mask of sections, to read. */
  readonly sections: number
  readonly reason: Reason
  /** First instant at which it no longer holds. */
  readonly until: Date
  readonly consentId: string
}

/** Longest time something is kept, in days: what goes on longer is a referral. */
export const mostDaysKept = 366

/** Why the case moves, and what the receiving desk must know to decide; without names. */
export interface OfferWords {
  readonly why: OfferReason
  readonly need: string
}
