import type { TodayItem } from './today-part.js'

/** An item with what decides its place. */
export interface DayItem extends TodayItem {
  readonly isHighRisk: boolean
  readonly isOverdue: boolean
}

/** What the sentence is filled with, what it is about, and until when: ready for a page. */
export const dayItem = (item: TodayItem, highRisk: ReadonlySet<string>, now: Date): DayItem => ({
  ...item,
  isHighRisk: item.kind === 'high-risk' || (item.caseId !== null && highRisk.has(item.caseId)),
  isOverdue: item.due !== null && item.due <= now,
})

/**
 * What is to be done: a case at high risk before any other, what is overdue before what is not, then by
 * the clock; what has none comes last.
 */
export const mostPressingFirst = (one: DayItem, other: DayItem): number =>
  Number(other.isHighRisk) - Number(one.isHighRisk) ||
  Number(other.isOverdue) - Number(one.isOverdue) ||
  byClock(one, other)

/** What came last comes first. */
export const newestFirst = (one: DayItem, other: DayItem): number =>
  (other.since?.getTime() ?? 0) - (one.since?.getTime() ?? 0)

const never = Number.MAX_SAFE_INTEGER

const byClock = (one: DayItem, other: DayItem): number =>
  (one.due?.getTime() ?? never) - (other.due?.getTime() ?? never)
