import type { UploadedFile } from '../../../platform/web/upload.js'
import {
  ListEmpty,
  ListOfOldKind,
  ListTooBig,
  ListTooLong,
  ListTooWide,
} from '../domain/group.errors.js'
import { longestCell, mostColumns, mostRows, type PeopleTable } from '../domain/people-table.js'
import { plainCell } from '../domain/spreadsheet-cell.js'
import { readCsv } from './read-csv.js'
import { readWorkbook } from './read-workbook.js'

const isZip = (bytes: Buffer): boolean => bytes.subarray(0, 4).equals(Buffer.from('PK\u0003\u0004'))
// OLE: workbooks before 2007, and newer ones with a password.
const isOle = (bytes: Buffer): boolean =>
  bytes.subarray(0, 4).equals(Buffer.of(0xd0, 0xcf, 0x11, 0xe0))

/**
 * The list in a file, whatever its name says it is: the first line that is not empty names the columns.
 * @throws ListTooBig | ListOfOldKind | ListUnreadable | ListEmpty | ListTooLong | ListTooWide
 */
export const readTable = async ({ bytes, isTooBig }: UploadedFile): Promise<PeopleTable> => {
  if (isTooBig) throw new ListTooBig()
  if (isOle(bytes)) throw new ListOfOldKind()
  const lines = (isZip(bytes) ? await readWorkbook(bytes) : readCsv(bytes))
    .map(({ line, cells }) => ({ line, cells: cells.map((cell) => plainCell(cell.trim())) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''))
  const [first, ...rest] = lines
  if (first === undefined || rest.length === 0) throw new ListEmpty()
  if (rest.length > mostRows) throw new ListTooLong()
  const width = Math.max(
    ...lines.map(({ cells }) => cells.findLastIndex((cell) => cell !== '') + 1),
  )
  if (width > mostColumns) throw new ListTooWide()
  const filled = (cells: readonly string[]): string[] =>
    Array.from({ length: width }, (_, at) => (cells[at] ?? '').slice(0, longestCell))
  return {
    header: filled(first.cells),
    rows: rest.map(({ line, cells }) => ({ line, cells: filled(cells) })),
  }
}
