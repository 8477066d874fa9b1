import type { LocalDate } from '../../../platform/clock/local-time.js'
import type { IncidentCode, RiskLevel } from '../../cases/index.js'

/** What people of a group may have been through together: trafficking, and what stands beside it. */
export const groupIncidents = [
  'tip.forced_criminality_scam',
  'tip.forced_criminality_other',
  'tip.forced_labour',
  'tip.sexual_exploitation',
  'tip.forced_marriage',
  'tip.servitude',
  'tip.begging',
  'tip.organ_removal',
  'tip.online_recruitment',
] as const satisfies readonly IncidentCode[]

export type GroupIncident = (typeof groupIncidents)[number]

/** Where people from Viet Nam are mostly held; ISO 3166-1. */
export const groupCountries = [
  'KH',
  'MM',
  'LA',
  'TH',
  'PH',
  'CN',
  'MY',
  'ID',
  'AE',
  'TW',
  'VN',
] as const

export type GroupCountry = (typeof groupCountries)[number]

/** HTCDS: a possible victim until somebody competent has decided. Help does not wait for it. */
export const identifications = ['presumed', 'identified'] as const

export type Identification = (typeof identifications)[number]

export const longestPlace = 300

/* eslint-disable @typescript-eslint/consistent-type-definitions --
   what waits is sealed as JSON, and only a type fits its index signature */

/** What is the same for everybody of a group. */
export type GroupFacts = {
  readonly incidentType: GroupIncident
  readonly country: GroupCountry | null
  readonly receivedOn: LocalDate
  /** Where they were received, in words: a border gate, a reception centre. */
  readonly place: string | null
  readonly provinceCode: string | null
  readonly identification: Identification
}

/** How the cases of one list begin. */
export type ListFacts = {
  /** Where nothing about somebody raises it; raised in each case by what is known of the person. */
  readonly risk: RiskLevel
  /** Who leads them, in turn. */
  readonly leads: readonly string[]
}
