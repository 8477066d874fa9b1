import { localTimeOf } from '../../../platform/clock/local-time.js'
import type { Slice } from '../../../platform/web/cursor.js'
import { provinceOn, provincesOn } from '../../directory/index.js'
import type { WorkListRow } from '../use-cases/list-cases.js'
import { listPath, type CaseListAsked } from '../use-cases/list-query.js'

/** A filter that somebody keeps. */
export interface SavedFilterLink {
  readonly name: string
  readonly href: string
}

export interface CaseListView {
  readonly asked: CaseListAsked
  readonly rows: readonly (WorkListRow & {
    readonly provinceName: string | null
    readonly isOverdue: boolean
  })[]
  readonly mayOpen: boolean
  readonly maySeeUnit: boolean
  readonly colleagues: readonly { readonly id: string; readonly displayName: string }[]
  readonly saved: readonly SavedFilterLink[]
  readonly provinces: readonly { readonly code: string; readonly name: string }[]
  readonly firstHref: string | undefined
  readonly nextHref: string | undefined
}

/** The work list as its page shows it. */
export const caseListView = (
  asked: CaseListAsked,
  { items, next }: Slice<WorkListRow>,
  beside: Pick<CaseListView, 'mayOpen' | 'maySeeUnit' | 'colleagues' | 'saved'>,
  now: Date,
): CaseListView => ({
  asked,
  ...beside,
  provinces: provincesOn(localTimeOf(now).date),
  rows: items.map((row) => ({
    ...row,
    provinceName:
      row.provinceCode === null
        ? null
        : (provinceOn(row.provinceCode, localTimeOf(row.openedAt).date)?.name ?? null),
    isOverdue: row.nextDueAt !== null && row.nextDueAt < now,
  })),
  firstHref: asked.after === undefined ? undefined : listPath({ ...asked, after: undefined }),
  nextHref: next === null ? undefined : listPath({ ...asked, after: next }),
})
