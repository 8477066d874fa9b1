// The words for every code of every list, under `code.<list>.<code>`.
import * as cases from './codes-cases.js'
import * as concerns from './codes-concerns.js'
import * as consents from './codes-consents.js'
import * as directory from './codes-directory.js'
import * as findings from './codes-findings.js'
import * as incidents from './codes-incidents.js'
import * as planning from './codes-planning.js'
import * as referrals from './codes-referrals.js'
import * as transfers from './codes-transfers.js'
import * as teams from './codes-teams.js'

export const vi = {
  ...cases.vi,
  ...concerns.vi,
  ...consents.vi,
  ...directory.vi,
  ...findings.vi,
  ...incidents.vi,
  ...planning.vi,
  ...referrals.vi,
  ...transfers.vi,
  ...teams.vi,
} as const

export const en: Record<keyof typeof vi, string> = {
  ...cases.en,
  ...concerns.en,
  ...consents.en,
  ...directory.en,
  ...findings.en,
  ...incidents.en,
  ...planning.en,
  ...referrals.en,
  ...transfers.en,
  ...teams.en,
}

export const fr: Record<keyof typeof vi, string> = {
  ...cases.fr,
  ...concerns.fr,
  ...consents.fr,
  ...directory.fr,
  ...findings.fr,
  ...incidents.fr,
  ...planning.fr,
  ...referrals.fr,
  ...transfers.fr,
  ...teams.fr,
}
