import { describe, expect, it } from '@jest/globals'
import { sections } from '../../../platform/access/sections.js'
import { sectors } from '../../../platform/access/sectors.js'
import { sectorDefault, sharedSections, withheldSections } from './sector-defaults.js'

describe('what a sector may see', () => {
  it('is never counselling, health or the place of shelter for police, whatever was agreed', () => {
    const shared = sharedSections({ requested: sections, consented: sections, sector: 'police' })
    expect(shared).toEqual(['identity', 'contact', 'incident', 'legal'])
  })

  it('is counselling for health alone', () => {
    expect(sectors.filter((sector) => sectorDefault(sector).includes('psychosocial'))).toEqual([
      'health',
    ])
  })

  it('is not what was done to the person for a shelter, nor the shelter’s place for a lawyer', () => {
    expect(sectorDefault('shelter')).not.toContain('incident')
    expect(sectorDefault('legal-aid')).not.toContain('safety')
  })

  it('is nowhere everything', () => {
    for (const sector of sectors) {
      expect(sectorDefault(sector).length).toBeLessThan(sections.length)
    }
  })
})

describe('what is shared', () => {
  const asked = {
    requested: ['health', 'identity', 'psychosocial', 'legal'],
    consented: ['identity', 'psychosocial', 'legal', 'safety'],
    sector: 'legal-aid',
  } as const

  it('is asked for, agreed to and needed at once', () => {
    expect(sharedSections(asked)).toEqual(['identity', 'legal'])
  })

  it('is nothing without consent and nothing unasked', () => {
    expect(sharedSections({ ...asked, consented: [] })).toEqual([])
    expect(sharedSections({ ...asked, requested: [] })).toEqual([])
  })

  it('leaves the rest behind with a reason', () => {
    expect(withheldSections({ ...asked, consented: ['identity'] })).toEqual([
      { section: 'health', why: 'beyond_sector' },
      { section: 'psychosocial', why: 'beyond_sector' },
      { section: 'legal', why: 'not_consented' },
    ])
  })
})
