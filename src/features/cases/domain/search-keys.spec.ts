import { describe, expect, it } from '@jest/globals'
import { handlesIn } from './account-handle.js'
import { isOneDigitOff, phoneDigits, phonesIn, withoutAThird } from './phone-number.js'
import { askedKeys, storedKeys, type Findable } from './search-keys.js'
import { soundOf, spokenName } from './spoken-name.js'

const meet = (stored: Findable, asked: Findable): string[] => {
  const kept = new Set(storedKeys(stored).map(({ kind, text }) => `${kind} ${text}`))
  return askedKeys(asked)
    .filter(({ kind, text }) => kept.has(`${kind} ${text}`))
    .map(({ kind }) => kind)
}
const names = (...given: string[]): Findable => ({ names: given })

describe('a name as it is spoken', () => {
  it('is the same however it was typed', () => {
    const typed = ['Nguyễn Thị Mai', 'NGUYỄN  thị mai', 'NguyễnThịMai', 'bé Nguyễn Thị Mai']
    for (const name of typed.flatMap((one) => [one, one.normalize('NFD')]))
      expect(spokenName(name).toned).toEqual(['nguyễn', 'thị', 'mai'])
    expect(spokenName('Đỗ Đức Ý').plain).toEqual(['do', 'duc', 'y'])
    expect(spokenName(' 0905 - ').toned).toEqual([])
  })

  it('keeps a form of address that is all there is', () => {
    expect(spokenName('Bé').toned).toEqual(['bé'])
  })

  it('sounds alike where regions differ', () => {
    const pairs = [
      ['dung', 'giung'],
      ['dung', 'rung'],
      ['vinh', 'din'],
      ['trang', 'chan'],
      ['sinh', 'xin'],
      ['lan', 'nang'],
      ['quy', 'kui'],
      ['ngoc', 'ngot'],
      ['bich', 'bit'],
      ['my', 'mi'],
    ] as const
    for (const [one, other] of pairs) expect(soundOf(one)).toBe(soundOf(other))
    expect(soundOf('khanh')).not.toBe(soundOf('canh'))
    expect(soundOf('nga')).not.toBe(soundOf('na'))
  })
})

describe('keys', () => {
  it('meet for a name without its tones, in another order, or with words left out', () => {
    const stored = names('Nguyễn Thị Thu Hà')
    for (const asked of ['nguyen thi thu ha', 'Hà Nguyễn Thị Thu', 'Thu Hà', 'ha nguyen', 'Hà'])
      expect(meet(stored, names(asked))).not.toEqual([])
  })

  it('meet for a name with a letter missing, one too many, or two swapped', () => {
    const stored = names('Nguyễn Thị Mai')
    const slips = [
      'nguyen thi mi',
      'nguyen thi maii',
      'nguyen thi mia',
      'nguen thi mai',
      'nguyen mia',
    ]
    for (const asked of [...slips, 'nugyen mai', 'mia nguyen thi', 'mia'])
      expect(meet(stored, names(asked))).not.toEqual([])
    expect(meet(stored, names('Trần Văn Long'))).toEqual([])
  })

  it('count for more where a letter is missing than where two words differ by one', () => {
    const asked = new Map(askedKeys(names('tran mi')).map(({ text, weight }) => [text, weight]))
    expect(asked.get('chan|mi')).toBe(2)
    expect(asked.get('chan|m')).toBe(1)
    // A common word is not asked for with a letter less.
    expect(asked.get('mi|tran')).toBe(2)
    expect(asked.has('mi|tra')).toBe(false)
  })

  it('are never of a common word alone, nor of two of them', () => {
    const texts = storedKeys(names('Nguyễn Thị Mai')).map(({ text }) => text)
    for (const text of ['nguyen', 'thi', 'nguyen|thi', 'thi|nguyen'])
      expect(texts).not.toContain(text)
    expect(meet(names('Nguyễn Thị Mai'), names('Nguyễn Thị Hoa'))).toEqual([])
  })

  it('meet for a given name that is elsewhere a family name', () => {
    expect(meet(names('Lê Thị Vân'), names('van'))).not.toEqual([])
    expect(meet(names('Lê Thị Vân'), names('le van'))).toContain('name-pair')
  })

  it('meet for a number written in another way, or with one digit wrong', () => {
    const stored = { phones: ['0905 000 111'] }
    for (const asked of ['+84905000111', '84 905 000 111', '0084-905-000-111', '905000111'])
      expect(meet(stored, { phones: [asked] })).toContain('phone')
    expect(meet(stored, { phones: ['0905 000 181'] })).toEqual(['phone-thirds'])
    expect(meet(stored, { phones: ['0905 999 999'] })).toEqual([])
  })

  it('meet for an account with or without its sign, its platform and its dots', () => {
    const stored = { handles: ['Zalo: @thuyen_dem, facebook.com/lan.anh.2009?ref=x'] }
    for (const asked of ['thuyen_dem', '@Thuyen.Dem', 'https://zalo.me/thuyendem', 'lananh2009'])
      expect(meet(stored, { handles: [asked] })).toContain('handle')
    expect(meet(stored, { handles: ['zalo'] })).toEqual([])
  })
})

describe('a telephone number', () => {
  it('is its digits', () => {
    expect(phoneDigits('(024) 3936 1234')).toBe('2439361234')
    expect(phoneDigits('+855 12 345 678')).toBe('85512345678')
    expect(phoneDigits('113')).toBeNull()
    expect(phonesIn('0905 000 111 hoặc 0912.345.678 (mẹ)')).toEqual(['905000111', '912345678'])
  })

  it('with one digit wrong shares two thirds', () => {
    const [one, other] = ['905000111', '905000181']
    expect(withoutAThird(one).filter((part) => withoutAThird(other).includes(part))).toHaveLength(1)
    expect(isOneDigitOff(one, other)).toBe(true)
    expect(isOneDigitOff(one, one)).toBe(false)
    expect(isOneDigitOff(one, '90500011')).toBe(false)
  })
})

describe('accounts in a text', () => {
  it('are found among platforms and addresses', () => {
    expect(handlesIn('tiktok:nguyenloan1973, telegram: be_loan1973')).toEqual([
      'nguyenloan1973',
      'beloan1973',
    ])
    expect(handlesIn('https://www.facebook.com/lan.anh/photos')).toEqual(['lananh'])
    expect(handlesIn('t.me/thuyen_dem')).toEqual(['thuyendem'])
  })
})
