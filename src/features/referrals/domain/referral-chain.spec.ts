import { describe, expect, it } from '@jest/globals'
import { chainOf, mayBeFollowed, type Link } from './referral-chain.js'
import type { FeedbackAnswer } from './outcomes.js'
import { referralStatuses } from './referral-status.js'

const link = (id: string, supersedesId: string | null = null): Link => ({ id, supersedesId })
const idsOf = (all: readonly Link[], id: string): string[] => chainOf(all, id).map((it) => it.id)

describe('a chain of referrals', () => {
  const all = [
    link('declined'),
    link('other need'),
    link('failed', 'declined'),
    link('accepted', 'failed'),
    link('beside it', 'declined'),
  ]

  it('is the same story from whichever of them it is read', () => {
    for (const id of ['declined', 'failed', 'accepted', 'beside it'])
      expect(idsOf(all, id)).toEqual(['declined', 'failed', 'accepted', 'beside it'])
  })

  it('is one alone where nothing took its place', () => {
    expect(idsOf(all, 'other need')).toEqual(['other need'])
  })

  it('begins where the reader’s sight begins', () => {
    expect(idsOf(all.slice(2), 'accepted')).toEqual(['failed', 'accepted'])
  })

  it('goes on from what did not help, and from nothing else', () => {
    const followed = referralStatuses.filter((status) => mayBeFollowed({ status, feedback: null }))
    expect(followed).toEqual(['rejected', 'cancelled', 'expired', 'failed'])
  })

  it('goes on where the service came and the person does not feel safe', () => {
    const confirmed = (safe: FeedbackAnswer) =>
      mayBeFollowed({ status: 'confirmed', feedback: { received: 'yes', safe, helpful: 'yes' } })
    expect(confirmed('no')).toBe(true)
    expect(confirmed('yes')).toBe(false)
  })
})
