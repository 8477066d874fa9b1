import { describe, expect, it } from '@jest/globals'
import { fhirStatusOf } from './referral-fhir.js'
import { reasonsFor } from './referral-reasons.js'
import {
  canMove,
  isEnded,
  isOpen,
  isUnderWay,
  movesOpen,
  referralStatuses,
  referralTransitions,
} from './referral-status.js'

describe('moves of a referral', () => {
  it('are these and no others', () => {
    const moves = referralStatuses.map((from) => [
      from,
      [...new Set(referralTransitions.filter((each) => each.from === from).map(({ to }) => to))],
    ])
    const error = 'entered_in_error'
    expect(Object.fromEntries(moves)).toEqual({
      draft: ['requested', error],
      requested: ['accepted', 'rejected', 'cancelled', 'expired', error],
      accepted: ['in_progress', 'on_hold', 'completed', 'failed', 'cancelled', error],
      in_progress: ['on_hold', 'completed', 'failed', 'cancelled', error],
      on_hold: ['in_progress', 'completed', 'failed', 'cancelled', error],
      completed: ['confirmed', error],
      confirmed: [error],
      rejected: [error],
      cancelled: [error],
      expired: [error],
      failed: [error],
      entered_in_error: [],
    })
  })

  it('belong to their side', () => {
    expect(canMove('requested', 'accepted', 'receiver')).toBe(true)
    expect(canMove('requested', 'accepted', 'sender')).toBe(false)
    expect(canMove('requested', 'expired', 'system')).toBe(true)
    expect(canMove('requested', 'expired', 'sender')).toBe(false)
    expect(canMove('completed', 'confirmed', 'receiver')).toBe(false)
  })

  it('offer each side what it may do', () => {
    expect(movesOpen('requested', 'sender')).toEqual(['cancelled', 'entered_in_error'])
    expect(movesOpen('rejected', 'system')).toEqual([])
  })

  it('that need a reason have a list to choose from', () => {
    for (const { to, needs } of referralTransitions) {
      expect(reasonsFor(to).length > 0).toBe(needs === 'reason')
    }
  })

  it('share sections only while the receiver is committed', () => {
    expect(referralStatuses.filter(isUnderWay)).toEqual(['accepted', 'in_progress', 'on_hold'])
    expect(referralStatuses.filter(isOpen)).toEqual([
      'requested',
      'accepted',
      'in_progress',
      'on_hold',
    ])
    expect(isEnded('completed')).toBe(false)
    expect(isEnded('confirmed')).toBe(true)
  })
})

describe('a status in FHIR', () => {
  it('is a different one for each of ours', () => {
    const told = referralStatuses.map((status) => {
      const { task, businessStatus } = fhirStatusOf(status)
      return `${task} ${businessStatus ?? ''}`
    })
    expect(new Set(told).size).toBe(referralStatuses.length)
  })

  it('completes the request only when the sender has confirmed', () => {
    expect(fhirStatusOf('completed')).toMatchObject({ task: 'completed', serviceRequest: 'active' })
    expect(fhirStatusOf('confirmed')).toMatchObject({
      task: 'completed',
      serviceRequest: 'completed',
    })
  })
})
