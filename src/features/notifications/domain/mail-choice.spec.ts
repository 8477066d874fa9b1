import { describe, expect, it } from '@jest/globals'
import {
  isQuiet,
  mailDueAt,
  minuteOf,
  nextTime,
  quietEnds,
  timeText,
  type MailMoment,
} from './mail-choice.js'

const night = { from: 21 * 60, until: 6 * 60 + 30 }
const vietnam = 'Asia/Ho_Chi_Minh'
const at = (time: string) => new Date(`2026-11-20T${time}:00+07:00`)
const moment = (changes: Partial<MailMoment> = {}): MailMoment => ({
  now: at('10:00'),
  quiet: night,
  timeZone: vietnam,
  lastNewsAt: null,
  ...changes,
})

describe('quiet hours', () => {
  it('span midnight, from the first minute to before the last', () => {
    const quiet = ['20:59', '21:00', '23:59', '00:00', '06:29', '06:30'].filter((time) =>
      isQuiet(night, at(time), vietnam),
    )
    expect(quiet).toEqual(['21:00', '23:59', '00:00', '06:29'])
  })

  it('lie in the zone of the unit', () => {
    expect(isQuiet(night, at('22:00'), vietnam)).toBe(true)
    expect(isQuiet(night, at('22:00'), 'Europe/Paris')).toBe(false)
  })

  it('end at the next such time', () => {
    expect(quietEnds(night, at('22:00'), vietnam)).toEqual(new Date('2026-11-21T06:30:00+07:00'))
    expect(quietEnds(night, at('05:00'), vietnam)).toEqual(at('06:30'))
  })
})

describe('a mail that there is news', () => {
  it('is due soon by day', () => {
    expect(mailDueAt('to-do', moment(), 30_000)).toEqual(new Date(at('10:00').getTime() + 30_000))
  })

  it('waits for a while after the last one: what comes meanwhile is one mail', () => {
    const lastNewsAt = at('09:55')
    expect(mailDueAt('to-do', moment({ lastNewsAt }), 0)).toEqual(at('10:10'))
    expect(mailDueAt('emergency', moment({ lastNewsAt }), 0)).toEqual(at('10:00'))
  })

  it('waits for the morning, except in an emergency', () => {
    const now = at('23:00')
    expect(mailDueAt('to-do', moment({ now }), 0)).toEqual(new Date('2026-11-21T06:30:00+07:00'))
    expect(mailDueAt('emergency', moment({ now }), 0)).toEqual(now)
  })
})

describe('a time of day', () => {
  it('comes again tomorrow', () => {
    expect(nextTime(7 * 60 + 30, at('07:29'), vietnam)).toEqual(at('07:30'))
    expect(nextTime(7 * 60 + 30, at('07:30'), vietnam)).toEqual(
      new Date('2026-11-21T07:30:00+07:00'),
    )
  })

  it('is what the clock shows on days on which it is changed, too', () => {
    // In Paris the night of 28 March 2027 lacks the hour from two to three.
    expect(nextTime(8 * 60, new Date('2027-03-28T00:30:00+01:00'), 'Europe/Paris')).toEqual(
      new Date('2027-03-28T08:00:00+02:00'),
    )
  })

  it('is written and read alike', () => {
    for (const text of ['00:00', '06:30', '23:59'])
      expect(timeText(minuteOf(text) ?? -1)).toBe(text)
    for (const text of ['24:00', '7:30', '07:60', '', 'noon']) expect(minuteOf(text)).toBeNull()
  })
})
