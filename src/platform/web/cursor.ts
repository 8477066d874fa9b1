import { isISO8601, isUUID } from 'class-validator'
import { InvalidInput } from './web-errors.js'

/** Opaque keyset cursor: the sort values of the last row seen. */
export const encodeCursor = (values: readonly string[]): string =>
  Buffer.from(JSON.stringify(values)).toString('base64url')

/** @param length how many values the cursor holds. @throws InvalidInput when it is not one of ours */
export const decodeCursor = (cursor: string, length: number): readonly string[] => {
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    if (
      Array.isArray(values) &&
      values.length === length &&
      values.every((value): value is string => typeof value === 'string' && value.length < 100)
    )
      return values
  } catch {
    // Told below, like any other cursor that is not ours.
  }
  throw notOurs()
}

/** Where a page begins of a list in the order of a time, then of an id: after this row. */
export interface TimePosition {
  /** As PostgreSQL or JavaScript wrote it, so that no microsecond is lost; or `infinity`. */
  readonly sortKey: string
  readonly id: string
}

const timeOf = /^\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d(\.\d{1,6})?(Z|[+-]\d\d(:?\d\d)?)$/

/** @throws InvalidInput when it is not one of ours */
export const decodeTimeCursor = (cursor: string): TimePosition => {
  const [sortKey = '', id = ''] = decodeCursor(cursor, 2)
  const isTime =
    sortKey === 'infinity' || (timeOf.test(sortKey) && isISO8601(sortKey, { strict: true }))
  if (!isTime || !isUUID(id)) throw notOurs()
  return { sortKey, id }
}

const notOurs = () => new InvalidInput([{ pointer: '/after', code: 'error.cursor' }])

/** One page of a list: `next` is null on the last. */
export interface Slice<Item> {
  readonly items: readonly Item[]
  readonly next: string | null
}

/** Cuts `limit + 1` rows into a page of `limit` and the cursor of the next. */
export const sliceOf = <Row>(
  rows: readonly Row[],
  limit: number,
  sortValues: (row: Row) => readonly string[],
): Slice<Row> => {
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return {
    items,
    next: rows.length > limit && last !== undefined ? encodeCursor(sortValues(last)) : null,
  }
}
