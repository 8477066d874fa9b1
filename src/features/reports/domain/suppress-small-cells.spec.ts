import { describe, expect, it } from '@jest/globals'
import { suppressSmallCells, type Cell, type SuppressedTable } from './suppress-small-cells.js'

const hidden = null

describe('small cells', () => {
  it('leaves a table without small counts as it is', () => {
    expect(
      suppressSmallCells([
        [5, 12],
        [30, 0],
      ]),
    ).toEqual({
      cells: [
        [5, 12],
        [30, 0],
      ],
      rowTotals: [17, 30],
      columnTotals: [35, 12],
      total: 47,
    })
  })

  it('hides a small count, and another in its row and column so that no subtraction gives it back', () => {
    expect(
      suppressSmallCells([
        [3, 20, 40],
        [30, 25, 50],
        [60, 70, 80],
      ]),
    ).toEqual({
      cells: [
        [hidden, hidden, 40],
        [hidden, hidden, 50],
        [60, 70, 80],
      ],
      rowTotals: [63, 105, 210],
      columnTotals: [93, 115, 170],
      total: 378,
    })
  })

  it('hides a small total too', () => {
    const { rowTotals, total } = suppressSmallCells([[1, 2]])

    expect(rowTotals).toEqual([hidden])
    expect(total).toBe(hidden)
  })

  it('hides one more where two small counts could only share their sum in one way', () => {
    const { cells } = suppressSmallCells([
      [4, 4, 9],
      [4, 4, 9],
      [20, 30, 40],
    ])

    expect(cells[0]).toEqual([hidden, hidden, hidden])
  })

  it('hides here what another table hides', () => {
    const { columnTotals, cells } = suppressSmallCells(
      [
        [10, 20],
        [15, 30],
      ],
      { hiddenElsewhere: [true] },
    )

    expect(columnTotals[0]).toBe(hidden)
    expect(cells.some(([first]) => first === hidden)).toBe(true)
  })

  it('takes an empty table', () => {
    expect(suppressSmallCells([])).toEqual({ cells: [], rowTotals: [], columnTotals: [], total: 0 })
  })

  it('gives no small count away to somebody who solves the sums', () => {
    for (const counts of tablesOf([0, 1, 4, 6])) {
      const table = suppressSmallCells(counts)
      const found = solutionsOf(table)
      const givenAway = counts
        .flat()
        .filter(
          (count, at) => count > 0 && count < 5 && new Set(found.map((one) => one[at])).size < 2,
        )
      expect({ counts, givenAway }).toEqual({ counts, givenAway: [] })
    }
  })
})

const fourOf = function* (values: readonly number[]): Generator<readonly number[]> {
  for (const a of values)
    for (const b of values) for (const c of values) for (const d of values) yield [a, b, c, d]
}

/** Every table of two rows and two columns made of these counts. */
const tablesOf = function* (values: readonly number[]): Generator<number[][]> {
  for (const four of fourOf(values)) yield [four.slice(0, 2), four.slice(2)]
}

const guesses = [...fourOf([0, 1, 2, 3, 4, 5, 6, 7])]

/** All tables, flat, that somebody who reads the shown figures must hold possible. */
const solutionsOf = ({ cells, rowTotals, columnTotals, total }: SuppressedTable): number[][] => {
  const agrees = (shown: Cell | undefined, sum: number): boolean =>
    shown === null || shown === undefined || shown === sum
  return guesses
    .filter(
      ([a = 0, b = 0, c = 0, d = 0]) =>
        cells.flat().every((shown, at) => agrees(shown, [a, b, c, d][at] ?? 0)) &&
        agrees(rowTotals[0], a + b) &&
        agrees(rowTotals[1], c + d) &&
        agrees(columnTotals[0], a + c) &&
        agrees(columnTotals[1], b + d) &&
        agrees(total, a + b + c + d),
    )
    .map((solution) => [...solution])
}
