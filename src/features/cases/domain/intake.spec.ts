import { describe, expect, it } from '@jest/globals'
import { anIntake } from '../testing/an-intake.js'
import { DateBeforeBirth } from './age.js'
import { AgeOutOfRange, DateInFuture, TypeNotOffered } from './case.errors.js'
import { assessIntake } from './intake.js'

const today = '2026-11-20'

describe('what follows from an intake', () => {
  it('is the age band, the articles and the level of risk', () => {
    expect(assessIntake(anIntake(), today)).toEqual({
      ageInYears: 16,
      ageBand: '16-17',
      ageAtIncident: 16,
      hanoiArticles: ['14', '15'],
      riskReasons: ['active_sextortion'],
      riskLevel: 'high',
    })
  })

  it('counts a child under six as at high risk, whatever was assessed', () => {
    const intake = anIntake({
      person: { statedAge: 5 },
      risk: { assessed: 'none', reasons: [] },
    })
    expect(assessIntake(intake, today)).toMatchObject({
      riskLevel: 'high',
      riskReasons: ['under_six'],
    })
  })

  it('takes the younger reading of a stated age, because it protects more', () => {
    const lastMonth = anIntake({
      person: { statedAge: 18 },
      incident: { occurredOn: '2026-10-20' },
    })
    expect(assessIntake(lastMonth, today).ageAtIncident).toBe(17)
  })

  it('derives articles that depend on facts only where the facts hold', () => {
    const intake = (facts: ('ict' | 'intrusion')[]) =>
      anIntake({ incident: { type: 'tfgbv.cyberstalking', facts } })
    expect(assessIntake(intake([]), today).hanoiArticles).toEqual([])
    expect(assessIntake(intake(['intrusion']), today).hanoiArticles).toEqual(['7', '8'])
  })
})

describe('an intake is refused', () => {
  it.each([
    ['a birth to come', { person: { birthDate: '2026-11-21' } }, DateInFuture],
    ['an incident to come', { incident: { occurredOn: '2027-01-01' } }, DateInFuture],
    [
      'an incident before the birth',
      { person: { birthDate: '2010-05-05' }, incident: { occurredOn: '2010-05-04' } },
      DateBeforeBirth,
    ],
    ['an age nobody reaches', { person: { birthDate: '1901-01-01' } }, AgeOutOfRange],
    ['a type for adults', { incident: { type: 'ncii.threat' as const } }, TypeNotOffered],
    [
      'another type for adults',
      { incident: { otherTypes: ['ncii.threat' as const] } },
      TypeNotOffered,
    ],
  ])('for %s', (_, changes, error) => {
    expect(() => assessIntake(anIntake(changes), today)).toThrow(error)
  })
})
