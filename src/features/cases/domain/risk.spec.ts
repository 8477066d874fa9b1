import { describe, expect, it } from '@jest/globals'
import { firstActionDue, followUpDue, isHigherRisk, riskReasonsOfAge, riskWith } from './risk.js'

const at = new Date('2026-03-06T08:00:00Z')

describe('risk', () => {
  it('is high at once when the person is being blackmailed now', () => {
    expect(riskWith('low', ['active_sextortion'])).toBe('high')
  })

  it('stays as assessed when nothing raises it', () => {
    expect(riskWith('medium', [])).toBe('medium')
  })

  it('is high for a child under six', () => {
    expect(riskWith('none', riskReasonsOfAge(5))).toBe('high')
    expect(riskReasonsOfAge(6)).toEqual([])
    expect(riskReasonsOfAge(null)).toEqual([])
  })

  it('asks for action within a day when high, and for none when there is no risk', () => {
    expect(firstActionDue('high', at)).toEqual(new Date('2026-03-07T08:00:00Z'))
    expect(firstActionDue('none', at)).toBeNull()
  })

  it('asks to see the person again within a week when high', () => {
    expect(followUpDue('high', at)).toEqual(new Date('2026-03-13T08:00:00Z'))
    expect(followUpDue('none', at)).toBeNull()
  })

  it('is ordered', () => {
    expect(isHigherRisk('high', 'medium')).toBe(true)
    expect(isHigherRisk('low', 'low')).toBe(false)
  })
})
