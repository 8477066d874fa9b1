import { needsFollowUp } from './outcomes.js'
import { isBackWithSender } from './referral-status.js'
import type { Referral } from './referral.js'

/** A referral, as far as the story of a chain asks. */
export interface Link {
  readonly id: string
  /** The referral it takes the place of. */
  readonly supersedesId: string | null
}

/**
 * All referrals that took each other's place, this one among them, in the order given: the attempts
 * to find help for one need, told as one story. Two may follow the same one.
 */
export const chainOf = <L extends Link>(all: readonly L[], id: string): L[] => {
  const known = new Map(all.map((link) => [link.id, link]))
  const firstOf = (start: string): string => {
    const seen = new Set<string>()
    let at = start
    for (;;) {
      seen.add(at)
      const before = known.get(at)?.supersedesId ?? null
      if (before === null || !known.has(before) || seen.has(before)) return at
      at = before
    }
  }
  const first = firstOf(id)
  return all.filter((link) => firstOf(link.id) === first)
}

/** The help did not come of it, or left the person unsafe, and another referral may take its place. */
export const mayBeFollowed = ({
  status,
  feedback,
}: Pick<Referral, 'status' | 'feedback'>): boolean =>
  isBackWithSender(status) ||
  status === 'cancelled' ||
  (feedback !== null && needsFollowUp(feedback))
