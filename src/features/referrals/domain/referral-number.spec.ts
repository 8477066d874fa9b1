import { describe, expect, it } from '@jest/globals'
import { formatReferralNumber, parseReferralNumber } from './referral-number.js'

describe('a referral number', () => {
  it('is written short', () => {
    expect(formatReferralNumber({ year: 2026, sequence: 1184 })).toBe('CG-26-01184')
  })

  it('is read as people type it', () => {
    expect(parseReferralNumber(' cg-26-01184')).toEqual({ year: 2026, sequence: 1184 })
    expect(parseReferralNumber('CG-26-100000')).toEqual({ year: 2026, sequence: 100_000 })
  })

  it.each(['CG-26-1184', 'CG-26-00000', 'CG-2026-01184', 'BA-2026-000123', ''])(
    'is not %j',
    (text) => {
      expect(parseReferralNumber(text)).toBeNull()
    },
  )

  it('is never written from nothing', () => {
    expect(() => formatReferralNumber({ year: 26, sequence: 1 })).toThrow(RangeError)
    expect(() => formatReferralNumber({ year: 2026, sequence: 0 })).toThrow(RangeError)
  })
})
