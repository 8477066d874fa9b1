import type { Section } from '../../../platform/access/sections.js'
import type { LocalDate } from '../../../platform/clock/local-time.js'
import type { Form, FormValues } from '../../forms/index.js'
import { familyValues } from '../domain/family-values.js'
import { identityValues, type PlainIdentity } from '../domain/identity-values.js'
import { incidentValues } from '../domain/incident-values.js'
import { relationValues } from '../domain/relation-values.js'
import type { CaseRow } from './case-rows.js'
import { partOf, type CaseContent } from './case-content.reader.js'

/** What was written in one form, wherever it is stored. */
export interface FormRecord {
  /** Of the row; the case's own where a section has one text. */
  readonly id: string
  readonly form: string
  readonly section: Section
  readonly values: FormValues
  readonly version: number
  /** Null while it is as it was when the case was opened. */
  readonly updatedAt: Date | null
}

/** What of the victim lies with the case, as far as it is the actor's to see. */
export interface RecordGround {
  readonly caseId: string
  readonly plain: Partial<Omit<PlainIdentity, 'sex'>>
  readonly today: LocalDate
}

/** What of the victim lies with the case, from its row. */
export const plainOf = ({ language, provinceCode, commune }: CaseRow): RecordGround['plain'] => ({
  language,
  provinceCode,
  commune,
})

/** The records of a form among what was opened, in the order they were written. */
export const recordsOf = (
  { code, section }: Form,
  content: CaseContent,
  { caseId, plain, today }: RecordGround,
): readonly FormRecord[] => {
  const of = { form: code, section }
  switch (code) {
    case 'identity': {
      const { victim } = content
      if (victim === null) return []
      const { id, sex, version, updatedAt, ...identity } = victim
      const values = identityValues(identity, { ...plain, sex }, today)
      return [{ ...of, id, version, updatedAt, values }]
    }
    case 'relation':
    case 'alleged-perpetrator':
      return content.related
        .filter((person) => person.section === section)
        .map(({ id, sex, version, updatedAt, ...person }) => ({
          ...of,
          id,
          version,
          updatedAt,
          values: relationValues(person, sex),
        }))
    case 'incident':
      return content.incidents.map(({ id, version, updatedAt, ...incident }) => ({
        ...of,
        id,
        version,
        updatedAt,
        values: incidentValues(incident),
      }))
    case 'family': {
      const part = content.parts.find((one) => one.section === 'family')
      const family = partOf(content, 'family')
      return part === undefined || family === null
        ? []
        : [
            {
              ...of,
              id: caseId,
              version: part.version,
              updatedAt: null,
              values: familyValues(family),
            },
          ]
    }
    default:
      return content.records.filter(({ form }) => form === code)
  }
}
