import { describe, expect, it } from '@jest/globals'
import { commonPasswords } from './common-passwords.js'
import { faultOfPassword } from './password-rules.js'

const lan = ['tran.thi.lan', 'Trần Thị Lan']

describe('a new password', () => {
  it.each([
    'thuyền về bến lúc trăng lên',
    'ba con mèo đi chợ',
    'Kx7#pQ9!mZ2$',
    'mưa rào tháng bảy',
  ])('may be %s', (password) => expect(faultOfPassword(password, lan)).toBeNull())

  it('has at least 12 characters, however the keyboard composes them', () => {
    expect(faultOfPassword('trăng lên mu')).toBeNull()
    expect(faultOfPassword('trăng lên m')).toBe('accounts.password.too-short')
    // 11 letters that are 15 code points when decomposed
    expect(faultOfPassword('trăng lênnn'.normalize('NFD'))).toBe('accounts.password.too-short')
  })

  it('has an end', () => {
    expect(faultOfPassword('một câu rất dài '.repeat(16))).toBeNull()
    expect(faultOfPassword('một câu rất dài '.repeat(17))).toBe('accounts.password.too-long')
  })

  it.each([
    'password1234',
    'PassWord1234',
    'Anh yêu em 1234',
    'Mật khẩu 12345',
    'motdepasse123',
    'qwertyuiop123',
    'aaaaaaaaaaaaaaaa',
    'abababababab',
    '01234567890123',
    'zyxwvutsrqponm',
  ])('is not one that guessers try first: %s', (password) =>
    expect(faultOfPassword(password)).toBe('accounts.password.too-common'),
  )

  it.each(['TranThiLan2026', 'tran.thi.lan!!', 'lan: Trần Thị Lan'])(
    'is not made of the name: %s',
    (password) => expect(faultOfPassword(password, lan)).toBe('accounts.password.too-personal'),
  )

  it('may contain the name among other words', () => {
    expect(faultOfPassword('trần thị lan thích mưa rào', lan)).toBeNull()
  })
})

describe('the list of common passwords', () => {
  it('holds only what could pass the other rules', () => {
    for (const password of commonPasswords) expect(password).toMatch(/^[a-z0-9]{12,}$/)
    expect(commonPasswords.size).toBeGreaterThan(200)
  })
})
