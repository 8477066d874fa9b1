import { describe, expect, it } from '@jest/globals'
import { formatter } from './format.js'

const hours = (count: number) => count * 3_600_000

// 23:30 in Ha Noi is still the afternoon before in London.
const lateEvening = '2026-11-20T16:30:00Z'

describe('dates', () => {
  it('are those of the zone of the unit', () => {
    expect(formatter('vi').dateTime(lateEvening)).toBe('20 tháng 11, 2026, 23:30')
    expect(formatter('vi', 'UTC').time(lateEvening)).toBe('16:30')
    expect(formatter('vi').shortDate('2026-11-20T17:30:00Z')).toBe('21/11')
  })

  it('are written as people write them', () => {
    const [vi, en, fr] = [formatter('vi'), formatter('en'), formatter('fr')]

    expect(vi.dayAndTime(lateEvening)).toBe('Thứ Sáu, 20 tháng 11, 23:30')
    expect(en.dayAndTime(lateEvening)).toBe('Friday 20 November, 23:30')
    expect(fr.dayAndTime(lateEvening)).toBe('vendredi 20 novembre, 23:30')
    expect([vi, en, fr].map((format) => format.shortDateTime(lateEvening))).toEqual(
      Array(3).fill('20/11, 23:30'),
    )
  })

  it('without a time belong to no zone', () => {
    expect(formatter('vi', 'America/New_York').plainDate('2010-02-01')).toBe('1 tháng 2, 2010')
  })
})

it('writes a zone as clocks do', () => {
  expect(formatter('vi').zone()).toBe('GMT+7')
  expect(formatter('en').zone()).toBe('GMT+7')
})

describe('spans', () => {
  it('never promise more time than there is', () => {
    const { duration } = formatter('vi')

    expect(duration(hours(47))).toBe('1 ngày')
    expect(duration(hours(4.9))).toBe('4 giờ')
    expect(duration(-hours(4))).toBe('4 giờ')
    expect(duration(20_000)).toBe('1 phút')
  })

  it('are said seen from now', () => {
    const now = new Date(lateEvening)
    const { relative } = formatter('vi')

    expect(relative(new Date(now.getTime() - hours(4)), now)).toBe('4 giờ trước')
    expect(relative(new Date(now.getTime() + hours(48)), now)).toBe('sau 2 ngày nữa')
  })
})

it('writes numbers and lists in the language of the reader', () => {
  expect(formatter('vi').number(1234567)).toBe('1.234.567')
  expect(formatter('en').percent(0.784)).toBe('78%')
  expect(formatter('vi').list(['pháp lý', 'tâm lý', 'y tế'])).toBe('pháp lý, tâm lý và y tế')
})
