import { CsvError, parse } from 'csv-parse/sync'
import { mostColumns, mostRows } from '../domain/people-table.js'
import { ListTooLong, ListTooWide, ListUnreadable } from '../domain/group.errors.js'
import { decodeText } from './decode-text.js'

const delimiters = [';', ',', '\t', '|'] as const

// What separates cells is what the first line has most of, outside quotes.
const delimiterOf = (text: string): string => {
  const [first = ''] = text.replace(/"(?:[^"]|"")*"/g, '').split(/\r?\n/, 1)
  const count = (mark: string) => first.split(mark).length
  return delimiters.reduce((best, mark) => (count(mark) > count(best) ? mark : best))
}

/** The cells of a text file with columns. @throws ListUnreadable | ListTooLong | ListTooWide */
export const readCsv = (bytes: Buffer): { line: number; cells: string[] }[] => {
  const text = decodeText(bytes)
  if (text === null) throw new ListUnreadable()
  try {
    const rows = parse(text, {
      delimiter: delimiterOf(text),
      relax_column_count: true,
      relax_quotes: true,
      // Counted by ourselves, since an empty line is a line of the sheet as well.
      skip_empty_lines: false,
      // The header, what is taken, and one more that tells of too many.
      to: mostRows + 2,
      max_record_size: 256 * 1024,
    })
    if (rows.length > mostRows + 1) throw new ListTooLong()
    if (rows.some((cells) => cells.length > mostColumns)) throw new ListTooWide()
    return rows.map((cells, at) => ({ line: at + 1, cells }))
  } catch (error) {
    if (error instanceof CsvError) throw new ListUnreadable()
    throw error
  }
}
