import { describe, expect, it } from '@jest/globals'
import { covers, isLive, purposesNeeded, sectionsCovered, type Consent } from './consent.js'

const aConsent = (some: Partial<Consent> = {}): Consent => ({
  unitIds: ['shelter'],
  sections: ['identity', 'safety'],
  purposes: ['services', 'sharing'],
  from: new Date('2026-03-06T08:00:00Z'),
  until: new Date('2026-09-06T08:00:00Z'),
  withdrawnAt: null,
  ...some,
})

const during = new Date('2026-04-01T00:00:00Z')

describe('a consent', () => {
  it('holds from its first instant until just before its last', () => {
    expect(isLive(aConsent(), new Date('2026-03-06T08:00:00Z'))).toBe(true)
    expect(isLive(aConsent(), new Date('2026-03-06T07:59:59Z'))).toBe(false)
    expect(isLive(aConsent(), new Date('2026-09-06T08:00:00Z'))).toBe(false)
  })

  it('ends at the instant of withdrawal', () => {
    expect(isLive(aConsent({ withdrawnAt: during }), during)).toBe(false)
    expect(isLive(aConsent({ withdrawnAt: during }), new Date(during.getTime() - 1))).toBe(true)
  })

  it('opens its sections to its units for its purposes', () => {
    expect(covers(aConsent(), 'shelter', 'safety', 'services', during)).toBe(true)
  })

  it('opens nothing to another unit, of another section, for another purpose', () => {
    expect(covers(aConsent(), 'police', 'safety', 'services', during)).toBe(false)
    expect(covers(aConsent(), 'shelter', 'psychosocial', 'services', during)).toBe(false)
    expect(covers(aConsent(), 'shelter', 'safety', 'tracing', during)).toBe(false)
  })

  it('adds up with others, but not with withdrawn ones', () => {
    const legal = aConsent({ sections: ['legal'] })
    const health = aConsent({ sections: ['health'], withdrawnAt: during })
    expect(sectionsCovered([aConsent(), legal, health], 'shelter', 'services', during)).toEqual([
      'identity',
      'safety',
      'legal',
    ])
  })
})

describe('before a hand-off', () => {
  it('a child’s referral needs services and sharing, a transfer sharing', () => {
    expect(purposesNeeded('referral', { isChild: true, sharesSections: false })).toEqual([
      'services',
      'sharing',
    ])
    expect(purposesNeeded('transfer', { isChild: true, sharesSections: true })).toEqual(['sharing'])
  })

  it('a woman’s referral that shows nothing needs services only', () => {
    const needs = purposesNeeded('referral', { isChild: false, sharesSections: false })
    expect(needs).toEqual(['services'])
  })
})
