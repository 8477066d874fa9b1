import { describe, expect, it } from '@jest/globals'
import { canChangeCase, caseStatuses } from './case-status.js'

describe('a case', () => {
  it('opens again when the person comes back', () => {
    expect(canChangeCase('closed', 'open')).toBe(true)
  })

  it('does not come back from its new owner by a change of status', () => {
    for (const status of caseStatuses) expect(canChangeCase('transferred', status)).toBe(false)
  })
})
