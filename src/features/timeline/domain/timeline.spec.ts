import { describe, expect, it } from '@jest/globals'
import { mergeParts, newerFirst, type TimelinePlace } from './timeline.js'

const noon = Date.parse('2026-11-20T05:00:00Z')
const idOf = (number: number): string =>
  `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`
const place = (minute: number, number: number): TimelinePlace => ({
  at: new Date(noon + minute * 60_000),
  id: idOf(number),
})

/** A part as a statement that ends in `newestFirst` answers. */
const partOf =
  (all: readonly TimelinePlace[]) =>
  (before: TimelinePlace | null, limit: number): TimelinePlace[] =>
    all
      .toSorted(newerFirst)
      .filter((entry) => before === null || newerFirst(entry, before) > 0)
      .slice(0, limit)

const readOn = (parts: readonly ReturnType<typeof partOf>[], limit: number): TimelinePlace[] => {
  const read: TimelinePlace[] = []
  let before: TimelinePlace | null = null
  for (;;) {
    const { entries, end } = mergeParts(
      parts.map((part) => part(before, limit)),
      limit,
    )
    read.push(...entries)
    if (end === null) return read
    before = end
  }
}

describe('a timeline', () => {
  it('has what happened last first, and of one moment always the same order', () => {
    expect([place(1, 1), place(2, 2), place(2, 3)].toSorted(newerFirst)).toEqual([
      place(2, 3),
      place(2, 2),
      place(1, 1),
    ])
  })

  it.each([1, 2, 3, 7])(
    'leaves nothing out between stretches of %i, also where all happened at once',
    (limit) => {
      const crowded = Array.from({ length: 9 }, (_, index) => place(5, index))
      const older = Array.from({ length: 4 }, (_, index) => place(-index, 100 + index))
      const newer = Array.from({ length: 5 }, (_, index) => place(5 + index, 200 + index))
      const read = readOn([crowded, older, newer].map(partOf), limit)
      expect(read).toEqual([...crowded, ...older, ...newer].toSorted(newerFirst))
    },
  )

  it('ends where no part holds anything back', () => {
    expect(mergeParts([[place(1, 1)], []], 2)).toEqual({ entries: [place(1, 1)], end: null })
  })

  it('stops at the first part that may hold back older things', () => {
    const { entries, end } = mergeParts([[place(9, 1), place(8, 2)], [place(1, 3)]], 2)
    expect(entries).toEqual([place(9, 1), place(8, 2)])
    expect(end).toEqual(place(8, 2))
  })
})
