import { describe, expect, it } from '@jest/globals'
import { ageBandOf, ageFrom, ageOn, DateBeforeBirth } from './age.js'

describe('age', () => {
  it('grows on the birthday, not before', () => {
    expect(ageOn('2010-03-06', '2026-03-05')).toBe(15)
    expect(ageOn('2010-03-06', '2026-03-06')).toBe(16)
  })

  it('of someone born on 29 February grows on 1 March in other years', () => {
    expect(ageOn('2008-02-29', '2026-02-28')).toBe(17)
    expect(ageOn('2008-02-29', '2026-03-01')).toBe(18)
  })

  it('does not exist before birth', () => {
    expect(() => ageOn('2010-03-06', '2010-03-05')).toThrow(DateBeforeBirth)
  })

  it('is taken from the birth date when both are known', () => {
    const known = { birthDate: '2010-01-01', stated: { years: 18, on: '2026-01-01' } }
    expect(ageFrom(known, '2026-06-01')).toBe(16)
  })

  it('told as 17 may have been 16 a few months earlier, so it is read as 16', () => {
    const known = { birthDate: null, stated: { years: 17, on: '2026-03-06' } }
    expect(ageFrom(known, '2025-11-01')).toBe(16)
    expect(ageFrom(known, '2025-03-06')).toBe(16)
    expect(ageFrom(known, '2025-03-05')).toBe(15)
    expect(ageFrom(known, '2026-12-31')).toBe(17)
    expect(ageFrom(known, '2027-03-06')).toBe(18)
  })

  it('is unknown when nobody said', () => {
    expect(ageFrom({ birthDate: null, stated: null }, '2026-03-06')).toBeNull()
  })

  it.each([
    [0, '0-5'],
    [5, '0-5'],
    [6, '6-11'],
    [15, '12-15'],
    [16, '16-17'],
    [17, '16-17'],
    [18, '18-24'],
    [60, '60+'],
    [103, '60+'],
    [null, 'unknown'],
  ])('%p falls into band %s', (age, band) => {
    expect(ageBandOf(age)).toBe(band)
  })
})
