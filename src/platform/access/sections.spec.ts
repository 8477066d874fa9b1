import { describe, expect, it } from '@jest/globals'
import {
  allSections,
  bitOf,
  isSection,
  keyClassOf,
  maskOf,
  sections,
  sectionsOf,
} from './sections.js'

describe('sections', () => {
  it('keep their stored bits', () => {
    expect(sections.map(bitOf)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
    expect(bitOf('psychosocial')).toBe(6)
  })

  it('come back from a mask as they went in, in fixed order', () => {
    expect(sectionsOf(maskOf(['legal', 'identity']))).toEqual(['identity', 'legal'])
    expect(sectionsOf(allSections)).toEqual(sections)
    expect(sectionsOf(maskOf([]))).toEqual([])
  })

  it('ignore bits that belong to no section', () => {
    expect(sectionsOf(1 << 20)).toEqual([])
  })

  it('seal counselling with the clinical key and a shelter’s place with the identity key', () => {
    expect(keyClassOf('psychosocial')).toBe('clinical')
    expect(keyClassOf('safety')).toBe('identity')
  })

  it('know their own names only', () => {
    expect(isSection('health')).toBe(true)
    expect(isSection('toString')).toBe(false)
  })
})
