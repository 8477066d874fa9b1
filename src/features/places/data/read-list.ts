import { CsvError, parse } from 'csv-parse/sync'

const delimiters = [';', ',', '\t'] as const

/** A line of a file with columns. */
export interface ListLine {
  readonly line: number
  readonly cells: readonly string[]
}

const decoded = (bytes: Buffer): string | null => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    // It says nothing but that these bytes are no UTF-8.
    return null
  }
}

/** The lines of a text file in UTF-8, separated by whatever its first line has most of; null for another. */
export const readList = (bytes: Buffer): ListLine[] | null => {
  const text = decoded(bytes)
  if (text === null) return null
  const [first = ''] = text.split(/\r?\n/, 1)
  const count = (mark: string): number => first.split(mark).length
  const delimiter = delimiters.reduce((best, mark) => (count(mark) > count(best) ? mark : best))
  try {
    const rows = parse(text, { delimiter, relax_column_count: true, skip_empty_lines: false })
    return rows.map((cells, at) => ({ line: at + 1, cells }))
  } catch (error) {
    if (error instanceof CsvError) return null
    throw error
  }
}
