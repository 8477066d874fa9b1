import { describe, expect, it } from '@jest/globals'
import { contactChannels, noSafeContact, type SafeContact } from './case-content.js'
import { contactNow, mayContact } from './may-contact.js'

// A Friday.
const at = (time: string, day = 20) => new Date(`2026-11-${day}T${time}:00+07:00`)
const byMessage = (changes: Partial<SafeContact> = {}): SafeContact => ({
  ...noSafeContact,
  channels: ['message'],
  ...changes,
})
const evenings = { days: 'weekdays', from: '19:00', until: '21:00' } as const

describe('getting in touch with the person', () => {
  it('is for nobody where nothing is recorded, or no way is safe', () => {
    for (const contact of [null, noSafeContact]) {
      expect(contactNow(contact, at('10:00')).verdict).toBe('unknown')
      for (const channel of contactChannels)
        expect(mayContact(contact, channel, at('10:00'))).toBe(false)
    }
  })

  it('is never for us where only the person gets in touch, at whatever hour', () => {
    const contact = byMessage({ doNotContact: true, hours: [evenings] })
    expect(contactNow(contact, at('19:30'))).toEqual({
      verdict: 'never',
      channels: [],
      opensAt: null,
    })
    expect(mayContact(contact, 'message', at('19:30'))).toBe(false)
  })

  it('goes by the ways the person named only', () => {
    expect(mayContact(byMessage(), 'message', at('10:00'))).toBe(true)
    expect(mayContact(byMessage(), 'call', at('10:00'))).toBe(false)
  })

  it('happens at the hours the person named only', () => {
    const contact = byMessage({ hours: [evenings] })
    const open = ['18:59', '19:00', '20:59', '21:00'].filter((time) =>
      mayContact(contact, 'message', at(time)),
    )
    expect(open).toEqual(['19:00', '20:59'])
    expect(mayContact(contact, 'message', at('19:30', 21))).toBe(false)
  })

  it('says when it may be next', () => {
    const contact = byMessage({ hours: [evenings] })
    expect(contactNow(contact, at('10:00')).opensAt).toEqual(at('19:00'))
    // After Friday evening comes Monday.
    expect(contactNow(contact, at('21:00')).opensAt).toEqual(at('19:00', 23))
  })

  it('past midnight belongs to the evening before', () => {
    const night = byMessage({ hours: [{ days: 'friday', from: '22:00', until: '02:00' }] })
    expect(mayContact(night, 'message', at('23:30', 20))).toBe(true)
    expect(mayContact(night, 'message', at('01:30', 21))).toBe(true)
    expect(mayContact(night, 'message', at('01:30', 20))).toBe(false)
    expect(mayContact(night, 'message', at('22:30', 21))).toBe(false)
  })

  it('needs eyes where the time is told in words', () => {
    expect(contactNow(byMessage({ when: 'giờ ra chơi' }), at('10:00')).verdict).toBe('read-first')
    expect(
      contactNow(byMessage({ when: 'giờ ra chơi', hours: [evenings] }), at('10:00')).verdict,
    ).toBe('not-now')
  })

  it('understands what was recorded before there were hours', () => {
    const { hours, ...old } = byMessage()
    expect(hours).toBeUndefined()
    expect(contactNow(old, at('10:00')).verdict).toBe('now')
  })
})
