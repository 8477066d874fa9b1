import type { LocalDate } from '../../../platform/clock/local-time.js'
import type { Language, Sex } from '../../cases/index.js'
import { provinceNamed } from '../../directory/index.js'
import { personFields, type Columns, type PersonField } from './columns.js'
import type { TableRow } from './people-table.js'
import { plainWord } from './plain-word.js'

/* eslint-disable @typescript-eslint/consistent-type-definitions --
   what waits is sealed as JSON, and only a type fits its index signature */

/** A person of a list, understood. */
export type PersonOfList = {
  readonly name: string
  readonly birthDate: LocalDate | null
  /** Completed years, where no birth date is known. */
  readonly statedAge: number | null
  readonly sex: Sex
  readonly document: string | null
  readonly phone: string | null
  readonly address: string | null
  readonly commune: string | null
  readonly provinceCode: string | null
  readonly language: Language
  readonly note: string | null
}

export const problemKinds = [
  'missing',
  'too-long',
  'not-a-date',
  'short-year',
  'in-future',
  'not-an-age',
  'age-differs',
  'unknown-sex',
  'unknown-province',
  'unknown-commune',
  'which-commune',
  'unknown-language',
  'not-a-phone',
  'same-as-line',
] as const

export type ProblemKind = (typeof problemKinds)[number]

/** What in a row has to be mended. */
export interface RowProblem {
  readonly field: PersonField
  readonly kind: ProblemKind
  /** What stands there; for a person who stands there twice the line of the first. */
  readonly value: string
  /** What may have been meant. */
  readonly names?: readonly string[]
}

export type RowReading =
  | { readonly ok: true; readonly line: number; readonly person: PersonOfList }
  | { readonly ok: false; readonly line: number; readonly problems: readonly RowProblem[] }

const longest: Readonly<Partial<Record<PersonField, number>>> = {
  name: 200,
  document: 50,
  phone: 40,
  address: 500,
  commune: 200,
}

const oldestAge = 120

/** Reads one row as the columns say. Every problem is told at once, so that a list is mended once. */
export const readRow = (
  { line, cells }: TableRow,
  columns: Columns,
  today: LocalDate,
): RowReading => {
  const problems: RowProblem[] = []
  const text = (field: PersonField): string => {
    const at = columns[field]
    return at === undefined ? '' : (cells[at] ?? '').replace(/\s+/g, ' ').trim()
  }
  const wrong = (field: PersonField, kind: ProblemKind): null => {
    problems.push({ field, kind, value: shortened(text(field)) })
    return null
  }
  for (const field of personFields)
    if (text(field).length > (longest[field] ?? Infinity)) wrong(field, 'too-long')

  const name = text('name')
  if (name === '') wrong('name', 'missing')
  const born = birthOf(text('birthDate'), today)
  if (born.problem !== null) wrong('birthDate', born.problem)
  const told = ageOf(text('age'))
  if (told === 'wrong') wrong('age', 'not-an-age')
  const age = told === 'wrong' ? null : told
  if (born.date !== null && age !== null && Math.abs(yearsSince(born.date, today) - age) > 1)
    wrong('age', 'age-differs')
  const sex = sexes[plainWord(text('sex'))]
  if (sex === undefined) wrong('sex', 'unknown-sex')
  const phone = phoneOf(text('phone'))
  if (phone === wrongPhone) wrong('phone', 'not-a-phone')
  const province = text('province') === '' ? null : provinceNamed(text('province'), today)
  if (province === null && text('province') !== '') wrong('province', 'unknown-province')
  const language = languageOf(text('language'))
  if (language === null) wrong('language', 'unknown-language')
  const note = columns.note === undefined ? '' : (cells[columns.note] ?? '').trim()

  if (problems.length > 0 || sex === undefined || phone === wrongPhone || language === null)
    return { ok: false, line, problems }
  return {
    ok: true,
    line,
    person: {
      name,
      birthDate: born.date,
      statedAge: born.date === null ? (age ?? born.age) : null,
      sex,
      document: text('document') === '' ? null : documentOf(text('document')),
      phone,
      address: text('address') || null,
      commune: text('commune') || null,
      provinceCode: province?.code ?? null,
      language,
      note: note || null,
    },
  }
}

// What is quoted in a complaint is to be found again, not read.
const shortened = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text)

interface Birth {
  readonly date: LocalDate | null
  /** Where only the year is known. */
  readonly age: number | null
  readonly problem: ProblemKind | null
}

