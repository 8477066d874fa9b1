import { describe, expect, it } from '@jest/globals'
import { isUnreached, nextContactDue, type ContactRole } from './contacts.js'

const noon = new Date('2026-11-20T12:00:00+07:00')
const later = new Date('2026-11-21T12:00:00+07:00')
const daysAfter = (at: Date, days: number) => new Date(at.getTime() + days * 86_400_000)

describe('the next contact', () => {
  it('is the first action, as long as nobody has been seen since the risk was assessed', () => {
    expect(nextContactDue('high', noon, null)).toEqual(daysAfter(noon, 1))
    expect(nextContactDue('high', later, noon)).toEqual(daysAfter(later, 1))
    expect(nextContactDue('medium', noon, null)).toEqual(daysAfter(noon, 3))
  })

  it('is the follow-up after the last contact', () => {
    expect(nextContactDue('high', noon, later)).toEqual(daysAfter(later, 7))
    expect(nextContactDue('low', noon, noon)).toEqual(daysAfter(noon, 30))
  })

  it('has no clock where no risk was found', () => {
    expect(nextContactDue('none', noon, later)).toBeNull()
  })
})

describe('a person nobody reaches', () => {
  const attempt = (reached: boolean, withRole: ContactRole = 'person') => ({ reached, withRole })
  it('was tried three times in a row', () => {
    const failed = attempt(false)
    expect(isUnreached([failed, failed])).toBe(false)
    expect(isUnreached([failed, failed, failed])).toBe(true)
    expect(isUnreached([failed, failed, attempt(true), failed])).toBe(false)
    expect(isUnreached([failed, attempt(true, 'service'), failed, failed])).toBe(true)
    expect(isUnreached([attempt(false, 'caregiver'), failed, failed])).toBe(false)
  })
})
