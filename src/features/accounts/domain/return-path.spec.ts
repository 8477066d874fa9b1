import { describe, expect, it } from '@jest/globals'
import { returnPath } from './return-path.js'

describe('the way back after signing in', () => {
  it.each(['/cases', '/cases/1?tab=consents', '/referrals?direction=in&status=requested'])(
    'leads to our own %s',
    (path) => expect(returnPath(path)).toBe(path),
  )

  it.each([
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    '/cases\\..\\evil',
    'javascript:alert(1)',
    'cases',
    '',
    '/hồ-sơ',
    `/${'a'.repeat(2000)}`,
    null,
    ['/cases'],
  ])('never leads elsewhere: %j', (path) => expect(returnPath(path)).toBe('/'))

  it.each(['/sign-in', '/sign-in?next=/cases', '/sign-out', '/lock', '/lock?next=%2F', '/hide'])(
    'does not lead back to the door %s',
    (path) => expect(returnPath(path)).toBe('/'),
  )

  it('knows a page whose name only begins like a door', () => {
    expect(returnPath('/locksmiths')).toBe('/locksmiths')
  })
})
