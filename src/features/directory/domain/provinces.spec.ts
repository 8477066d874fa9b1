import { describe, expect, it } from '@jest/globals'
import {
  provinceKeyOf,
  provinceOfKey,
  provinceOn,
  provinces,
  provincesOn,
  successorOf,
} from './provinces.js'
import { formerProvinces } from './provinces.vn.js'

describe('provinces of Viet Nam', () => {
  it('were 63 and are 34', () => {
    expect(provincesOn('2025-06-30')).toHaveLength(63)
    expect(provincesOn('2025-07-01')).toHaveLength(34)
  })

  it('have each a key of their own', () => {
    expect(new Set(provinces.map(provinceKeyOf)).size).toBe(97)
    for (const province of provinces) expect(provinceOfKey(provinceKeyOf(province))).toBe(province)
  })

  it.each([
    ['15', 'Yên Bái', 'Lào Cai'],
    ['24', 'Bắc Giang', 'Bắc Ninh'],
    ['44', 'Quảng Bình', 'Quảng Trị'],
    ['52', 'Bình Định', 'Gia Lai'],
    ['80', 'Long An', 'Tây Ninh'],
    ['82', 'Tiền Giang', 'Đồng Tháp'],
    ['91', 'Kiên Giang', 'An Giang'],
  ])('code %s meant %s and means %s', (code, before, after) => {
    expect(provinceOn(code, '2025-06-30')?.name).toBe(before)
    expect(provinceOn(code, '2025-07-01')?.name).toBe(after)
  })

  it('have each a successor that stands today', () => {
    for (const [code] of formerProvinces) expect(successorOf(code, '2026-03-06')).not.toBeNull()
  })

  it('follow Quảng Nam into Đà Nẵng, but not before the reform', () => {
    expect(successorOf('49', '2025-07-01')?.name).toBe('Đà Nẵng')
    expect(successorOf('49', '2025-06-30')?.name).toBe('Quảng Nam')
  })

  it('do not know codes that were never given', () => {
    expect(provinceOn('03', '2026-03-06')).toBeNull()
    expect(provinceOn('49', '2026-03-06')).toBeNull()
    expect(successorOf('03', '2026-03-06')).toBeNull()
    expect(provinceOfKey('49@2025-07-01')).toBeNull()
  })
})
