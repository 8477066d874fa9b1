import { provinceOn } from '../../directory/index.js'
import { localTimeOf } from '../../../platform/clock/local-time.js'
import type { Slice } from '../../../platform/web/cursor.js'
import type { ListFilter, WorkListRow } from '../use-cases/list-cases.js'
import { caseStatuses } from '../domain/case-status.js'
import { riskLevels } from '../domain/risk.js'

/** The query of the work list as it comes in. */
export interface CaseListQuery {
  readonly scope?: unknown
  readonly status?: unknown
  readonly risk?: unknown
  readonly after?: unknown
}

/** A work list and what it is narrowed to. */
export interface CaseListAsked {
  readonly scope: 'mine' | 'unit'
  readonly filter: ListFilter
  readonly after: string | undefined
}

/** What is asked by a query; what makes no sense narrows nothing. Without a status: open cases. */
export const askedBy = (query: CaseListQuery): CaseListAsked => ({
  scope: query.scope === 'unit' ? 'unit' : 'mine',
  filter: {
    status:
      query.status === undefined ? 'open' : caseStatuses.find((status) => status === query.status),
    risk: riskLevels.find((risk) => risk === query.risk),
  },
  after: typeof query.after === 'string' && query.after !== '' ? query.after : undefined,
})

/** The address of a work list. */
export const listPath = ({ scope, filter, after }: CaseListAsked): string => {
  const query = new URLSearchParams()
  if (scope === 'unit') query.set('scope', 'unit')
  // An absent status means "open", so "all" has to be said.
  if (filter.status !== 'open') query.set('status', filter.status ?? '')
  if (filter.risk !== undefined) query.set('risk', filter.risk)
  if (after !== undefined) query.set('after', after)
  const text = query.toString()
  return text === '' ? '/cases' : `/cases?${text}`
}

export interface CaseListView {
  readonly asked: CaseListAsked
  readonly rows: readonly (WorkListRow & { readonly provinceName: string | null })[]
  readonly mayOpen: boolean
  readonly maySeeUnit: boolean
  readonly firstHref: string | undefined
  readonly nextHref: string | undefined
}

/** The work list as its page shows it. */
export const caseListView = (
  asked: CaseListAsked,
  { items, next }: Slice<WorkListRow>,
  may: Pick<CaseListView, 'mayOpen' | 'maySeeUnit'>,
): CaseListView => ({
  asked,
  ...may,
  rows: items.map((row) => ({
    ...row,
    provinceName:
      row.provinceCode === null
        ? null
        : (provinceOn(row.provinceCode, localTimeOf(row.openedAt).date)?.name ?? null),
  })),
  firstHref: asked.after === undefined ? undefined : listPath({ ...asked, after: undefined }),
  nextHref: next === null ? undefined : listPath({ ...asked, after: next }),
})
