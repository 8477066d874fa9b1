import { describe, expect, it } from '@jest/globals'
import { newCode, spokenCode, typedCode } from './one-time-code.js'

describe('a one-time code', () => {
  it('is of eight digits, and another one each time', () => {
    const codes = Array.from({ length: 200 }, newCode)
    for (const code of codes) expect(code).toMatch(/^\d{8}$/)
    expect(new Set(codes).size).toBeGreaterThan(195)
  })

  it('is read aloud in two groups and typed in any', () => {
    expect(spokenCode('40715528')).toBe('4071 5528')
    for (const typed of ['40715528', ' 4071 5528', '4071-5528', '40.71.55.28', '４０７１ ５５２８'])
      expect(typedCode(typed)).toBe('40715528')
  })

  it('is not what is shorter, longer or no number', () => {
    for (const typed of ['', '4071552', '407155281', '4071552o', '٤٠٧١٥٥٢٨'])
      expect(typedCode(typed)).toBeNull()
  })
})
