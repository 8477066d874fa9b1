import { localTimeOf } from '../../../platform/clock/local-time.js'
import { provinceOn } from '../../directory/index.js'
import type { CaseStatus, MatchKind, RiskLevel } from '../../cases/index.js'
import type { AgeBand, Sex } from '../../cases/index.js'
import type { FoundCase } from '../use-cases/search-cases.js'

/** A line of what was found, ready to be shown. */
export interface FoundRow {
  readonly href: string
  /** Null where only a part is shared with the reader. */
  readonly number: string | null
  readonly initials: string
  readonly ageBand: AgeBand
  readonly sex: Sex
  readonly place: string
  readonly status: CaseStatus | null
  readonly riskLevel: RiskLevel | null
  readonly leadName: string
  readonly matches: readonly MatchKind[]
}

export const foundRow = ({ id, row, matches, ...person }: FoundCase): FoundRow => ({
  ...person,
  matches,
  // Whom a part is shared with sees the part, not the case.
  href: row === null ? `/cases/${id}/sections` : `/cases/${id}`,
  number: row?.number ?? null,
  place:
    row === null
      ? ''
      : [
          row.commune,
          row.provinceCode === null
            ? null
            : (provinceOn(row.provinceCode, localTimeOf(row.openedAt).date)?.name ?? null),
        ]
          .filter((part) => part !== null)
          .join(', '),
  status: row?.status ?? null,
  riskLevel: row?.riskLevel ?? null,
  leadName: row?.leadName ?? '',
})