const birthOf = (text: string, today: LocalDate): Birth => {
  const found = (some: Partial<Birth>): Birth => ({ date: null, age: null, problem: null, ...some })
  if (text === '') return found({})
  const year = /^(19|20)\d\d$/.exec(text)?.[0]
  if (year !== undefined) {
    const turning = Number(today.slice(0, 4)) - Number(year)
    if (turning < 0) return found({ problem: 'in-future' })
    // Whoever may still be a year younger is taken to be: that protects more.
    return found({ age: Math.max(0, turning - 1) })
  }
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text)
  // The day comes first, as in Viet Nam and France.
  const local = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})$/.exec(text)
  if (/^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{2})$/.test(text)) return found({ problem: 'short-year' })
  const date =
    iso !== null
      ? dayOf(iso[1], iso[2], iso[3])
      : local !== null
        ? dayOf(local[3], local[2], local[1])
        : null
  if (date === null || date < `${Number(today.slice(0, 4)) - oldestAge}`)
    return found({ problem: 'not-a-date' })
  return date > today ? found({ problem: 'in-future' }) : found({ date })
}

// 31 February is read as 3 March: only what comes back as it was written is a day.
const dayOf = (year = '', month = '', day = ''): LocalDate | null => {
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const date = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text) ? text : null
}

const yearsSince = (from: LocalDate, to: LocalDate): number =>
  Number(to.slice(0, 4)) - Number(from.slice(0, 4)) - (to.slice(5) < from.slice(5) ? 1 : 0)

const ageOf = (text: string): number | null | 'wrong' => {
  if (text === '') return null
  const years = /^(\d{1,3})(?:\s*(?:tuổi|years?|ans?))?$/i.exec(text)?.[1]
  return years === undefined || Number(years) > oldestAge ? 'wrong' : Number(years)
}

const wrongPhone = Symbol('no telephone number')

const phoneOf = (text: string): string | null | typeof wrongPhone => {
  if (text === '') return null
  const digits = text.replace(/\D/g, '')
  if (!/^[+\d][\d\s().-]*$/.test(text) || digits.length < 8 || digits.length > 15) return wrongPhone
  // A spreadsheet takes a number for a number, and its zero away.
  return /^[35789]\d{8}$/.test(text) ? `0${text}` : text
}

// So with a citizen's number of twelve digits, when its province's code begins with zero.
const documentOf = (text: string): string => (/^\d{11}$/.test(text) ? `0${text}` : text)

const sexes: Readonly<Record<string, Sex>> = {
  '': 'unknown',
  nam: 'male',
  trai: 'male',
  m: 'male',
  male: 'male',
  man: 'male',
  h: 'male',
  homme: 'male',
  masculin: 'male',
  nu: 'female',
  gai: 'female',
  f: 'female',
  female: 'female',
  woman: 'female',
  femme: 'female',
  feminin: 'female',
  khac: 'other',
  other: 'other',
  autre: 'other',
  x: 'other',
  'khong ro': 'unknown',
  unknown: 'unknown',
  inconnu: 'unknown',
}

const languageNames: readonly (readonly [Language, readonly string[]])[] = [
  ['vi', ['', 'vi', 'viet', 'kinh', 'vietnamese', 'vietnamien']],
  ['en', ['en', 'anh', 'english', 'anglais']],
  ['fr', ['fr', 'phap', 'french', 'francais']],
  ['km', ['km', 'khmer', 'kho me', 'khome', 'campuchia', 'cambodian']],
  ['lo', ['lo', 'lao', 'laotian', 'laotien']],
  ['th', ['th', 'thai lan', 'thai', 'thailandais']],
  ['my', ['my', 'mien dien', 'burmese', 'birman']],
  ['zh', ['zh', 'trung', 'hoa', 'trung quoc', 'chinese', 'mandarin', 'chinois']],
  ['yue', ['yue', 'quang dong', 'cantonese', 'cantonais']],
  ['tyz', ['tyz', 'tay']],
  ['nut', ['nut', 'nung']],
  ['blt', ['blt', 'thai den']],
  ['twh', ['twh', 'thai trang']],
  ['mtq', ['mtq', 'muong']],
  ['hmn', ['hmn', 'h mong', 'hmong', 'mong']],
  ['ium', ['ium', 'dao', 'yao']],
  ['jra', ['jra', 'gia rai', 'jarai']],
  ['rad', ['rad', 'e de', 'ede', 'rade']],
  ['bdq', ['bdq', 'ba na', 'bahnar']],
  ['cjm', ['cjm', 'cham', 'cham dong']],
  ['cja', ['cja', 'cham tay']],
]

const languageOf = (text: string): Language | null => {
  const word = plainWord(text).replace(/^tieng /, '')
  return languageNames.find(([, names]) => names.includes(word))?.[0] ?? null
}
