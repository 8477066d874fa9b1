import { localTimeOf, type LocalDate } from '../../../platform/clock/local-time.js'
import type { FormValues } from '../../forms/index.js'
import { caseContextsOf, type CaseContext } from './case-contexts.js'
import { elapsedOf, type ElapsedBucket } from './elapsed.js'
import { gbvCoreTypes, type GbvCoreType } from './gbv-core-types.js'
import type { IncidentCode } from './incident-types.js'
import type { Sex } from './sexes.js'
import { urgentCareOf, type CareDue } from './urgent-care.js'

/** One incident, with what its form asks beyond the columns it has of its own. */
export interface IncidentFacts {
  readonly type: IncidentCode
  readonly otherTypes: readonly IncidentCode[]
  readonly occurredOn: LocalDate | null
  readonly ongoing: boolean
  readonly ageAtIncident: number | null
  /** The day on which it was told. */
  readonly reportedOn: LocalDate
  readonly answers: FormValues
}

/** An incident as it is stored: part of its answers plainly, the rest sealed. */
interface StoredIncident extends Omit<IncidentFacts, 'reportedOn' | 'answers'> {
  readonly createdAt: Date
  readonly codes: FormValues
  readonly more?: FormValues
}

/** What is known of a stored incident, in one. */
export const factsOf = ({
  createdAt,
  codes,
  more,
  ...incident
}: StoredIncident): IncidentFacts => ({
  ...incident,
  reportedOn: localTimeOf(createdAt).date,
  answers: { ...codes, ...more },
})

/** The contexts in which the figures count it. */
export const contextsOf = ({ answers, ageAtIncident }: IncidentFacts): CaseContext[] =>
  caseContextsOf({
    coreType: coreTypeIn(answers),
    ageAtIncident,
    perpetratorRelation: codeIn(answers, 'perpetratorRelation'),
    goodsExchanged:
      answers['goodsExchanged'] === undefined ? null : answers['goodsExchanged'] === true,
    abduction: codeIn(answers, 'abduction'),
    harmfulPractice: codeIn(answers, 'harmfulPractice'),
  })

/** How long it took until somebody was told. */
export const elapsedUntilTold = ({ occurredOn, reportedOn }: IncidentFacts): ElapsedBucket | null =>
  elapsedOf(occurredOn, reportedOn)

/** What a doctor can still do, and until when. */
export const careDueAfter = (
  { type, otherTypes, occurredOn, ongoing, answers }: IncidentFacts,
  sex: Sex,
  today: LocalDate,
): CareDue[] =>
  urgentCareOf(
    { coreType: coreTypeIn(answers), types: [type, ...otherTypes], occurredOn, ongoing, sex },
    today,
  )

const codeIn = (answers: FormValues, field: string): string | null => {
  const value = answers[field]
  return typeof value === 'string' ? value : null
}

const coreTypeIn = (answers: FormValues): GbvCoreType | null =>
  gbvCoreTypes.find((type) => type === answers['gbvCoreType']) ?? null
