import { describe, expect, it } from '@jest/globals'
import { caseContextsOf, type ContextFacts } from './case-contexts.js'

const anAssault = (facts: Partial<ContextFacts> = {}): ContextFacts => ({
  coreType: 'sexual_assault',
  ageAtIncident: 30,
  perpetratorRelation: 'no_relation',
  goodsExchanged: false,
  abduction: 'none',
  harmfulPractice: 'none',
  ...facts,
})

describe('the context of a case', () => {
  it('is none where nothing but the act is known', () => {
    expect(caseContextsOf(anAssault())).toEqual([])
    expect(
      caseContextsOf({
        coreType: 'rape',
        ageAtIncident: null,
        perpetratorRelation: null,
        goodsExchanged: null,
        abduction: null,
        harmfulPractice: null,
      }),
    ).toEqual([])
  })

  it('is violence of an intimate partner, whatever the act', () => {
    for (const coreType of ['physical_assault', 'psychological_emotional_abuse'] as const)
      expect(
        caseContextsOf(
          anAssault({ coreType, perpetratorRelation: 'intimate_partner_former_partner' }),
        ),
      ).toEqual(['intimate_partner_violence'])
  })

  it('is sexual abuse of a child up to the day before the eighteenth birthday', () => {
    expect(caseContextsOf(anAssault({ ageAtIncident: 17 }))).toEqual(['child_sexual_abuse'])
    expect(caseContextsOf(anAssault({ ageAtIncident: 18 }))).toEqual([])
    expect(caseContextsOf(anAssault({ coreType: 'physical_assault', ageAtIncident: 9 }))).toEqual(
      [],
    )
  })

  it('does not count an age nobody knows', () => {
    expect(caseContextsOf(anAssault({ ageAtIncident: null }))).toEqual([])
  })

  it('is early marriage where a child is married', () => {
    const marriage = anAssault({ coreType: 'forced_marriage', ageAtIncident: 15 })
    expect(caseContextsOf(marriage)).toEqual(['early_marriage'])
    expect(caseContextsOf({ ...marriage, ageAtIncident: 22 })).toEqual([])
  })

  it('is possible exploitation and slavery where something was given or the person was taken', () => {
    expect(caseContextsOf(anAssault({ goodsExchanged: true, abduction: 'trafficked' }))).toEqual([
      'possible_sexual_exploitation',
      'possible_sexual_slavery',
    ])
    expect(
      caseContextsOf(anAssault({ coreType: 'physical_assault', goodsExchanged: true })),
    ).toEqual([])
  })

  it('is a harmful practice where one was written down', () => {
    expect(
      caseContextsOf(anAssault({ coreType: 'forced_marriage', harmfulPractice: 'bride_capture' })),
    ).toEqual(['harmful_traditional_practice'])
  })

  it('is none where it is no gender-based violence', () => {
    const facts = { perpetratorRelation: 'intimate_partner_former_partner' }
    expect(caseContextsOf(anAssault({ coreType: 'non-gbv', ...facts }))).toEqual([])
    expect(caseContextsOf(anAssault({ coreType: null, ...facts }))).toEqual([])
  })
})
