import { describe, expect, it } from '@jest/globals'
import { adulthoodOf } from './adulthood.js'

describe('adulthood', () => {
  const born = (birthDate: string) => adulthoodOf({ birthDate, stated: null })

  it('begins on the eighteenth birthday, and is thought of ninety days before', () => {
    expect(born('2009-03-05')).toEqual({ on: '2027-03-05', isExact: true, tellOn: '2026-12-05' })
    expect(born('2008-02-29')?.on).toBe('2026-03-01')
  })

  it('may begin the day after an age was told', () => {
    const told = (years: number) =>
      adulthoodOf({ birthDate: null, stated: { years, on: '2026-11-20' } })
    expect(told(17)).toEqual({ on: '2026-11-21', isExact: false, tellOn: '2026-08-23' })
    expect(told(15)?.on).toBe('2028-11-21')
    expect(told(30)?.on).toBe('2026-11-20')
    expect(adulthoodOf({ birthDate: null, stated: null })).toBeNull()
  })
})
