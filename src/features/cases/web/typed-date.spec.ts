import { describe, expect, it } from '@jest/globals'
import { dateTyped } from './typed-date.js'

describe('a day typed in three fields', () => {
  it.each([
    ['2', '11', '2026', '2026-11-02'],
    ['29', '2', '2024', '2024-02-29'],
    ['29', '2', '2026', false],
    ['31', '4', '2026', false],
    ['2', '', '2026', false],
    ['hai', '11', '2026', false],
    ['2', '11', '26', false],
    [undefined, undefined, undefined, null],
    ['', '', '', null],
  ])('%p %p %p is %p', (day, month, year, date) => {
    expect(dateTyped(day, month, year)).toBe(date)
  })
})
