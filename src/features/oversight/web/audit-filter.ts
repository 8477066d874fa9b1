import { outcomes, type Outcome } from '../../../platform/audit/index.js'
import { addDays, startOfDay } from '../../../platform/clock/local-time.js'
import type { TrailFilter } from '../use-cases/read-trail.js'

/** What the address line asks for, as it was typed; anything that makes no sense narrows nothing. */
export interface AskedFor {
  readonly case?: string | undefined
  readonly worker?: string | undefined
  readonly action?: string | undefined
  readonly outcome?: Outcome | undefined
  /** YYYY-MM-DD, a day of the reader's zone. */
  readonly from?: string | undefined
  /** YYYY-MM-DD, the whole day included. */
  readonly to?: string | undefined
}

const isOutcome = (text: string): text is Outcome => outcomes.some((known) => known === text)

const isDay = (text: string): boolean =>
  /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`))

/** Reads the query of the address line. */
export const askedForIn = (query: Readonly<Record<string, unknown>>): AskedFor => {
  const text = (name: string): string | undefined => {
    const value = query[name]
    return typeof value === 'string' && value.trim() !== '' ? value.trim().slice(0, 80) : undefined
  }
  const day = (name: string): string | undefined => {
    const value = text(name)
    return value !== undefined && isDay(value) ? value : undefined
  }
  const outcome = text('outcome')
  return {
    case: text('case'),
    worker: text('worker'),
    action: text('action'),
    outcome: outcome !== undefined && isOutcome(outcome) ? outcome : undefined,
    from: day('from'),
    to: day('to'),
  }
}

/** The same as the use case takes it. */
export const filterOf = (asked: AskedFor, timeZone: string): TrailFilter => ({
  caseNumber: asked.case,
  worker: asked.worker,
  action: asked.action,
  outcome: asked.outcome,
  from: asked.from === undefined ? undefined : startOfDay(asked.from, timeZone),
  until: asked.to === undefined ? undefined : startOfDay(addDays(asked.to, 1), timeZone),
})

/** The address of the trail narrowed so. */
export const trailPath = (asked: AskedFor, after?: string): string => {
  const query = new URLSearchParams(
    Object.entries({ ...asked, after }).filter(
      (entry): entry is [string, string] => entry[1] !== undefined,
    ),
  ).toString()
  return query === '' ? '/audit' : `/audit?${query}`
}
