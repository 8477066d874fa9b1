import { describe, expect, it } from '@jest/globals'
import { urgentCareOf, type CareFacts } from './urgent-care.js'

const aRape = (facts: Partial<CareFacts> = {}): CareFacts => ({
  coreType: 'rape',
  types: ['gbv.rape'],
  occurredOn: '2026-03-01',
  ongoing: false,
  sex: 'female',
  ...facts,
})
const caresOn = (day: string, facts: Partial<CareFacts> = {}) =>
  urgentCareOf(aRape(facts), day).map(({ care }) => care)

describe('care after rape', () => {
  it('is both at first, and says until when', () => {
    expect(urgentCareOf(aRape(), '2026-03-01')).toEqual([
      { care: 'hiv_prevention', lastDay: '2026-03-04' },
      { care: 'emergency_contraception', lastDay: '2026-03-06' },
    ])
  })

  it('counts the whole day on which the hours run out', () => {
    expect(caresOn('2026-03-04')).toEqual(['hiv_prevention', 'emergency_contraception'])
    expect(caresOn('2026-03-05')).toEqual(['emergency_contraception'])
    expect(caresOn('2026-03-06')).toEqual(['emergency_contraception'])
    expect(caresOn('2026-03-07')).toEqual([])
  })

  it('is asked for while the day is not known, or it still goes on', () => {
    expect(caresOn('2027-01-01', { occurredOn: null })).toHaveLength(2)
    expect(caresOn('2027-01-01', { ongoing: true })).toHaveLength(2)
  })

  it('leaves out contraception for men and boys', () => {
    expect(caresOn('2026-03-02', { sex: 'male' })).toEqual(['hiv_prevention'])
    expect(caresOn('2026-03-02', { sex: 'unknown' })).toHaveLength(2)
  })

  it('goes by the kind of incident until the worker has answered the six questions', () => {
    const contact = { types: ['csea.contact_abuse'] as const }
    expect(caresOn('2026-03-02', { ...contact, coreType: null })).toHaveLength(2)
    expect(caresOn('2026-03-02', { ...contact, coreType: 'sexual_assault' })).toEqual([])
    expect(caresOn('2026-03-02', { types: ['tfgbv.cyberbullying'], coreType: null })).toEqual([])
  })
})
