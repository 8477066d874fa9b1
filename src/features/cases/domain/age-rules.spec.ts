import { describe, expect, it } from '@jest/globals'
import {
  ageRules,
  ageRulesOn,
  childLaws,
  isChild,
  isChildUnderAny,
  proposedSectors,
} from './age-rules.js'

const today = '2026-03-06'

describe('who is a child', () => {
  it('depends on the law: 16 is grown up for the Law on Children, a child for the Convention', () => {
    expect(isChild('vn-child-law', 15, today)).toBe(true)
    expect(isChild('vn-child-law', 16, today)).toBe(false)
    expect(isChild('hanoi-14', 17, today)).toBe(true)
    expect(isChild('hanoi-14', 18, today)).toBe(false)
  })

  it('depends on the day: the trafficking law of 2024 does not speak before July 2025', () => {
    expect(isChild('vn-trafficking-law', 17, '2025-06-30')).toBe(false)
    expect(isChild('vn-trafficking-law', 17, '2025-07-01')).toBe(true)
  })

  it('is said once by each law on each day, on the day one text follows another too', () => {
    for (const day of ['2017-05-31', '2017-06-01', '2026-03-06']) {
      for (const law of childLaws) {
        expect(ageRulesOn(day).filter((rule) => rule.law === law).length).toBeLessThanOrEqual(1)
      }
      expect(isChild('vn-child-law', 15, day)).toBe(true)
    }
  })

  it('is answered with yes while the age is unknown', () => {
    expect(isChild('vn-child-law', null, today)).toBe(true)
    expect(isChildUnderAny(null, today)).toBe(true)
  })

  it('is nobody over the highest threshold', () => {
    expect(isChildUnderAny(18, today)).toBe(false)
  })
})

describe('the sectors proposed', () => {
  const both = ['child-protection', 'womens-services']

  it.each([16, 17])('to a girl of %i are child protection and women’s services', (age) => {
    expect(proposedSectors(age, today, [], { sex: 'female' })).toEqual(both)
  })

  it('to a girl of 15 are child protection alone, to a woman women’s services alone', () => {
    expect(proposedSectors(15, today, [], { sex: 'female' })).toEqual(['child-protection'])
    expect(proposedSectors(18, today, [], { sex: 'female' })).toEqual(['womens-services'])
  })

  it('to a boy of 16 do not name women’s services', () => {
    expect(proposedSectors(16, today, [], { sex: 'male' })).toEqual(['child-protection'])
  })

  it('to someone of unknown age are those for a child', () => {
    expect(proposedSectors(null, today, [], { sex: 'female' })).toEqual(['child-protection'])
  })

  it('grow with what happened and never shrink', () => {
    expect(proposedSectors(17, today, ['tip'], { sex: 'female' })).toEqual([
      ...both,
      'anti-trafficking',
      'shelter',
      'police',
      'legal-aid',
    ])
  })

  it('follow the table: if the Law on Children moved to 18, nobody would stand between two laws', () => {
    const rules = ageRules.map((rule) => ({ ...rule, threshold: 18 }))
    expect(proposedSectors(16, today, [], { sex: 'female', rules })).toEqual(['child-protection'])
    expect(proposedSectors(18, today, [], { sex: 'female', rules })).toEqual(['womens-services'])
  })
})
