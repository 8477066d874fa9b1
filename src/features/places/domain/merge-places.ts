import type { LocalDate } from '../../../platform/clock/local-time.js'
import { fullNameOf, type Commune } from './commune.js'
import type { LineProblem, ReadCommune } from './read-places.js'

/** What a list changes in what is known already. */
export interface PlacesMerged {
  readonly added: readonly Commune[]
  /** Known ones, as they are from now on: ended, or with a better English name or successor. */
  readonly changed: readonly Commune[]
  readonly problems: readonly LineProblem[]
}

/**
 * Lays a list over what is known. Nothing is taken away or rewritten: what is not on the list stays, the
 * same line twice changes nothing, and a new name or kind for a code begins on its own day, the day before
 * which the old one ends.
 */
export const mergePlaces = (
  known: readonly Commune[],
  list: readonly ReadCommune[],
): PlacesMerged => {
  const all = new Map(known.map((commune) => [keyOf(commune), commune]))
  const lineOf = new Map<string, number>()
  const problems: LineProblem[] = []
  for (const { line, commune } of list) {
    const key = keyOf(commune)
    const twin = lineOf.get(key)
    if (twin !== undefined) {
      problems.push({ line, problem: `${said(commune)} stands on line ${twin} already` })
      continue
    }
    lineOf.set(key, line)
    const before = all.get(key)
    const problem = before === undefined ? null : clash(before, commune)
    if (problem !== null) problems.push({ line, problem })
    else all.set(key, before === undefined ? commune : later(before, commune))
  }
  for (const periods of byCode([...all.values()])) endWhereNextBegins(periods, all)
  problems.push(...overlaps(all, lineOf), ...withoutSuccessor(all, list))

  const old = new Map(known.map((commune) => [keyOf(commune), commune]))
  const merged = [...all].map(([key, commune]) => ({ before: old.get(key), commune }))
  return {
    added: merged.flatMap(({ before, commune }) => (before === undefined ? [commune] : [])),
    changed: merged.flatMap(({ before, commune }) =>
      before !== undefined && JSON.stringify(before) !== JSON.stringify(commune) ? [commune] : [],
    ),
    problems: problems.toSorted((one, other) => one.line - other.line),
  }
}

const keyOf = ({ code, validFrom }: Commune): string => `${code} ${validFrom}`

const said = ({ code, validFrom }: Commune): string => `code ${code} from ${validFrom}`

// What was said of a commune once is history; only what was open may be said.
const clash = (before: Commune, now: Commune): string | null => {
  if (before.kind !== now.kind || before.name !== now.name)
    return (
      `${said(now)} is ‘${fullNameOf(before)}’, not ‘${fullNameOf(now)}’: ` +
      'a new name needs the day from which it holds as valid_from'
    )
  if (before.provinceCode !== now.provinceCode)
    return `${said(now)} lies in province ${before.provinceCode}, not ${now.provinceCode}`
  if (before.validUntil !== null && now.validUntil !== null && before.validUntil !== now.validUntil)
    return `${said(now)} ended on ${before.validUntil}, not ${now.validUntil}`
  return null
}

// A list that says less takes nothing back.
const later = (before: Commune, now: Commune): Commune => ({
  ...before,
  nameEn: now.nameEn ?? before.nameEn,
  validUntil: before.validUntil ?? now.validUntil,
  replacedBy: now.replacedBy.length === 0 ? before.replacedBy : now.replacedBy,
})

const byCode = (communes: readonly Commune[]): Commune[][] => {
  const periods = new Map<string, Commune[]>()
  for (const commune of communes)
    periods.set(commune.code, [...(periods.get(commune.code) ?? []), commune])
  return [...periods.values()].map((ofCode) =>
    ofCode.toSorted((one, other) => one.validFrom.localeCompare(other.validFrom)),
  )
}

const endWhereNextBegins = (periods: readonly Commune[], all: Map<string, Commune>): void => {
  for (const [at, commune] of periods.entries()) {
    const next = periods[at + 1]
    if (next !== undefined && commune.validUntil === null)
      all.set(keyOf(commune), { ...commune, validUntil: dayBefore(next.validFrom) })
  }
}

const dayBefore = (date: LocalDate): LocalDate =>
  new Date(Date.parse(`${date}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)

const overlaps = (
  all: ReadonlyMap<string, Commune>,
  lineOf: ReadonlyMap<string, number>,
): LineProblem[] =>
  byCode([...all.values()]).flatMap((periods) =>
    periods.flatMap((commune, at) => {
      const before = periods[at - 1]
      const end = before?.validUntil ?? null
      if (before === undefined || end === null || end < commune.validFrom) return []
      const line = lineOf.get(keyOf(commune)) ?? lineOf.get(keyOf(before)) ?? 1
      return [{ line, problem: `${said(commune)} begins before ${said(before)} ends` }]
    }),
  )

const withoutSuccessor = (
  all: ReadonlyMap<string, Commune>,
  list: readonly ReadCommune[],
): LineProblem[] => {
  const codes = new Set([...all.values()].map(({ code }) => code))
  return list.flatMap(({ line, commune }) =>
    commune.replacedBy
      .filter((code) => !codes.has(code))
      .map((code) => ({ line, problem: `replaced_by ${code} is not in the list` })),
  )
}
