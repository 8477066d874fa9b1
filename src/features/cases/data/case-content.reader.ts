import { bitOf, keyClassOf, sections, type Section } from '../../../platform/access/sections.js'
import type { KeyRing, SealContext, Sealer } from '../../../platform/crypto/index.js'
import type {
  IncidentContent,
  PersonIdentity,
  RelatedPerson,
  SectionContents,
} from '../domain/case-content.js'
import type { FormValues } from '../../forms/index.js'
import type { IncidentCode } from '../domain/incident-types.js'
import type { Sex } from '../domain/sexes.js'
import type { ContentRow, PersonRole } from './case-rows.js'

/** A person beside the victim. */
export interface RelatedPersonRecord extends RelatedPerson {
  readonly id: string
  readonly role: PersonRole
  readonly section: Section
  readonly sex: Sex
  readonly version: number
  readonly updatedAt: Date
}

export interface IncidentRecord extends IncidentContent {
  readonly id: string
  readonly type: IncidentCode
  readonly otherTypes: readonly IncidentCode[]
  readonly hanoiArticles: readonly string[]
  readonly ageAtIncident: number | null
  readonly occurredOn: string | null
  readonly ongoing: boolean
  /** What its form keeps plain, beside the type. */
  readonly codes: FormValues
  readonly version: number
  readonly createdAt: Date
  /** Null while it is as it was written first. */
  readonly updatedAt: Date | null
}

/** What was written in one form of the case, opened. */
export interface SectionRecord {
  readonly id: string
  readonly section: Section
  /** The code of the form, and its version when this was written. */
  readonly form: string
  readonly formVersion: number
  readonly values: FormValues
  readonly version: number
  readonly updatedAt: Date
}

/** A section's own row, opened. */
type PartRecord = {
  [Part in keyof SectionContents]: {
    readonly section: Part
    readonly content: SectionContents[Part]
    readonly version: number
  }
}[keyof SectionContents]

/** What the actor may see of a case, opened. */
export interface CaseContent {
  readonly victim:
    | (PersonIdentity & {
        readonly id: string
        readonly sex: Sex
        readonly version: number
        readonly updatedAt: Date
      })
    | null
  readonly related: readonly RelatedPersonRecord[]
  readonly incidents: readonly IncidentRecord[]
  readonly parts: readonly PartRecord[]
  readonly records: readonly SectionRecord[]
}

/** The place a person's sealed text belongs to. */
export const personPlace = (id: string, section: Section): SealContext => ({
  table: 'person',
  rowId: id,
  column: 'sealed',
  keyClass: keyClassOf(section),
})

/** The place of a section's own text. */
export const partPlace = (caseId: string, section: Section): SealContext => ({
  table: 'case_section',
  rowId: `${caseId}/${bitOf(section)}`,
  column: 'sealed',
  keyClass: keyClassOf(section),
})

export const incidentPlace = (id: string): SealContext => ({
  table: 'incident',
  rowId: id,
  column: 'sealed',
  keyClass: keyClassOf('incident'),
})

/** The place of what a record holds. */
export const recordPlace = (id: string, section: Section): SealContext => ({
  table: 'section_record',
  rowId: id,
  column: 'sealed',
  keyClass: keyClassOf(section),
})

/** What came through JSON. */
export const bytes = (base64: string): Buffer => Buffer.from(base64, 'base64')

/** The ring of keys that came along with the rows. */
export const ringOf = (
  sealer: Sealer,
  caseId: string,
  { keys }: Pick<ContentRow, 'keys'>,
): KeyRing =>
  sealer.ofCase(
    caseId,
    // The table's CHECK allows the three classes only.
    (keys ?? []).map((key) => ({ class: key.class as 'identity', wrapped: bytes(key.wrapped) })),
  )

/** Opens what came, each text at its own place. */
export const openContent = (ring: KeyRing, caseId: string, row: ContentRow): CaseContent => {
  const persons = (row.persons ?? []).map((person) => ({ ...person, section: sectionOf(person) }))
  const victim = persons.find(({ role }) => role === 'victim')
  return {
    victim:
      victim === undefined
        ? null
        : {
            id: victim.id,
            sex: victim.sex,
            version: victim.version,
            updatedAt: new Date(victim.updatedAt),
            ...ring.open<PersonIdentity>(
              bytes(victim.sealed),
              personPlace(victim.id, victim.section),
            ),
          },
    related: persons
      .filter(({ role }) => role !== 'victim')
      .map(({ id, role, section, sex, sealed, version, updatedAt }) => ({
        id,
        role,
        section,
        sex,
        version,
        updatedAt: new Date(updatedAt),
        ...ring.open<RelatedPerson>(bytes(sealed), personPlace(id, section)),
      })),
    incidents: (row.incidents ?? []).map(({ sealed, createdAt, updatedAt, ...incident }) => ({
      ...incident,
      createdAt: new Date(createdAt),
      updatedAt: updatedAt === null ? null : new Date(updatedAt),
      ...(sealed === null
        ? { platform: null, accounts: null, narrative: null }
        : ring.open<IncidentContent>(bytes(sealed), incidentPlace(incident.id))),
    })),
    parts: (row.parts ?? []).map((part) => {
      const section = sectionOf(part)
      // The place names the section, and only its own shape is ever sealed there.
      return {
        section,
        content: ring.open(bytes(part.sealed), partPlace(caseId, section)),
        version: part.version,
      } as unknown as PartRecord
    }),
    records: (row.records ?? []).map(({ codes, sealed, updatedAt, ...record }) => {
      const section = sectionOf(record)
      const values = ring.open<FormValues>(bytes(sealed), recordPlace(record.id, section))
      return { ...record, section, values: { ...codes, ...values }, updatedAt: new Date(updatedAt) }
    }),
  }
}

/** The section of a row that keeps its bit. */
export const sectionOf = ({ section: bit }: { readonly section: number }): Section => {
  const section = sections[bit]
  if (section === undefined) throw new RangeError(`no section with bit ${bit}`)
  return section
}

/** The content of one section's own row, or null where nothing is written yet. */
export const partOf = <Part extends keyof SectionContents>(
  { parts }: Pick<CaseContent, 'parts'>,
  section: Part,
): SectionContents[Part] | null => {
  const part = parts.find((candidate) => candidate.section === section)
  return part === undefined ? null : (part.content as SectionContents[Part])
}
