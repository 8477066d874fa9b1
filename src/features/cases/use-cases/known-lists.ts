import type { Words } from '../../../platform/i18n/index.js'
import { isSentence, translate } from '../../../ui/translate.js'
import { provincesOn, serviceTypes } from '../../directory/index.js'
import type { CodeList, CodeValue } from '../../forms/index.js'
import { caregiverStates } from '../domain/case-content.js'
import type { KnownLists } from '../domain/forms/known-lists.js'
import { gbvCoreHints, riskLevelHints } from '../domain/forms/hints.js'
import { gbvCoreTypes } from '../domain/gbv-core-types.js'
import { incidentTypes, type HanoiFact, type IncidentType } from '../domain/incident-types.js'
import { languages } from '../domain/languages.js'
import { protectionConcerns } from '../domain/protection-concerns.js'
import { riskLevels, riskReasons } from '../domain/risk.js'
import { sexes } from '../domain/sexes.js'

const hanoiFacts: readonly HanoiFact[] = ['ict', 'shared', 'intrusion', 'grooming']

// A list that loses its words stops the start, not the day of a caseworker.
const wordsOf = (key: string): Words => {
  if (!isSentence(key)) throw new Error(`No words for ${key}`)
  return { vi: translate('vi')(key), en: translate('en')(key), fr: translate('fr')(key) }
}

const listOf = (
  code: string,
  prefix: string,
  codes: readonly string[],
  { source, hints = {} }: { source?: string; hints?: Readonly<Record<string, Words>> } = {},
): CodeList => ({
  code,
  ...(source === undefined ? {} : { source }),
  values: codes.map((value): CodeValue => {
    const hint = hints[value]
    return {
      code: value,
      label: wordsOf(`${prefix}.${value}`),
      ...(hint === undefined ? {} : { hint }),
    }
  }),
})

// "Rape" stands in two families: the family in brackets tells them apart.
const typeValue = ({ code, family }: IncidentType): CodeValue => {
  const label = wordsOf(`code.incident.${code}`)
  if (family !== 'cp') return { code, label }
  const of = wordsOf(`code.family.${family}`)
  return {
    code,
    label: {
      vi: `${label.vi} (${of.vi})`,
      en: `${label.en} (${of.en})`,
      fr: `${label.fr} (${of.fr})`,
    },
  }
}

// The concerns of children have a list of their own beside this one; where one was chosen earlier it
// is still said.
const otherTypes = incidentTypes.map((type): CodeValue =>
  type.family === 'cp' ? { ...typeValue(type), retired: true } : typeValue(type),
)

/** The lists whose words the catalogue of sentences holds, in the form that definitions use. */
export const knownLists: KnownLists = {
  sexes: listOf('sex', 'code.sex', sexes),
  languages: listOf('language', 'code.language', languages, { source: 'ISO 639-1, ISO 639-3' }),
  provinces: {
    code: 'province',
    source: 'Resolution 202/2025/QH15; codes: Decision 19/2025/QĐ-TTg',
    values: provincesOn('2025-07-01').map(({ code, name }) => ({
      code,
      label: { vi: name, en: name, fr: name },
    })),
  },
  caregiverStates: listOf('caregiver-state', 'cases.caregiver', caregiverStates),
  incidentTypes: {
    code: 'incident-type',
    source: 'UN Convention against Cybercrime; CyberTipline; UNFPA; GBVIMS; HTCDS 2.0; CPIMS+',
    values: incidentTypes.map(typeValue),
  },
  otherIncidentTypes: { code: 'other-incident-type', values: otherTypes },
  hanoiFacts: listOf('hanoi-fact', 'cases.intake.fact', hanoiFacts, {
    source: 'UN Convention against Cybercrime, arts. 7 to 16 (not checked against the text)',
  }),
  gbvCoreTypes: listOf('gbv-core-type', 'code.gbv', gbvCoreTypes, {
    source: 'GBVIMS classification tool',
    hints: gbvCoreHints,
  }),
  concerns: listOf('protection-concern', 'code.concern', protectionConcerns, {
    source: 'CPIMS+ (Primero); x_ is ours',
  }),
  riskLevels: listOf('risk-level', 'code.risk', riskLevels, {
    source: 'Inter-agency child-protection case-management procedures',
    hints: riskLevelHints,
  }),
  riskReasons: listOf('risk-reason', 'code.risk-reason', riskReasons),
  services: listOf('service-type', 'code.service', serviceTypes, {
    source: 'CPIMS+ (Primero); POLICE and TAKEDOWN are ours',
  }),
}
