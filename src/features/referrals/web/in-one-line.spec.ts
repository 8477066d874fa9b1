import { describe, expect, it } from '@jest/globals'
import { inOneLine } from './in-one-line.js'

describe('inOneLine', () => {
  it('puts together what reads alike, where the first of it stood', () => {
    expect(inOneLine(['a1', 'b1', 'a2'], ([kind = '']) => kind)).toEqual([['a1', 'a2'], ['b1']])
  })

  it('leaves apart what does not', () => {
    expect(inOneLine(['a', 'b'], (item) => item)).toEqual([['a'], ['b']])
  })
})
