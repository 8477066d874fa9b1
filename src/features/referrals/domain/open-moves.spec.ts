import { describe, expect, it } from '@jest/globals'
import { openMovesOf } from './open-moves.js'

const everything = () => true

describe('what one can do with a referral', () => {
  it('on the desk: take it in hand, accept or decline', () => {
    const unclaimed = { status: 'requested', claimedBy: null } as const
    expect(openMovesOf(unclaimed, 'receiver', 'me', everything)).toEqual([
      'claim',
      'accept',
      'reject',
    ])
  })

  it('put back only what one has in hand oneself', () => {
    const mine = { status: 'requested', claimedBy: 'me' } as const
    expect(openMovesOf(mine, 'receiver', 'me', everything)).toContain('release')
    expect(openMovesOf(mine, 'receiver', 'my supervisor', everything)).not.toContain('release')
  })

  it('follow the table of moves and the side', () => {
    const accepted = { status: 'accepted', claimedBy: 'me' } as const
    expect(openMovesOf(accepted, 'receiver', 'me', everything)).toEqual([
      'start',
      'complete',
      'fail',
    ])
    expect(openMovesOf(accepted, 'sender', 'you', everything)).toEqual(['cancel'])
    const completed = { status: 'completed', claimedBy: 'me' } as const
    expect(openMovesOf(completed, 'receiver', 'me', everything)).toEqual([])
    expect(openMovesOf(completed, 'sender', 'you', everything)).toEqual(['confirm'])
  })

  it('nothing that is not allowed', () => {
    const unclaimed = { status: 'requested', claimedBy: null } as const
    expect(
      openMovesOf(unclaimed, 'receiver', 'me', (action) => action === 'referral.reject'),
    ).toEqual(['reject'])
  })
})
