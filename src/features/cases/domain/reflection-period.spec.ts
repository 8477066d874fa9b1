import { describe, expect, it } from '@jest/globals'
import { reflectionOn } from './reflection-period.js'

describe('time to recover and reflect', () => {
  it('is thirty days where no last day was written', () => {
    expect(reflectionOn({ from: '2026-03-01', until: null }, '2026-03-01')).toEqual({
      lastDay: '2026-03-30',
      daysLeft: 30,
      isTooShort: false,
    })
  })

  it('runs out the day after its last', () => {
    const period = { from: '2026-03-01', until: null }
    expect(reflectionOn(period, '2026-03-30').daysLeft).toBe(1)
    expect(reflectionOn(period, '2026-03-31').daysLeft).toBe(0)
  })

  it('says when fewer days were given', () => {
    expect(reflectionOn({ from: '2026-03-01', until: '2026-03-29' }, '2026-03-02').isTooShort).toBe(
      true,
    )
    expect(reflectionOn({ from: '2026-03-01', until: '2026-03-30' }, '2026-03-02').isTooShort).toBe(
      false,
    )
  })

  it('is whole before it begins', () => {
    expect(reflectionOn({ from: '2026-03-10', until: null }, '2026-03-01').daysLeft).toBe(30)
  })
})
