import { describe, expect, it } from '@jest/globals'
import { addDays } from '../../../platform/clock/local-time.js'
import { daysBetween, elapsedOf } from './elapsed.js'

describe('days', () => {
  it('are counted across the ends of months and leap days', () => {
    expect(daysBetween('2028-02-28', '2028-03-01')).toBe(2)
  })
})

describe('the time between incident and report', () => {
  it.each([
    [0, '0_3_days'],
    [3, '0_3_days'],
    [4, '4_5_days'],
    [5, '4_5_days'],
    [6, '6_14_days'],
    [14, '6_14_days'],
    [15, '2_weeks_1_month'],
    [30, '2_weeks_1_month'],
    [31, 'over_1_month'],
    [4000, 'over_1_month'],
  ])('of %i days is %s', (days, bucket) => {
    expect(elapsedOf('2026-03-01', addDays('2026-03-01', days))).toBe(bucket)
  })

  it('is not known where the day of the incident is not', () => {
    expect(elapsedOf(null, '2026-03-01')).toBeNull()
  })
})
