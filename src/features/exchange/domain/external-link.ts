import { canMove, type ReferralStatus } from '../../referrals/index.js'

/** For how many days a link may be made. */
export const linkDays = [3, 7, 14, 30] as const

export type LinkDays = (typeof linkDays)[number]

export const proposedDays: LinkDays = 14

/** The latest link of a referral, as its sender may know it: neither address nor code. */
export interface ExternalLink {
  readonly id: string
  readonly createdAt: Date
  readonly expiresAt: Date
  readonly triesLeft: number
  /** First opened with the right code. */
  readonly openedAt: Date | null
  /** The last answer given through it. */
  readonly answeredAt: Date | null
  readonly revokedAt: Date | null
}

export const linkStates = ['waiting', 'opened', 'answered', 'locked', 'expired', 'revoked'] as const

export type LinkState = (typeof linkStates)[number]

/** How it stands with a link; what ended it is said before what was done with it. */
export const linkStateOf = (link: ExternalLink, now: Date): LinkState => {
  if (link.revokedAt !== null) return 'revoked'
  if (link.triesLeft === 0) return 'locked'
  if (link.expiresAt <= now) return 'expired'
  if (link.answeredAt !== null) return 'answered'
  return link.openedAt === null ? 'waiting' : 'opened'
}

/** What may be said through a link. */
export const externalMoves = ['accept', 'reject', 'complete', 'fail'] as const

export type ExternalMove = (typeof externalMoves)[number]

const leadsTo = {
  accept: 'accepted',
  reject: 'rejected',
  complete: 'completed',
  fail: 'failed',
} as const satisfies Record<ExternalMove, ReferralStatus>

/** The state an answer leads to. */
export const statusAfter = (move: ExternalMove): (typeof leadsTo)[ExternalMove] => leadsTo[move]

/** What the other side can say now. */
export const externalMovesFrom = (status: ReferralStatus): ExternalMove[] =>
  // To complete or fail what nobody has accepted would be the table's to refuse; to accept comes first.
  externalMoves.filter((move) => canMove(status, leadsTo[move], 'receiver'))
