import type { LocalDate } from '../../../platform/clock/local-time.js'
import { provinceOn } from '../../directory/index.js'
import { communeKindNamed, communeKinds, fullNameOf, type Commune } from './commune.js'

/** A line of the list that does not fit, in plain words for who imports it. */
export interface LineProblem {
  readonly line: number
  readonly problem: string
}

/** A commune of the list, and the line it stands on. */
export interface ReadCommune {
  readonly line: number
  readonly commune: Commune
}

type Column =
  | 'code'
  | 'province'
  | 'kind'
  | 'name_vi'
  | 'name_en'
  | 'valid_from'
  | 'valid_until'
  | 'replaced_by'

const needed: readonly Column[] = ['code', 'province', 'kind', 'name_vi', 'valid_from']

/** Reads the lines of a list, header first. All that is wrong is told at once. */
export const readPlaces = (
  lines: readonly { readonly line: number; readonly cells: readonly string[] }[],
): { readonly read: readonly ReadCommune[]; readonly problems: readonly LineProblem[] } => {
  const [header, ...rows] = lines
  if (header === undefined)
    return { read: [], problems: [{ line: 1, problem: 'the file is empty' }] }
  const names = header.cells.map((cell) => cell.trim().toLowerCase())
  const missing = needed.filter((column) => !names.includes(column))
  if (missing.length > 0)
    return {
      read: [],
      problems: [{ line: header.line, problem: `there is no column ${missing.join(', ')}` }],
    }
  const read: ReadCommune[] = []
  const problems: LineProblem[] = []
  for (const { line, cells } of rows) {
    if (cells.every((cell) => cell.trim() === '')) continue
    const text = (column: Column): string => {
      const at = names.indexOf(column)
      return at < 0 ? '' : (cells[at] ?? '').normalize('NFC').replace(/\s+/g, ' ').trim()
    }
    const wrong: string[] = []
    const commune = communeOf(text, wrong)
    if (wrong.length === 0) read.push({ line, commune })
    problems.push(...wrong.map((problem) => ({ line, problem })))
  }
  return { read, problems }
}

const communeOf = (text: (column: Column) => string, wrong: string[]): Commune => {
  const day = (column: 'valid_from' | 'valid_until'): LocalDate | null => {
    const typed = text(column)
    const read = typed === '' ? null : dayOf(typed)
    if (typed !== '' && read === null)
      wrong.push(`${column} ‘${typed}’ is not a date: write 2025-07-01`)
    return read
  }
  // A spreadsheet takes a code for a number, and its zeros away.
  const digits = (column: 'code' | 'province', length: number): string => {
    const typed = text(column)
    const code = /^\d+$/.test(typed) ? typed.padStart(length, '0') : typed
    if (!/^\d+$/.test(code) || code.length !== length)
      wrong.push(`${column} ‘${typed}’ is not a code of ${length} digits`)
    return code
  }
  const code = digits('code', 5)
  const provinceCode = digits('province', 2)
  const kind = communeKindNamed(text('kind'))
  if (kind === null) wrong.push(`kind ‘${text('kind')}’ is none of xã, phường, đặc khu, thị trấn`)
  const name = withoutOwnKind(text('name_vi'))
  if (name === '') wrong.push('name_vi is empty')
  const validFrom = day('valid_from')
  if (validFrom === null && text('valid_from') === '') wrong.push('valid_from is empty')
  const validUntil = day('valid_until')
  if (validFrom !== null && validUntil !== null && validUntil < validFrom)
    wrong.push('valid_until lies before valid_from')
  if (validFrom !== null && wrong.length === 0 && provinceOn(provinceCode, validFrom) === null)
    wrong.push(`no province has the code ${provinceCode} on ${validFrom}`)
  const replacedBy = text('replaced_by')
    .split(/[\s,;|]+/)
    .filter((one) => one !== '')
  for (const one of replacedBy)
    if (!/^\d{5}$/.test(one)) wrong.push(`replaced_by ‘${one}’ is not a code of 5 digits`)
  if (replacedBy.length > 0 && validUntil === null && text('valid_until') === '')
    wrong.push('replaced_by without valid_until: since when does it stand no more?')
  return {
    code,
    provinceCode,
    kind: kind ?? 'xa',
    name,
    nameEn: text('name_en') || null,
    validFrom: validFrom ?? '',
    validUntil,
    replacedBy: [...new Set(replacedBy)].sort(),
  }
}

// The list may say `Phường Hải Châu` or `Hải Châu`; a name that begins alike (`Xà Bang`) stays whole.
const withoutOwnKind = (name: string): string => {
  for (const kind of communeKinds) {
    const prefix = fullNameOf({ kind, name: '' })
    if (name.toLowerCase().startsWith(prefix.toLowerCase())) return name.slice(prefix.length).trim()
  }
  return name
}

const dayOf = (typed: string): LocalDate | null => {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(typed)
  const local = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/.exec(typed)
  const [, year = '', month = '', day = ''] =
    iso ?? (local === null ? [] : [local[0], local[3], local[2], local[1]])
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const date = new Date(`${text}T00:00:00Z`)
  // 31 February is read as 3 March: only what comes back as it was written is a day.
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text) ? text : null
}
