import type { LocalDate } from '../../../platform/clock/local-time.js'
import type { FormErrors, FormValues } from '../../forms/index.js'
import { ageFrom, type AgeKnown } from './age.js'
import type { IncidentContent } from './case-content.js'
import {
  hanoiArticlesOf,
  incidentTypes,
  isOffered,
  type HanoiFact,
  type IncidentCode,
} from './incident-types.js'
import { answerIn, beside, codesIn, known, more, textIn } from './value-parts.js'

/** An incident as it is stored: codes plainly, what tells of it sealed. */
export interface IncidentWritten {
  readonly type: IncidentCode
  readonly otherTypes: readonly IncidentCode[]
  readonly hanoiArticles: readonly string[]
  readonly ageAtIncident: number | null
  readonly occurredOn: LocalDate | null
  readonly ongoing: boolean
  readonly codes: FormValues
  readonly content: IncidentContent
}

type IncidentRead = Omit<IncidentWritten, 'content' | 'hanoiArticles' | 'ageAtIncident'> &
  IncidentContent

const columns = ['type', 'otherTypes', 'occurredOn', 'ongoing']
const texts = ['platform', 'accounts', 'narrative']

/** What happened, as the form asks it. */
export const incidentValues = ({
  type,
  otherTypes,
  occurredOn,
  ongoing,
  codes,
  platform,
  accounts,
  narrative,
  more: others = {},
}: IncidentRead): FormValues => ({
  ...codes,
  ...others,
  ...known({
    type,
    otherTypes: otherTypes.length === 0 ? null : otherTypes,
    occurredOn,
    ongoing,
    platform,
    accounts,
    narrative,
  }),
})

/** What an incident is written on. */
export interface IncidentGround {
  /** What is known of the victim's age; null where it is not the writer's to see. */
  readonly age: AgeKnown | null
  /** The day on which it is written, or was written first. */
  readonly writtenOn: LocalDate
  /** Codes of the fields that stay plain. */
  readonly plain: readonly string[]
  readonly before: Pick<
    IncidentWritten,
    'type' | 'otherTypes' | 'hanoiArticles' | 'ageAtIncident' | 'codes'
  > | null
}

/** What is stored of a checked form, or what of it does not fit the victim's age. */
export const incidentOf = (
  values: FormValues,
  ground: IncidentGround,
):
  | { readonly ok: true; readonly written: IncidentWritten }
  | { readonly ok: false; readonly errors: FormErrors } => {
  const occurredOn = textIn(values, 'occurredOn')
  const day = occurredOn ?? ground.writtenOn
  const { age, before } = ground
  if (age !== null && age.birthDate !== null && day < age.birthDate)
    return { ok: false, errors: { occurredOn: 'cases.date-before-birth' } }
  const ageAtIncident = age === null ? (before?.ageAtIncident ?? null) : ageFrom(age, day)

  // Its list holds these codes only.
  const type = values['type'] as IncidentCode
  const otherTypes = codesIn(values, 'otherTypes').filter((code) => code !== type) as IncidentCode[]
  const unfit = (codes: readonly IncidentCode[]): boolean =>
    incidentTypes.some((one) => codes.includes(one.code) && !isOffered(one, ageAtIncident))
  if (unfit([type])) return { ok: false, errors: { type: 'cases.type-not-offered' } }
  if (unfit(otherTypes)) return { ok: false, errors: { otherTypes: 'cases.type-not-offered' } }

  const rest = beside(values, [...columns, ...texts])
  const codes = Object.fromEntries(
    Object.entries(rest).filter(([code]) => ground.plain.includes(code)),
  )
  return {
    ok: true,
    written: {
      type,
      otherTypes,
      hanoiArticles: articlesOf(values, [type, ...otherTypes], before),
      ageAtIncident,
      occurredOn,
      ongoing: answerIn(values, 'ongoing') ?? false,
      codes,
      content: {
        platform: textIn(values, 'platform'),
        accounts: textIn(values, 'accounts'),
        narrative: textIn(values, 'narrative'),
        ...more(beside(rest, Object.keys(codes))),
      },
    },
  }
}

// Derived when written. Where the facts were never kept (as with the first incidents) and the types
// stay, so do the articles: nothing is known that would change them.
const articlesOf = (
  values: FormValues,
  codes: readonly IncidentCode[],
  before: IncidentGround['before'],
): readonly string[] => {
  const facts = codesIn(values, 'facts') as HanoiFact[]
  const isAsBefore =
    before !== null &&
    facts.length === 0 &&
    before.codes['facts'] === undefined &&
    [...codes].sort().join() === [before.type, ...before.otherTypes].sort().join()
  if (isAsBefore) return before.hanoiArticles
  return hanoiArticlesOf(
    incidentTypes.filter(({ code }) => codes.includes(code)),
    facts,
  )
}
