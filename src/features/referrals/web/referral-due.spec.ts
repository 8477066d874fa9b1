import { describe, expect, it } from '@jest/globals'
import { dueViewOf, statusViewOf } from './referral-due.js'

const noon = new Date('2026-11-20T05:00:00Z')
const inHours = (hours: number): Date => new Date(noon.getTime() + hours * 3_600_000)

const row = {
  status: 'requested',
  answerDueAt: inHours(24),
  serviceDueAt: inHours(72),
  startedAt: null,
  endedAt: null,
  updatedAt: inHours(-1),
} as const

describe('the clock of a referral', () => {
  it('runs towards the answer, then towards the first service', () => {
    expect(dueViewOf(row, noon)).toMatchObject({ what: 'answer', state: 'open' })
    expect(dueViewOf({ ...row, status: 'accepted' }, noon)).toMatchObject({
      what: 'service',
      at: inHours(72),
    })
  })

  it('says when it is nearly too late, and when it is', () => {
    expect(dueViewOf(row, inHours(20))).toMatchObject({ state: 'soon' })
    expect(dueViewOf(row, inHours(24))).toMatchObject({ state: 'overdue', left: 0 })
  })

  it('stands still once the service has begun or ended', () => {
    expect(dueViewOf({ ...row, status: 'in_progress', startedAt: noon }, noon)).toEqual({
      kind: 'turned',
      sentence: 'referrals.due.started',
      at: noon,
    })
    expect(dueViewOf({ ...row, status: 'rejected', endedAt: noon }, noon)).toMatchObject({
      sentence: 'referrals.due.ended',
    })
  })
})

describe('the state of a referral', () => {
  it('is new to the desk until somebody takes it in hand', () => {
    const requested = { status: 'requested', claimedBy: null } as const
    expect(statusViewOf(requested, 'receiver').sentence).toBe('referrals.status.new')
    expect(statusViewOf({ ...requested, claimedBy: 'somebody' }, 'receiver').sentence).toBe(
      'referrals.status.in-review',
    )
  })

  it('waits for an answer, to the sender, until there is one', () => {
    expect(statusViewOf({ status: 'requested', claimedBy: 'somebody' }, 'sender').sentence).toBe(
      'code.status.requested',
    )
  })
})
