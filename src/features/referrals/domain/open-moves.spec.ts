import { describe, expect, it } from '@jest/globals'
import { openMovesOf, type MovableReferral } from './open-moves.js'

const everything = () => true
const now = new Date('2026-03-02T02:00:00Z')
const referral = (changes: Partial<MovableReferral>): MovableReferral => ({
  status: 'requested',
  claimedBy: null,
  handlerId: null,
  cancelAskedAt: null,
  questionAt: null,
  appointmentAt: null,
  ...changes,
})
const receiver = { side: 'receiver', workerId: 'me', now } as const
const sender = { side: 'sender', workerId: 'you', now } as const

describe('what one can do with a referral', () => {
  it('on the desk: take it in hand, accept, decline, ask, hand it to somebody', () => {
    expect(openMovesOf(referral({}), receiver, everything)).toEqual([
      'claim',
      'accept',
      'reject',
      'ask',
      'assign',
      'enter-in-error',
    ])
  })

  it('put back only what one has in hand oneself', () => {
    const mine = referral({ claimedBy: 'me' })
    expect(openMovesOf(mine, receiver, everything)).toContain('release')
    expect(openMovesOf(mine, { ...receiver, workerId: 'boss' }, everything)).not.toContain(
      'release',
    )
  })

  it('follow the table of moves and the side', () => {
    const accepted = referral({ status: 'accepted', handlerId: 'me' })
    expect(openMovesOf(accepted, receiver, everything)).toEqual([
      'start',
      'complete',
      'appointment',
      'ask',
      'hold',
      'fail',
      'assign',
      'enter-in-error',
    ])
    expect(openMovesOf(accepted, sender, everything)).toEqual(['cancel', 'enter-in-error'])
    const completed = referral({ status: 'completed', handlerId: 'me' })
    expect(openMovesOf(completed, receiver, everything)).toEqual(['enter-in-error'])
    expect(openMovesOf(completed, sender, everything)).toEqual(['confirm', 'enter-in-error'])
  })

  it('stop a begun service only after the sender has asked, who asks once', () => {
    const begun = referral({ status: 'in_progress', handlerId: 'me' })
    expect(openMovesOf(begun, receiver, everything)).not.toContain('confirm-cancel')
    expect(openMovesOf(begun, sender, everything)).toContain('ask-to-cancel')
    const asked = { ...begun, cancelAskedAt: now }
    expect(openMovesOf(asked, receiver, everything)).toContain('confirm-cancel')
    expect(openMovesOf(asked, sender, everything)).not.toContain('ask-to-cancel')
  })

  it('answer only what was asked, and miss only an appointment that is over', () => {
    const accepted = referral({ status: 'accepted', handlerId: 'me' })
    expect(openMovesOf({ ...accepted, questionAt: now }, sender, everything)).toContain('answer')
    const later = new Date(now.getTime() + 1)
    const ahead = { ...accepted, appointmentAt: later }
    expect(openMovesOf(ahead, receiver, everything)).not.toContain('no-show')
    expect(openMovesOf(ahead, { ...receiver, now: later }, everything)).toContain('no-show')
  })

  it('nothing that is not allowed', () => {
    expect(openMovesOf(referral({}), receiver, (action) => action === 'referral.reject')).toEqual([
      'reject',
    ])
  })
})
