import { describe, expect, it } from '@jest/globals'
import { isLocale, negotiateLocale } from './locale.js'

describe('the language of a page', () => {
  it('is the one the reader chose', () => {
    expect(negotiateLocale({ cookie: 'fr', acceptLanguage: 'en' })).toBe('fr')
  })

  it('is else what the browser likes best among ours', () => {
    const acceptLanguage = 'de, en-GB;q=0.7, fr-CA;q=0.9, *;q=0.1'

    expect(negotiateLocale({ acceptLanguage })).toBe('fr')
  })

  it('is Vietnamese when nothing else is known', () => {
    expect(negotiateLocale({})).toBe('vi')
    expect(negotiateLocale({ acceptLanguage: 'de, ja' })).toBe('vi')
  })

  it.each(['', 'xx', '../../etc/passwd', '__proto__'])('is never a cookie like "%s"', (cookie) => {
    expect(negotiateLocale({ cookie })).toBe('vi')
    expect(isLocale(cookie)).toBe(false)
  })

  it('is not one the browser refuses', () => {
    expect(negotiateLocale({ acceptLanguage: 'fr;q=0, en;q=0.2' })).toBe('en')
  })
})
