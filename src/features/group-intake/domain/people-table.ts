/** A list of people as it came: cells as text, nothing of it understood yet. */
export interface PeopleTable {
  readonly header: readonly string[]
  readonly rows: readonly TableRow[]
}

export interface TableRow {
  /** As a spreadsheet counts: the header is line 1. */
  readonly line: number
  /** As many as the header has. */
  readonly cells: readonly string[]
}

/** What one list may hold at most. */
export const mostRows = 1000
export const mostColumns = 60
export const longestCell = 2000
