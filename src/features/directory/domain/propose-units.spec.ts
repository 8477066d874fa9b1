import { describe, expect, it } from '@jest/globals'
import { officeHours } from './opening-hours.js'
import { proposeUnits, type UnitNeed, type UnitOffer } from './propose-units.js'

const daNang = '48@2025-07-01'
const haNoi = '01@2025-07-01'

const aNeed = (some: Partial<UnitNeed> = {}): UnitNeed => ({
  service: 'SHELTER',
  province: daNang,
  ageInYears: 17,
  sex: 'female',
  language: 'vi',
  at: new Date('2026-03-06T22:00:00+07:00'),
  ...some,
})

const aUnit = (id: string, some: Partial<UnitOffer> = {}): UnitOffer => ({
  id,
  sector: 'shelter',
  acceptsReferrals: true,
  services: ['SHELTER'],
  provinces: [daNang],
  ages: { from: null, to: null },
  sexes: null,
  languages: ['vi'],
  hours: { kind: 'always' },
  timeZone: 'Asia/Ho_Chi_Minh',
  freePlaces: 3,
  ...some,
})

const proposed = (need: UnitNeed, ...units: UnitOffer[]): string[] =>
  proposeUnits(need, units).map(({ unit }) => unit.id)

describe('proposing units', () => {
  it('names those that can help and says why', () => {
    expect(proposeUnits(aNeed(), [aUnit('house')])).toEqual([
      {
        unit: aUnit('house'),
        score: 12,
        reasons: ['in-province', 'speaks-language', 'open-now', 'places-free'],
      },
    ])
  })

  it.each<[string, Partial<UnitOffer>]>([
    ['does not give the service', { services: ['LEGAL'] }],
    ['serves another province', { provinces: [haNoi] }],
    ['takes adults only', { ages: { from: 18, to: null } }],
    ['takes younger children only', { ages: { from: null, to: 15 } }],
    ['takes boys only', { sexes: ['male'] }],
    ['takes no referrals now', { acceptsReferrals: false }],
  ])('leaves out a unit that %s', (_, some) => {
    expect(proposed(aNeed(), aUnit('other', some))).toEqual([])
  })

  it('looks in other provinces when asked to, and says so', () => {
    const far = aUnit('far', { provinces: [haNoi] })
    const found = proposeUnits(aNeed({ anywhere: true }), [far, aUnit('near')])
    expect(found.map(({ unit }) => unit.id)).toEqual(['near', 'far'])
    expect(found[1]?.reasons).toContain('other-province')
    expect(proposed(aNeed({ anywhere: true }), aUnit('men', { sexes: ['male'] }))).toEqual([])
  })

  it('leaves out units that have declined', () => {
    expect(proposed(aNeed({ except: ['house'] }), aUnit('house'), aUnit('home'))).toEqual(['home'])
  })

  it('puts the open unit before the closed one at night', () => {
    expect(proposed(aNeed(), aUnit('office', { hours: officeHours }), aUnit('house'))).toEqual([
      'house',
      'office',
    ])
  })

  it('puts a unit that speaks the person’s language first', () => {
    const need = aNeed({ language: 'hmn' })
    expect(proposed(need, aUnit('house'), aUnit('home', { languages: ['vi', 'hmn'] }))[0]).toBe(
      'home',
    )
  })

  it('puts a full house last, even if it is the nearest', () => {
    const far = aUnit('far', {
      provinces: null,
      languages: [],
      hours: officeHours,
      freePlaces: null,
    })
    expect(proposed(aNeed(), aUnit('near', { freePlaces: 0 }), far)).toEqual(['far', 'near'])
  })

  it('shuts nobody out for what is not known, but says so', () => {
    const unit = aUnit('house', { ages: { from: 18, to: null }, sexes: ['female'] })
    const need = aNeed({ ageInYears: null, sex: 'unknown', province: null })
    expect(proposeUnits(need, [unit])[0]?.reasons).toEqual([
      'place-unknown',
      'speaks-language',
      'open-now',
      'places-free',
      'age-unknown',
      'sex-unknown',
    ])
  })

  it('keeps the given order among equals', () => {
    expect(proposed(aNeed(), aUnit('b'), aUnit('a'))).toEqual(['b', 'a'])
  })
})
