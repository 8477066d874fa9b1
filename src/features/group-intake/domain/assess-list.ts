import type { LocalDate } from '../../../platform/clock/local-time.js'
import type { Columns } from './columns.js'
import type { PeopleTable } from './people-table.js'
import { readRow, type PersonOfList, type RowProblem } from './person-row.js'
import { isSamePerson, marksOf, type Marks } from './same-person.js'

/** What becomes of one row: a new case, none because the person is there already, or none yet. */
export type RowOutcome =
  | { readonly line: number; readonly kind: 'new'; readonly person: PersonOfList }
  | { readonly line: number; readonly kind: 'known'; readonly person: PersonOfList }
  | { readonly line: number; readonly kind: 'wrong'; readonly problems: readonly RowProblem[] }

export interface ListOutcome {
  readonly rows: readonly RowOutcome[]
  readonly people: readonly PersonOfList[]
  readonly known: number
  readonly wrong: number
}

/** What becomes of a list, as far as it tells by itself: nobody is known yet. */
export const assessList = (
  { rows }: PeopleTable,
  columns: Columns,
  today: LocalDate,
): ListOutcome => {
  const before: { readonly line: number; readonly marks: Marks<string> }[] = []
  const outcomes = rows.map((row): RowOutcome => {
    const reading = readRow(row, columns, today)
    if (!reading.ok) return { line: row.line, kind: 'wrong', problems: reading.problems }
    const marks = marksOf(reading.person)
    const twin = before.find((other) => isSamePerson(marks, other.marks))
    if (twin !== undefined) {
      const problem = { field: 'name', kind: 'same-as-line', value: String(twin.line) } as const
      return { line: row.line, kind: 'wrong', problems: [problem] }
    }
    before.push({ line: row.line, marks })
    const { person } = reading
    return { line: row.line, kind: 'new', person }
  })
  return outcomeOf(outcomes)
}

/** The same list, once it is known who of its people are in a group already. */
export const leavingOut = ({ rows }: ListOutcome, known: ReadonlySet<PersonOfList>): ListOutcome =>
  outcomeOf(
    rows.map((row) =>
      row.kind === 'new' && known.has(row.person) ? { ...row, kind: 'known' } : row,
    ),
  )

/** What a place of a list means: as it is to be kept, or what is not clear of it. */
export type PlaceOfList = { readonly name: string } | { readonly names: readonly string[] }

/** The same list, once it is known what the communes of its new people mean. */
export const withPlaces = (
  { rows }: ListOutcome,
  meant: ReadonlyMap<PersonOfList, PlaceOfList>,
): ListOutcome =>
  outcomeOf(
    rows.map((row): RowOutcome => {
      const place = row.kind === 'new' ? meant.get(row.person) : undefined
      if (row.kind !== 'new' || place === undefined) return row
      if ('name' in place) return { ...row, person: { ...row.person, commune: place.name } }
      const { names } = place
      const kind = names.length === 0 ? 'unknown-commune' : 'which-commune'
      const problem = { field: 'commune', kind, value: row.person.commune ?? '', names } as const
      return { line: row.line, kind: 'wrong', problems: [problem] }
    }),
  )

const outcomeOf = (rows: readonly RowOutcome[]): ListOutcome => ({
  rows,
  people: rows.flatMap((row) => (row.kind === 'new' ? [row.person] : [])),
  known: rows.filter(({ kind }) => kind === 'known').length,
  wrong: rows.filter(({ kind }) => kind === 'wrong').length,
})
