import { describe, expect, it } from '@jest/globals'
import { decodeTimeCursor, encodeCursor } from './cursor.js'
import { InvalidInput } from './web-errors.js'

const id = '0198c2a4-6f1e-7c3b-9d2e-1f5a6b7c8d9e'

describe('a cursor by time', () => {
  it.each([
    '2026-11-20 09:40:00.123456+00',
    '2026-11-20 16:40:00+07',
    '2026-11-20 15:10:00.5+05:30',
    '2026-11-20T09:40:00.123Z',
    'infinity',
  ])('gives back what was written: %s', (sortKey) => {
    expect(decodeTimeCursor(encodeCursor([sortKey, id]))).toEqual({ sortKey, id })
  })

  it.each([
    [['2026-13-45 09:40:00+00', id]],
    [['2026-02-30 09:40:00+00', id]],
    [['2026-11-20 25:00:00+00', id]],
    [['2026', id]],
    [["2026-11-20 09:40:00+00'; --", id]],
    [['-infinity', id]],
    [['2026-11-20 09:40:00+00', 'nobody']],
    [['2026-11-20 09:40:00+00']],
  ])('is no cursor where the database could not read it: %j', (values) => {
    expect(() => decodeTimeCursor(encodeCursor(values))).toThrow(InvalidInput)
  })
})
