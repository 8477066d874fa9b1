import { describe, expect, it } from '@jest/globals'
import { initialsOf } from './initials.js'

describe('initials', () => {
  it.each([
    ['Nguyễn Thị Mai', 'N.T.M.'],
    ['  đặng   ánh-tuyết ', 'Đ.Á.T.'],
    ['Y’ Moan (bạn của Lan)', 'Y.M.B.C.L.'],
    ['Ánh'.normalize('NFD'), 'Á.'],
    ['?', ''],
  ])('of %p are %p', (name, initials) => {
    expect(initialsOf(name)).toBe(initials)
  })
})
