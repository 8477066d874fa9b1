import { describe, expect, it } from '@jest/globals'
import { randomBytes } from 'node:crypto'
import { Keys } from './keys.js'
import { SearchTokens, tokenLength } from './search-token.js'

const tokens = (searching: Buffer): SearchTokens =>
  new SearchTokens(new Keys(randomBytes(32), [], searching, randomBytes(32), randomBytes(48)))
const key = randomBytes(32)
const ours = tokens(key)

describe('a search token', () => {
  it('finds the same value however it was typed', () => {
    const token = ours.of('name', 'Nguyễn Thị Ánh')

    expect(ours.of('name', '  nguyễn   THỊ ánh '.normalize('NFD'))).toEqual(token)
    expect(tokens(key).of('name', 'Nguyễn Thị Ánh')).toEqual(token)
    expect(token).toHaveLength(tokenLength)
  })

  it('keeps names apart that differ by tone alone', () => {
    expect(ours.of('name', 'Hoà')).not.toEqual(ours.of('name', 'Hoa'))
  })

  it('is another in another field and under another key', () => {
    const token = ours.of('phone', '0912000111')

    expect(ours.of('account', '0912000111')).not.toEqual(token)
    expect(tokens(randomBytes(32)).of('phone', '0912000111')).not.toEqual(token)
  })

  it('is short where it is one of several, and says which key it is of', () => {
    const token = ours.of('phone', '0912000111')
    const other = tokens(randomBytes(32))

    expect(ours.short('phone', '0912000111')).toBe(token.readBigInt64BE(0))
    expect(ours.version).toBe(tokens(key).version)
    expect([ours, other].every(({ version }) => version >= 0 && version < 2 ** 15)).toBe(true)
  })
})
