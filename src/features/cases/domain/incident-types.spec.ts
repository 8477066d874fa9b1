import { describe, expect, it } from '@jest/globals'
import {
  familiesOf,
  hanoiArticlesOf,
  incidentTypeOf,
  incidentTypes,
  isOffered,
  offeredTypes,
  type IncidentCode,
  type IncidentType,
} from './incident-types.js'

const type = (code: IncidentCode): IncidentType => {
  const found = incidentTypeOf(code)
  if (found === null) throw new Error(`no incident type ${code}`)
  return found
}

describe('incident types', () => {
  it('are 54 of violence and trafficking and one for each other concern for a child', () => {
    const count = (family: string): number =>
      incidentTypes.filter((each) => each.family === family).length
    expect(['csea', 'ncii', 'tfgbv', 'gbv', 'tip', 'cp'].map(count)).toEqual([17, 7, 14, 6, 10, 36])
  })

  it('have each a code of its own that begins with its family', () => {
    expect(new Set(incidentTypes.map((each) => each.code)).size).toBe(incidentTypes.length)
    for (const each of incidentTypes) expect(each.code.startsWith(`${each.family}.`)).toBe(true)
  })

  it('call an intimate image of a girl of 17 sexual abuse of a child, of a woman of 18 image-based abuse', () => {
    expect(isOffered(type('csea.self_generated'), 17)).toBe(true)
    expect(isOffered(type('ncii.distribution'), 17)).toBe(false)
    expect(isOffered(type('csea.self_generated'), 18)).toBe(false)
    expect(isOffered(type('ncii.distribution'), 18)).toBe(true)
  })

  it('treat someone of unknown age as a child', () => {
    const families = familiesOf(offeredTypes(null))
    expect(families).toContain('csea')
    expect(families).not.toContain('ncii')
  })

  it('offer stalking, violence and trafficking at any age', () => {
    for (const age of [3, 17, 40]) {
      expect(isOffered(type('tfgbv.cyberstalking'), age)).toBe(true)
      expect(isOffered(type('tip.forced_criminality_scam'), age)).toBe(true)
    }
  })

  it('do not know codes that were never given', () => {
    expect(incidentTypeOf('csea.unknown')).toBeNull()
    expect(incidentTypeOf('constructor')).toBeNull()
  })

  it('carry what other lists call them', () => {
    expect(type('csea.grooming')).toMatchObject({
      ncmec: 'OE',
      iccs: [{ code: '030223', verified: true }],
    })
    expect(type('csea.live_streaming').iccs).toEqual([{ code: '030229', verified: false }])
    expect(type('gbv.rape').gbvDefault).toBe('rape')
    expect(type('tip.begging').htcdsExploitation).toEqual(['ForcedBegging'])
    expect(type('tip.online_recruitment').htcdsEvent).toBe('Recruitment')
  })
})

describe('articles of the Hanoi Convention', () => {
  it('are collected once each and in order', () => {
    expect(
      hanoiArticlesOf([
        type('tfgbv.account_hacking'),
        type('csea.sextortion_sexual'),
        type('csea.grooming'),
      ]),
    ).toEqual(['7', '9', '10', '14', '15'])
  })

  it('that depend on a fact wait for the fact', () => {
    expect(hanoiArticlesOf([type('ncii.recording')])).toEqual([])
    expect(hanoiArticlesOf([type('ncii.recording')], ['shared'])).toEqual(['16'])
  })

  it('do not claim a deepfake of an adult', () => {
    expect(hanoiArticlesOf([type('ncii.deepfake')], ['shared'])).toEqual([])
  })
})
