import { describe, expect, it } from '@jest/globals'
import { assentFor, assentPractice, consentRuleFor, consentRules } from './consent-rules.js'

describe('the rules of consent', () => {
  it('have one answer for every age on every day since July 2023', () => {
    for (const day of ['2023-07-01', '2025-12-31', '2026-01-01', '2026-03-06']) {
      for (let age = 0; age <= 100; age++) {
        const rules = consentRules.filter(
          (rule) =>
            rule.from <= age &&
            age < rule.below &&
            rule.validFrom <= day &&
            (rule.validTo === null || day <= rule.validTo),
        )
        expect(rules).toEqual([consentRuleFor(age, day)])
      }
    }
  })

  it('change their source with the law of 2026', () => {
    expect(consentRuleFor(10, '2025-12-31').source).toContain('Decree 13/2023')
    expect(consentRuleFor(10, '2026-01-01').source).toContain('91/2025')
  })

  it('ask of someone of unknown age what they ask of a child who can speak', () => {
    expect(consentRuleFor(null, '2026-03-06').required).toEqual(['self', 'representative'])
  })

  it('add good practice with children, and none with adults', () => {
    expect(assentFor(5, '2026-03-06')?.child).toBe('nothing')
    expect(assentFor(6, '2026-03-06')?.child).toBe('assent')
    expect(assentFor(17, '2026-03-06')?.child).toBe('consent')
    expect(assentFor(18, '2026-03-06')).toBeNull()
    expect(assentFor(13, '2026-03-06')?.child).toBe('written-assent')
    expect(assentFor(10, '2013-12-31')).toBeNull()
    expect(assentPractice.every(({ verified }) => !verified)).toBe(true)
  })
})
