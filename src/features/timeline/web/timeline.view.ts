import { isSection, type Section } from '../../../platform/access/sections.js'
import { isTimelineKind, timelineKinds, type TimelineKind } from '../domain/timeline.js'
import type { TimelineRead } from '../use-cases/read-timeline.js'

/** The query of the page, as it comes. */
export type TimelineQuery = Readonly<Record<string, unknown>>

/** What the reader narrowed the page to. */
export interface TimelineNarrowed {
  readonly kinds: readonly TimelineKind[]
  readonly sections: readonly Section[]
  readonly search: string
  readonly after?: string | undefined
}

/** The page, ready to be shown. */
export interface TimelineView extends TimelineRead {
  readonly narrowed: TimelineNarrowed
  readonly kinds: readonly TimelineKind[]
}

const longestSearch = 100

const listIn = (query: TimelineQuery, name: string): readonly string[] =>
  [query[name]].flat().filter((value): value is string => typeof value === 'string')

/** Reads the query; what is no kind and no section is left out. */
export const narrowedBy = (query: TimelineQuery): TimelineNarrowed => {
  const [search = ''] = listIn(query, 'q')
  const [after] = listIn(query, 'after')
  return {
    kinds: [...new Set(listIn(query, 'kind').filter(isTimelineKind))],
    sections: [...new Set(listIn(query, 'section').filter(isSection))],
    search: search.normalize('NFC').trim().slice(0, longestSearch),
    ...(after === undefined || after === '' ? {} : { after }),
  }
}

/** The address of the page (or its print) with these filters. */
export const timelineHref = (
  caseId: string,
  { kinds, sections, search, after }: TimelineNarrowed,
  page: '' | '/print' = '',
): string => {
  const query = new URLSearchParams([
    ...kinds.map((kind) => ['kind', kind]),
    ...sections.map((section) => ['section', section]),
    ...(search === '' ? [] : [['q', search]]),
    ...(after === undefined ? [] : [['after', after]]),
  ])
  const text = query.toString()
  return `/cases/${caseId}/timeline${page}${text === '' ? '' : `?${text}`}`
}

export const timelineView = (read: TimelineRead, narrowed: TimelineNarrowed): TimelineView => ({
  ...read,
  narrowed,
  kinds: timelineKinds,
})
