import { formatCaseNumber, parseCaseNumber } from './case-number.js'
import type { Findable } from './search-keys.js'

/** What somebody typed to find a case, told apart. */
export interface SearchQuery {
  /** Numbers of cases it may be, in full. */
  readonly numbers: readonly string[]
  readonly findable: Findable
}

/** As many letters as are read. */
export const longestQuery = 100

/** Years whose numbers a short form may mean, this one first. */
const yearsBack = 10

/** Reads what was typed: `BA-2026-000123`, `2026-123`, `123`, a name, a telephone number, an account. */
export const readQuery = (typed: string, year: number): SearchQuery => {
  const text = typed.normalize('NFKC').trim().slice(0, longestQuery)
  const phones = text.match(/\+?\d[\d\s().-]{5,}\d/gu) ?? []
  const rest = phones.reduce((left, phone) => left.replace(phone, ' '), text)
  const words = rest.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word))
  const accounts = words.length === 1 ? words : words.filter(looksLikeAccount)
  const name = words.filter((word) => !looksLikeAccount(word)).join(' ')
  return {
    numbers: numbersOf(text, year),
    findable: { names: /\p{L}/u.test(name) ? [name] : [], phones, handles: accounts },
  }
}

const looksLikeAccount = (word: string): boolean =>
  /[@_/]|\p{L}.*[.:\d].*\p{L}|\p{L}.*\d|\d.*\p{L}/u.test(word)

const numbersOf = (text: string, year: number): string[] => {
  const whole = parseCaseNumber(text)
  if (whole !== null) return [formatCaseNumber(whole)]
  const [, named, digits] =
    /^(?:BA[-\s]?)?(?:([1-9]\d{3})[-/\s])?0*([1-9]\d{0,8})$/iu.exec(text) ?? []
  if (digits === undefined || (named === undefined && digits.length > 6)) return []
  const years =
    named === undefined
      ? Array.from({ length: yearsBack }, (_, ago) => year - ago)
      : [Number(named)]
  return years.map((each) => formatCaseNumber({ year: each, sequence: Number(digits) }))
}
