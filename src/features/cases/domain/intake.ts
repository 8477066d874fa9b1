import type { LocalDate } from '../../../platform/clock/local-time.js'
import { ageBandOf, ageFrom, type AgeBand, type AgeKnown } from './age.js'
import type {
  CaregiverState,
  IncidentContent,
  RelatedPerson,
  Reporter,
  SafeContact,
} from './case-content.js'
import { AgeOutOfRange, DateInFuture, TypeNotOffered } from './case.errors.js'
import {
  hanoiArticlesOf,
  incidentTypes,
  isOffered,
  type HanoiFact,
  type IncidentCode,
  type IncidentType,
} from './incident-types.js'
import type { Language } from './languages.js'
import { riskReasonsOfAge, riskWith, type RiskLevel, type RiskReason } from './risk.js'
import type { Sex } from './sexes.js'

/** What is written down when a person is first met. Whatever nobody could ask yet is null. */
export interface Intake {
  readonly person: {
    readonly name: string | null
    readonly birthDate: LocalDate | null
    /** Completed years, as told today. */
    readonly statedAge: number | null
    readonly sex: Sex
    readonly language: Language
    readonly provinceCode: string | null
    readonly commune: string | null
    readonly address: string | null
    /** Of an identity card or passport, where a list brought it along. */
    readonly documentNumber?: string
  }
  /** Who told of the person, where it was not the person. */
  readonly reporter?: Reporter | null
  readonly contact: SafeContact
  readonly incident: IncidentContent & {
    readonly type: IncidentCode
    readonly otherTypes: readonly IncidentCode[]
    readonly occurredOn: LocalDate | null
    readonly ongoing: boolean
    /** Facts on which articles of the Hanoi Convention depend. */
    readonly facts: readonly HanoiFact[]
  }
  readonly perpetrator: RelatedPerson | null
  readonly caregiver: {
    readonly state: CaregiverState
    readonly informed: boolean | null
    readonly suspected: boolean
    readonly person: RelatedPerson | null
  }
  readonly risk: {
    readonly assessed: RiskLevel
    readonly reasons: readonly RiskReason[]
    readonly immediateDanger: boolean
    readonly danger: string | null
  }
}

/** What follows from an intake on the day it is taken. */
export interface IntakeFindings {
  readonly ageInYears: number | null
  readonly ageBand: AgeBand
  readonly ageAtIncident: number | null
  /** Derived once and stored: a later rule does not rewrite history. */
  readonly hanoiArticles: readonly string[]
  readonly riskReasons: readonly RiskReason[]
  readonly riskLevel: RiskLevel
}

const oldestAge = 120

/** What is known of the age, in the form the rules about age take. */
export const ageKnownOf = (
  { birthDate, statedAge }: Pick<Intake['person'], 'birthDate' | 'statedAge'>,
  today: LocalDate,
): AgeKnown => ({
  birthDate,
  stated: statedAge === null ? null : { years: statedAge, on: today },
})

/**
 * Checks an intake and derives what follows from it.
 * @throws DateInFuture, DateBeforeBirth, AgeOutOfRange, TypeNotOffered
 */
export const assessIntake = (intake: Intake, today: LocalDate): IntakeFindings => {
  const { person, incident, risk } = intake
  for (const date of [person.birthDate, incident.occurredOn]) {
    if (date !== null && date > today) throw new DateInFuture()
  }
  const known = ageKnownOf(person, today)
  const ageInYears = ageFrom(known, today)
  if (ageInYears !== null && ageInYears > oldestAge) throw new AgeOutOfRange()

  const ageAtIncident = ageFrom(known, incident.occurredOn ?? today)
  const types = typesOf([incident.type, ...incident.otherTypes])
  if (!types.every((type) => isOffered(type, ageAtIncident))) throw new TypeNotOffered()

  const riskReasons = [...new Set([...risk.reasons, ...riskReasonsOfAge(ageInYears)])]
  return {
    ageInYears,
    ageBand: ageBandOf(ageInYears),
    ageAtIncident,
    hanoiArticles: hanoiArticlesOf(types, incident.facts),
    riskReasons,
    riskLevel: riskWith(risk.assessed, riskReasons),
  }
}

const typesOf = (codes: readonly IncidentCode[]): IncidentType[] =>
  incidentTypes.filter(({ code }) => codes.includes(code))
