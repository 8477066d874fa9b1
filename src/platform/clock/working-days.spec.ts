import { describe, expect, it } from '@jest/globals'
import { localTimeOf, startOfDay } from './local-time.js'
import { addWorkingTime, isWorkingDay, workingTimeBetween } from './working-days.js'

const hanoi = (text: string): Date => new Date(`${text}+07:00`)
const workingDay = 86_400_000

describe('working days in Viet Nam', () => {
  it('leave out weekends', () => {
    expect(isWorkingDay('2026-03-06')).toBe(true)
    expect(isWorkingDay('2026-03-07')).toBe(false)
  })

  it('leave out Tết, and know the fixed days of years not yet announced', () => {
    expect(isWorkingDay('2026-02-17')).toBe(false)
    expect(isWorkingDay('2030-04-30')).toBe(false)
  })

  it('give a Monday for a holiday that fell on a Sunday', () => {
    expect(isWorkingDay('2026-04-27')).toBe(false)
  })

  it('carry one working day from Friday afternoon to Monday afternoon', () => {
    expect(addWorkingTime(hanoi('2026-03-06T15:00:00'), workingDay)).toEqual(
      hanoi('2026-03-09T15:00:00'),
    )
  })

  it('start counting on the first working day when something arrives on a Saturday', () => {
    expect(addWorkingTime(hanoi('2026-03-07T10:00:00'), workingDay / 2)).toEqual(
      hanoi('2026-03-09T12:00:00'),
    )
  })

  it('skip the whole of Tết', () => {
    expect(addWorkingTime(hanoi('2026-02-13T09:00:00'), workingDay)).toEqual(
      hanoi('2026-02-23T09:00:00'),
    )
  })

  it('measure back what they added', () => {
    const from = hanoi('2026-04-24T16:20:00')
    const to = addWorkingTime(from, 3 * workingDay)
    expect(workingTimeBetween(from, to)).toBe(3 * workingDay)
    expect(workingTimeBetween(to, from)).toBe(0)
  })
})

describe('local time', () => {
  it('is that of the place, not of the machine', () => {
    expect(localTimeOf(new Date('2026-03-06T18:30:00Z'))).toEqual({
      date: '2026-03-07',
      weekday: 6,
      minutes: 90,
    })
  })

  it('finds midnight where clocks change', () => {
    expect(startOfDay('2026-03-29', 'Europe/Paris').toISOString()).toBe('2026-03-28T23:00:00.000Z')
    expect(startOfDay('2026-03-30', 'Europe/Paris').toISOString()).toBe('2026-03-29T22:00:00.000Z')
  })
})
