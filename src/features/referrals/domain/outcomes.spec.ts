import { describe, expect, it } from '@jest/globals'
import { needsFollowUp } from './outcomes.js'

describe('what the person says afterwards', () => {
  it('calls for follow-up when help did not arrive or she is not safe', () => {
    expect(needsFollowUp({ received: 'no', safe: 'yes', helpful: 'not_asked' })).toBe(true)
    expect(needsFollowUp({ received: 'yes', safe: 'partly', helpful: 'yes' })).toBe(true)
  })

  it('closes the loop otherwise', () => {
    expect(needsFollowUp({ received: 'yes', safe: 'yes', helpful: 'no' })).toBe(false)
    expect(needsFollowUp({ received: 'not_asked', safe: 'not_asked', helpful: 'yes' })).toBe(false)
  })
})
