import type { CodeList } from '../../../forms/index.js'

/**
 * Lists that the whole service shares. Their words stand in the catalogue of sentences, which these
 * rules do not know; so whoever puts the forms together hands them in, and no word is said twice.
 */
export interface KnownLists {
  readonly sexes: CodeList
  readonly languages: CodeList
  readonly provinces: CodeList
  readonly caregiverStates: CodeList
  readonly incidentTypes: CodeList
  /** Incident types beside the main one: concerns about children have a list of their own. */
  readonly otherIncidentTypes: CodeList
  readonly hanoiFacts: CodeList
  readonly gbvCoreTypes: CodeList
  readonly concerns: CodeList
  readonly riskLevels: CodeList
  readonly riskReasons: CodeList
  readonly services: CodeList
}
