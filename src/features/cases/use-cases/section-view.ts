import type { Section } from '../../../platform/access/sections.js'
import type { LocalDate } from '../../../platform/clock/local-time.js'
import type { Sentence } from '../../../ui/translate.js'
import { partOf, type CaseContent, type RelatedPersonRecord } from '../data/case-content.reader.js'
import { ageFrom } from '../domain/age.js'
import type {
  FamilyContent,
  PersonIdentity,
  SafeContact,
  SafetyContent,
} from '../domain/case-content.js'
import { isNotedSection } from '../domain/case-content.js'

/** One thing recorded. Codes come with their sentences and days as days, so that each reader's language says them. */
export interface SectionRow {
  readonly label: Sentence
  /** The text as written, or the code. */
  readonly value: string
  /** Says the code(s) in words. */
  readonly said?: readonly Sentence[]
  /** The value is this calendar day. */
  readonly day?: LocalDate
  /** Said of these hours of the day, `HH:MM`. */
  readonly span?: { readonly from: string; readonly until: string }
}

/** What is recorded in one section, ready to be shown to somebody who may see it. */
export interface SectionView {
  readonly section: Section
  readonly rows: readonly SectionRow[]
  /** Of the row that `PUT` replaces; 0 while nothing is written. */
  readonly version: number
}

/** The view of a section of what has been opened. Nothing recorded gives no rows. */
export const sectionView = (
  section: Section,
  content: CaseContent,
  today: LocalDate,
): SectionView => ({
  section,
  rows: rowsOf(section, content, today),
  version: versionOf(section, content),
})

const versionOf = (section: Section, { victim, incidents, parts }: CaseContent): number => {
  if (section === 'identity') return victim?.version ?? 0
  if (section === 'incident') return incidents[0]?.version ?? 0
  return parts.find((part) => part.section === section)?.version ?? 0
}

const rowsOf = (section: Section, content: CaseContent, today: LocalDate): SectionRow[] => {
  const related = content.related
    .filter((person) => person.section === section)
    .flatMap(relatedRows)
  switch (section) {
    case 'identity':
      return content.victim === null ? [] : identityRows(content.victim, today)
    case 'contact': {
      const contact = partOf(content, 'contact')
      return contact === null ? [] : contactRows(contact)
    }
    case 'incident':
      return [...content.incidents.flatMap(incidentRows), ...related]
    case 'family': {
      const family = partOf(content, 'family')
      return [...(family === null ? [] : familyRows(family)), ...related]
    }
    case 'safety': {
      const safety = partOf(content, 'safety')
      return safety === null ? [] : safetyRows(safety)
    }
    default:
      return isNotedSection(section)
        ? text('cases.field.notes', partOf(content, section)?.notes ?? null)
        : []
  }
}

const text = (label: Sentence, value: string | null): SectionRow[] =>
  value === null ? [] : [{ label, value }]
const day = (label: Sentence, value: LocalDate | null): SectionRow[] =>
  value === null ? [] : [{ label, value, day: value }]
const said = (label: Sentence, ...codes: readonly (readonly [string, Sentence])[]): SectionRow[] =>
  codes.length === 0
    ? []
    : [
        {
          label,
          value: codes.map(([code]) => code).join(', '),
          said: codes.map(([, sentence]) => sentence),
        },
      ]
const yesNo = (label: Sentence, value: boolean | null): SectionRow[] =>
  value === null ? [] : said(label, value ? ['yes', 'common.yes'] : ['no', 'common.no'])

const identityRows = (identity: PersonIdentity, today: LocalDate): SectionRow[] => {
  const { birthDate, statedAge } = identity
  const age = ageFrom({ birthDate, stated: statedAge }, today)
  return [
    ...(identity.name === null
      ? said('cases.field.name', ['unknown', 'cases.name.unknown'])
      : text('cases.field.name', identity.name)),
    ...day('cases.field.birth-date', birthDate),
    ...text('cases.field.age', age === null ? null : String(age)),
    ...text('cases.field.address', identity.address),
  ]
}

const contactRows = (contact: SafeContact): SectionRow[] => [
  ...(contact.doNotContact
    ? said('cases.field.channels', ['none', 'cases.channel.none'])
    : said(
        'cases.field.channels',
        ...contact.channels.map((channel) => [channel, `cases.channel.${channel}`] as const),
      )),
  ...text('cases.field.phone', contact.phone),
  ...text('cases.field.when', contact.when),
  ...(contact.hours ?? []).map(({ days, from, until }): SectionRow => ({
    label: 'cases.field.hours',
    value: `${days} ${from}–${until}`,
    said: [`cases.days.${days}`],
    span: { from, until },
  })),
  ...text('cases.field.code-word', contact.codeWord),
  ...text('cases.field.who-may-answer', contact.whoMayAnswer),
  ...text('cases.field.contact-notes', contact.notes),
]

const incidentRows = (incident: CaseContent['incidents'][number]): SectionRow[] => [
  ...said('cases.field.incident-type', [incident.type, `code.incident.${incident.type}`]),
  ...said(
    'cases.field.other-types',
    ...incident.otherTypes.map((type) => [type, `code.incident.${type}`] as const),
  ),
  ...day('cases.field.occurred-on', incident.occurredOn),
  ...yesNo('cases.field.ongoing', incident.ongoing),
  ...text(
    'cases.field.age-at-incident',
    incident.ageAtIncident === null ? null : String(incident.ageAtIncident),
  ),
  ...text('cases.field.hanoi-articles', incident.hanoiArticles.join(', ') || null),
  ...text('cases.field.platform', incident.platform),
  ...text('cases.field.accounts', incident.accounts),
  ...text('cases.field.narrative', incident.narrative),
]

const familyRows = (family: FamilyContent): SectionRow[] => [
  ...said('cases.field.caregiver', [family.caregiver, `cases.caregiver.${family.caregiver}`]),
  ...yesNo('cases.field.caregiver-informed', family.informed),
  ...(family.caregiver === 'known'
    ? yesNo('cases.field.caregiver-suspected', family.suspected)
    : []),
  ...text('cases.field.notes', family.notes),
]

const safetyRows = (safety: SafetyContent): SectionRow[] => [
  ...said(
    'cases.field.risk-reasons',
    ...safety.riskReasons.map((reason) => [reason, `code.risk-reason.${reason}`] as const),
  ),
  ...text('cases.field.danger', safety.danger),
  ...text('cases.field.notes', safety.notes),
]

const relatedLabel = {
  guardian: 'cases.field.guardian',
  'alleged-perpetrator': 'cases.field.perpetrator',
  dependant: 'cases.field.dependant',
  contact: 'cases.field.contact-person',
  victim: 'cases.field.name',
} as const satisfies Record<RelatedPersonRecord['role'], Sentence>

const relatedRows = (person: RelatedPersonRecord): SectionRow[] =>
  text(
    relatedLabel[person.role],
    [person.name, person.relationship, person.phone, person.accounts]
      .filter((part) => part !== null)
      .join(', ') || null,
  )
