import { describe, expect, it } from '@jest/globals'
import { provinceNamed } from './province-named.js'

describe('a province', () => {
  const today = '2026-11-20'
  const named = (name: string, date = today) => provinceNamed(name, date)?.name ?? null

  it('is known by its name, with or without tones, case and kind', () => {
    for (const name of ['Đà Nẵng', 'da nang', 'TP. Đà Nẵng', 'Thành phố Đà Nẵng', 'DANANG'])
      expect({ name, is: named(name) }).toEqual({ name, is: 'Đà Nẵng' })
    for (const name of ['TP.HCM', 'TP Hồ Chí Minh', 'Sài Gòn'])
      expect({ name, is: named(name) }).toEqual({ name, is: 'Hồ Chí Minh' })
  })

  it('that stands no more is the one that holds its area', () => {
    expect(named('Quảng Nam')).toBe('Đà Nẵng')
    expect(named('Quảng Nam', '2024-01-01')).toBe('Quảng Nam')
  })

  it('is none where the words name none', () => {
    for (const name of ['', '48', 'Campuchia', 'tỉnh']) expect(named(name)).toBeNull()
  })
})
