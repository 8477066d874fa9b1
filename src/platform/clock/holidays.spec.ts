import { describe, expect, it, jest } from '@jest/globals'
import { Logger } from '@nestjs/common'
import { Clock } from './clock.js'
import { HolidayWatch } from './holiday-watch.js'
import { calendarOf, publicHolidays } from './holidays.js'
import { addDays, weekdayOf } from './local-time.js'

class Standing extends Clock {
  constructor(private readonly at: string) {
    super()
  }
  now(): Date {
    return new Date(this.at)
  }
}

describe('the holidays', () => {
  it.each([2025, 2026, 2027])('of %i are all there, with five working days of Tết', (year) => {
    const { isKnown, holidays } = calendarOf(year)
    expect(isKnown).toBe(true)
    expect(new Set(holidays.map(({ code }) => code)).size).toBe(6)

    const tet = holidays.find(({ code }) => code === 'tet')
    let workingDays = 0
    for (let day = tet?.from ?? ''; tet !== undefined && day <= tet.to; day = addDays(day, 1))
      if (weekdayOf(day) <= 5) workingDays += 1
    expect(workingDays).toBe(5)
  })

  it('that are fixed each year by notice are never called verified', () => {
    const byNotice = publicHolidays.filter(({ code }) => code === 'tet' || code === 'hung-kings')

    expect(byNotice.filter(({ verified }) => verified)).toEqual([])
  })

  describe('of a year nobody has entered', () => {
    const warnings = (watch: () => void): string[] => {
      const said = jest.spyOn(Logger.prototype, 'error').mockImplementation(() => undefined)
      try {
        watch()
        return said.mock.calls.map(([text]) => String(text))
      } finally {
        said.mockRestore()
      }
    }

    it('are not known, whatever days the law fixes for every year', () => {
      expect(calendarOf(2031)).toEqual({ year: 2031, isKnown: false, holidays: [] })
    })

    it('are asked for in the log when the service starts, and once only', () => {
      const watch = new HolidayWatch(new Standing('2031-05-05T00:00:00Z'))
      const said = warnings(() => {
        watch.onApplicationBootstrap()
        watch.look(new Date('2031-06-01T00:00:00Z'))
      })
      expect(said).toHaveLength(1)
      expect(said[0]).toContain('2031')
    })

    it('are asked for months before the year begins', () => {
      const said = warnings(() =>
        new HolidayWatch(new Standing('2027-10-20T00:00:00Z')).onApplicationBootstrap(),
      )
      expect(said.join()).toContain('2028')
    })

    it('leave the log quiet while the year is known', () => {
      const said = warnings(() =>
        new HolidayWatch(new Standing('2026-05-05T00:00:00Z')).onApplicationBootstrap(),
      )
      expect(said).toEqual([])
    })
  })
})
