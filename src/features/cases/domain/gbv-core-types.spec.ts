import { describe, expect, it } from '@jest/globals'
import { coreTypeOf } from './gbv-core-types.js'

describe('the GBV core type', () => {
  it('is the first question answered yes', () => {
    expect(coreTypeOf(['psychological_emotional_abuse', 'rape'])).toBe('rape')
  })

  it('leaves GBV statistics when no question was answered yes', () => {
    expect(coreTypeOf([])).toBe('non-gbv')
  })
})
