/** Below this a figure could be a person somebody knows. */
export const smallestShownCount = 5

/** A figure, or null where it is not shown. */
export type Cell = number | null

/** A table of counts with its totals, small ones hidden. */
export interface SuppressedTable {
  readonly cells: readonly (readonly Cell[])[]
  readonly rowTotals: readonly Cell[]
  readonly columnTotals: readonly Cell[]
  readonly total: Cell
}

interface Entry {
  readonly count: number
  readonly isTotal: boolean
  hidden: boolean
}

const sum = (counts: readonly number[]): number => counts.reduce((all, count) => all + count, 0)

const isSmall = (count: number, threshold: number): boolean => count > 0 && count < threshold

/**
 * Hides counts under the threshold and, until nothing hidden can be had by subtraction, one more in
 * the row or column (complementary suppression). A zero tells of nobody and stays, if it can.
 * @param counts rows of equal length
 * @param hiddenElsewhere for each column total, then for the total, whether another table that the
 *   same people read hides it: shown here, it would give away what is hidden there
 */
export const suppressSmallCells = (
  counts: readonly (readonly number[])[],
  {
    threshold = smallestShownCount,
    hiddenElsewhere = [],
  }: { readonly threshold?: number; readonly hiddenElsewhere?: readonly boolean[] } = {},
): SuppressedTable => {
  const width = counts[0]?.length ?? 0
  const entry = (count: number, isTotal: boolean): Entry => ({
    count,
    isTotal,
    hidden: isSmall(count, threshold),
  })
  const rows = counts.map((row) => [
    ...row.map((count) => entry(count, false)),
    entry(sum(row), true),
  ])
  const columnSums = Array.from({ length: width }, (_, at) =>
    sum(counts.map((row) => row[at] ?? 0)),
  )
  const totals = [...columnSums.map((count) => entry(count, true)), entry(sum(columnSums), true)]
  for (const [at, each] of totals.entries()) each.hidden ||= hiddenElsewhere[at] ?? false
  const table = [...rows, totals]
  const columns = totals.map((_, at) => table.flatMap((row) => row[at] ?? []))

  for (let changed = true; changed;) {
    changed = false
    for (const line of [...table, ...columns]) {
      if (!isGivenAway(line, threshold)) continue
      const next = bestToHide(line)
      if (next === undefined) continue
      next.hidden = true
      changed = true
    }
  }

  const shown = ({ count, hidden }: Entry): Cell => (hidden ? null : count)
  return {
    cells: rows.map((row) => row.slice(0, -1).map(shown)),
    rowTotals: rows.flatMap((row) => row.slice(-1).map(shown)),
    columnTotals: totals.slice(0, -1).map(shown),
    total: totals.slice(-1).map(shown)[0] ?? null,
  }
}

// One hidden figure is what the others lack. Several small ones whose sum is known are given away
// too when only one way of sharing that sum is left: all as small, or all as large, as small can be.
const isGivenAway = (line: readonly Entry[], threshold: number): boolean => {
  const hidden = line.filter((each) => each.hidden)
  if (hidden.length === 0) return false
  if (hidden.length === 1) return true
  if (hidden.some(({ isTotal, count }) => isTotal || !isSmall(count, threshold))) return false
  const together = sum(hidden.map(({ count }) => count))
  return together === hidden.length || together === hidden.length * (threshold - 1)
}

// The least loss: the smallest figure that tells of somebody, then a zero, a total last.
const bestToHide = (line: readonly Entry[]): Entry | undefined => {
  const rank = ({ count, isTotal }: Entry): number => (isTotal ? 2 : count === 0 ? 1 : 0)
  return line
    .filter(({ hidden }) => !hidden)
    .sort((one, other) => rank(one) - rank(other) || one.count - other.count)[0]
}
