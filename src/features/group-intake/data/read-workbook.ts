import { readSheet } from 'read-excel-file/node'
import { mostColumns, mostRows } from '../domain/people-table.js'
import { ListTooLong, ListTooWide, ListUnreadable } from '../domain/group.errors.js'
import { packPlainly, unpackWorkbook } from './unpack-workbook.js'

/**
 * The cells of the first sheet of a workbook, as text: a day as `YYYY-MM-DD`.
 * @throws ListUnreadable | ListTooBig | ListTooLong | ListTooWide
 */
export const readWorkbook = async (bytes: Buffer): Promise<{ line: number; cells: string[] }[]> => {
  const entries = unpackWorkbook(bytes)
  for (const { bytes: xml } of entries) refuseFarCells(xml.toString('utf8'))
  // Packed anew: the reader walks the archive in another way, and sees only what was looked at here.
  const rows = await readSheet(packPlainly(entries)).catch((error: unknown) => {
    throw Object.assign(new ListUnreadable(), { cause: error })
  })
  return rows.map((row, at) => ({ line: at + 1, cells: row.map(textOf) }))
}

// One cell in the last row and column makes the reader lay out a sheet of billions. It takes the sheet
// from wherever the workbook says, so every file is looked through; it drops prefixes of attributes,
// opens entities and reads numbers as JavaScript does (`1e6`), so a place not plainly written is refused.
// Looked at without being passed over: the quotes of one attribute must not hide the next.
const places = /\s(?=([^\s=<>"'/]*:)?r\s*=\s*(?:"([^"]*)"|'([^']*)'))/g
const plainPlace = /^([A-Z]{0,3})(\d{0,7})$/
const sizes = /<(?:\w+:)?dimension\b[^>]*?\sref\s*=\s*["'](?:[A-Z]+\d+:)?([A-Z]*)(\d*)["']/gi

const refuseFarCells = (xml: string): void => {
  for (const [, prefix, double, single = ''] of xml.matchAll(places)) {
    if (prefix === 'xmlns:') continue
    const [, column, row] = plainPlace.exec(double ?? single) ?? []
    if (column === undefined || row === undefined) throw new ListUnreadable()
    refuseFar(column, row)
  }
  for (const [, column = '', row = ''] of xml.matchAll(sizes)) refuseFar(column, row)
}

const refuseFar = (column: string, row: string): void => {
  if (Number(row) > mostRows + 1) throw new ListTooLong()
  if (columnNumber(column) > mostColumns) throw new ListTooWide()
}

// A = 1 … Z = 26, AA = 27.
const columnNumber = (letters: string): number =>
  Array.from(letters.toUpperCase()).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)

const textOf = (value: unknown): string => {
  if (value === null || value === undefined) return ''
  if (value instanceof Date)
    return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10)
  if (typeof value === 'number' || typeof value === 'boolean' || typeof value === 'string')
    return String(value).normalize('NFC')
  return ''
}
