import { describe, expect, it } from '@jest/globals'
import { sectors } from '../../../platform/access/sectors.js'
import {
  cpimsServicesOf,
  isServiceType,
  sectorsGiving,
  servicesOf,
  serviceTypes,
} from './service-types.js'

describe('services', () => {
  it('are given by somebody, except the unnamed one', () => {
    for (const service of serviceTypes.filter((each) => each !== 'OTHER')) {
      expect(sectorsGiving(service)).not.toEqual([])
    }
  })

  it('are offered by every sector', () => {
    for (const sector of sectors) expect(servicesOf(sector)).not.toEqual([])
  })

  it('leave care after rape to health', () => {
    expect(sectorsGiving('CMR')).toEqual(['health'])
    expect(servicesOf('police')).not.toContain('CMR')
  })

  it('keep the words of CPIMS+, odd spelling included', () => {
    expect(cpimsServicesOf('MHPSS_FOCUSED')).toEqual(['focuses_non_specialized_mhpss_care'])
    expect(cpimsServicesOf('TAKEDOWN')).toEqual([])
  })

  it('know their own codes only', () => {
    expect(isServiceType('SHELTER')).toBe(true)
    expect(isServiceType('shelter')).toBe(false)
    expect(isServiceType('toString')).toBe(false)
  })
})
