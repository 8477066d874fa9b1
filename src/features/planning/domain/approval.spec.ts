import { describe, expect, it } from '@jest/globals'
import { standingOf, type ApprovalAsked } from './approval.js'

const asked = (state: ApprovalAsked['state'], pin = '3'): ApprovalAsked => ({ state, pin })

describe('an approval', () => {
  it('counts for the very version it was asked about', () => {
    expect(standingOf(true, [asked('approved')], '3')).toMatchObject({
      isGiven: true,
      isOutdated: false,
      isSatisfied: true,
    })
    expect(standingOf(true, [asked('approved')], '4')).toMatchObject({
      isGiven: false,
      isOutdated: true,
      isSatisfied: false,
    })
  })

  it('that was returned, waits, or was never asked for is none', () => {
    for (const list of [[], [asked('requested')], [asked('returned')], [asked('withdrawn')]])
      expect(standingOf(true, list, '3').isSatisfied).toBe(false)
    expect(standingOf(true, [asked('returned'), asked('approved')], '3').isGiven).toBe(false)
  })

  it('that was taken back leaves the one before as it was', () => {
    expect(standingOf(true, [asked('withdrawn', '4'), asked('approved')], '3').isGiven).toBe(true)
  })

  it('is in nobody’s way where the unit does not want it', () => {
    expect(standingOf(false, [], '3')).toMatchObject({ isGiven: false, isSatisfied: true })
  })
})
