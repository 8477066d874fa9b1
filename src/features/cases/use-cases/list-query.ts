import { isISO8601 } from 'class-validator'
import type { LocalDate } from '../../../platform/clock/local-time.js'
import { ageBands } from '../domain/age.js'
import { caseStatuses, caseSteps } from '../domain/case-status.js'
import { incidentFamilies } from '../domain/incident-families.js'
import { riskLevels } from '../domain/risk.js'
import { sexes } from '../domain/sexes.js'
import { listSorts, type ListNarrowing, type ListSort } from './list-cases.js'

/** The query of the work list as it comes in, or as it was kept. */
export type CaseListQuery = Readonly<Record<string, unknown>>

/** A work list and what it is narrowed to. */
export interface CaseListAsked {
  readonly scope: 'mine' | 'unit'
  readonly filter: ListNarrowing
  readonly sort: ListSort
  /** Rows on a page; more of them where many are to be chosen. */
  readonly size: 25 | 100
  readonly after: string | undefined
}

const oneOf = <Code extends string>(codes: readonly Code[], value: unknown): Code | undefined =>
  codes.find((code) => code === value)

const dayIn = (value: unknown): LocalDate | undefined =>
  typeof value === 'string' && /^\d{4}-/.test(value) && isISO8601(value, { strict: true })
    ? value.slice(0, 10)
    : undefined

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** What is asked by a query; what makes no sense narrows nothing. Without a status: open cases. */
export const askedBy = (query: CaseListQuery): CaseListAsked => {
  const { status, province, since, lead, after } = query
  return {
    scope: query['scope'] === 'unit' ? 'unit' : 'mine',
    filter: {
      status: status === undefined ? 'open' : oneOf(caseStatuses, status),
      step: oneOf(caseSteps, query['step']),
      risk: oneOf(riskLevels, query['risk']),
      ageBand: oneOf(ageBands, query['age']),
      sex: oneOf(sexes, query['sex']),
      provinceCode: typeof province === 'string' && /^\d{2}$/.test(province) ? province : undefined,
      family: oneOf(incidentFamilies, query['family']),
      overdue: query['overdue'] === 'yes' ? true : undefined,
      since: dayIn(since),
      leadWorkerId:
        query['scope'] === 'unit' && typeof lead === 'string' && uuid.test(lead) ? lead : undefined,
    },
    sort: oneOf(listSorts, query['sort']) ?? 'updated',
    size: query['size'] === '100' ? 100 : 25,
    after: typeof after === 'string' && after !== '' ? after : undefined,
  }
}

/** What is asked as a query of codes, without the page one is on. */
export const queryOf = ({ scope, filter, sort }: CaseListAsked): Record<string, string> =>
  Object.fromEntries(
    Object.entries({
      scope: scope === 'unit' ? 'unit' : undefined,
      // An absent status means "open", so "all" has to be said.
      status: filter.status === 'open' ? undefined : (filter.status ?? ''),
      step: filter.step,
      risk: filter.risk,
      age: filter.ageBand,
      sex: filter.sex,
      province: filter.provinceCode,
      family: filter.family,
      overdue: filter.overdue === true ? 'yes' : undefined,
      since: filter.since,
      lead: filter.leadWorkerId,
      sort: sort === 'updated' ? undefined : sort,
    }).flatMap(([name, value]): [string, string][] => (value === undefined ? [] : [[name, value]])),
  )

/** The address of a work list. */
export const listPath = (asked: CaseListAsked): string => {
  const query = new URLSearchParams(queryOf(asked))
  if (asked.size !== 25) query.set('size', String(asked.size))
  if (asked.after !== undefined) query.set('after', asked.after)
  const text = query.toString()
  return text === '' ? '/cases' : `/cases?${text}`
}
