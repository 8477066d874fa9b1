import { describe, expect, it } from '@jest/globals'
import { isOpenAt, officeHours, opensNext, type OpeningHours } from './opening-hours.js'

const hanoi = (text: string): Date => new Date(`${text}:00+07:00`)

describe('opening hours', () => {
  it('of an office end at noon and in the evening', () => {
    expect(isOpenAt(officeHours, hanoi('2026-03-06T07:30'))).toBe(true)
    expect(isOpenAt(officeHours, hanoi('2026-03-06T11:30'))).toBe(false)
    expect(isOpenAt(officeHours, hanoi('2026-03-06T16:59'))).toBe(true)
    expect(isOpenAt(officeHours, hanoi('2026-03-06T17:00'))).toBe(false)
  })

  it('of an office know weekends and Tết', () => {
    expect(isOpenAt(officeHours, hanoi('2026-03-07T09:00'))).toBe(false)
    expect(isOpenAt(officeHours, hanoi('2026-02-17T09:00'))).toBe(false)
  })

  it('of a hotline never end', () => {
    expect(isOpenAt({ kind: 'always' }, hanoi('2026-02-17T03:00'))).toBe(true)
  })

  it('are those of the unit’s place', () => {
    expect(isOpenAt(officeHours, hanoi('2026-03-06T09:00'), 'Europe/Paris')).toBe(false)
  })

  it('run past midnight into the next day', () => {
    const night: OpeningHours = {
      kind: 'weekly',
      spans: [{ weekday: 7, from: '20:00', to: '06:00' }],
      openOnHolidays: true,
    }
    expect(isOpenAt(night, hanoi('2026-03-08T23:00'))).toBe(true)
    expect(isOpenAt(night, hanoi('2026-03-09T05:59'))).toBe(true)
    expect(isOpenAt(night, hanoi('2026-03-09T06:00'))).toBe(false)
    expect(isOpenAt(night, hanoi('2026-03-08T05:00'))).toBe(false)
  })

  it('say when a closed unit opens again, over noon, weekends and Tết', () => {
    expect(opensNext(officeHours, hanoi('2026-03-06T12:00'))).toEqual(hanoi('2026-03-06T13:30'))
    expect(opensNext(officeHours, hanoi('2026-03-06T18:00'))).toEqual(hanoi('2026-03-09T07:30'))
    expect(opensNext(officeHours, hanoi('2026-02-17T09:00'))).toEqual(hanoi('2026-02-23T07:30'))
  })

  it('promise no opening of what is open, nor of what never opens', () => {
    expect(opensNext(officeHours, hanoi('2026-03-06T09:00'))).toBeNull()
    expect(opensNext({ kind: 'always' }, hanoi('2026-02-17T03:00'))).toBeNull()
    const never: OpeningHours = { kind: 'weekly', spans: [], openOnHolidays: true }
    expect(opensNext(never, hanoi('2026-03-06T09:00'))).toBeNull()
  })
})
