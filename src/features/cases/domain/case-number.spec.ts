import { describe, expect, it } from '@jest/globals'
import { formatCaseNumber, parseCaseNumber } from './case-number.js'

describe('a case number', () => {
  it('is written with its year and six digits', () => {
    expect(formatCaseNumber({ year: 2026, sequence: 123 })).toBe('BA-2026-000123')
  })

  it('is read as people type it', () => {
    expect(parseCaseNumber(' ba-2026-000123 ')).toEqual({ year: 2026, sequence: 123 })
  })

  it('outgrows six digits without colliding', () => {
    expect(formatCaseNumber({ year: 2026, sequence: 1_000_000 })).toBe('BA-2026-1000000')
    expect(parseCaseNumber('BA-2026-1000000')).toEqual({ year: 2026, sequence: 1_000_000 })
  })

  it.each([
    'BA-2026-123',
    'BA-2026-0000123',
    'BA-2026-000000',
    'CG-26-01184',
    '',
    'BA-0026-000001',
  ])('is not %j', (text) => {
    expect(parseCaseNumber(text)).toBeNull()
  })

  it('is never written from nothing', () => {
    expect(() => formatCaseNumber({ year: 2026, sequence: 0 })).toThrow(RangeError)
    expect(() => formatCaseNumber({ year: 26, sequence: 1 })).toThrow(RangeError)
  })
})
