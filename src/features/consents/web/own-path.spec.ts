import { describe, expect, it } from '@jest/globals'
import { ownPath } from './own-path.js'

describe('where to go on', () => {
  it.each(['/referrals/0b6f/sharing', '/cases/1?x=1&y=%C3%A2'])('%p is ours', (path) => {
    expect(ownPath(path)).toBe(path)
  })

  it.each([
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    'javascript:1',
    '',
    undefined,
  ])('%p is not', (path) => {
    expect(ownPath(path)).toBeUndefined()
  })
})
