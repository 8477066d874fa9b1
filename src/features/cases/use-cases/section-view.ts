import type { Section } from '../../../platform/access/sections.js'
import type { LocalDate } from '../../../platform/clock/local-time.js'
import { formatter, type Locale, type Words } from '../../../platform/i18n/index.js'
import { translate, type Sentence } from '../../../ui/translate.js'
import { valueRows, type Form, type FormValues } from '../../forms/index.js'
import { partOf, type CaseContent, type RelatedPersonRecord } from '../data/case-content.reader.js'
import { ageFrom } from '../domain/age.js'
import type {
  FamilyContent,
  PersonIdentity,
  SafeContact,
  SafetyContent,
} from '../domain/case-content.js'
import { isNotedSection } from '../domain/case-content.js'
import { contextsOf, elapsedUntilTold, factsOf } from '../domain/incident-findings.js'
import { relationValues } from '../domain/relation-values.js'

/** One thing recorded. Codes come with their sentences and days as days, so that each reader's language says them. */
export interface SectionRow {
  /** A sentence of ours, or the words of a form. */
  readonly label: Sentence | Words
  /** The text as written, or the code. */
  readonly value: string
  /** Says the code(s) in words. */
  readonly said?: readonly (Sentence | Words)[]
  /** The value is this calendar day. */
  readonly day?: LocalDate
  /** Said of these hours of the day, `HH:MM`. */
  readonly span?: { readonly from: string; readonly until: string }
  /** Of somebody beside the victim: who is alleged to have done it, a guardian, a contact. */
  readonly isAboutAnother?: true
  /** The record it stands in, where a section holds several. */
  readonly record?: RecordMark
}

/** Tells the records of a section apart. */
export interface RecordMark {
  readonly id: string
  readonly title: Words
}

/** What is recorded in one section, ready to be shown to somebody who may see it. */
export interface SectionView {
  readonly section: Section
  readonly rows: readonly SectionRow[]
  /** Of the row that `PUT` replaces; 0 while nothing is written. */
  readonly version: number
}

/**
 * The view of a section of what has been opened, in the words of the forms in use. Nothing recorded
 * gives no rows.
 */
export const sectionView = (
  section: Section,
  content: CaseContent,
  today: LocalDate,
  forms: readonly Form[],
): SectionView => ({
  section,
  rows: rowsOf(section, content, today, forms),
  version: versionOf(section, content),
})

const versionOf = (section: Section, { victim, incidents, parts }: CaseContent): number => {
  if (section === 'identity') return victim?.version ?? 0
  if (section === 'incident') return incidents[0]?.version ?? 0
  return parts.find((part) => part.section === section)?.version ?? 0
}

/** The form that asks for people beside the victim in a section. */
export const aroundIn = (section: Section): string =>
  section === 'incident' ? 'alleged-perpetrator' : 'relation'

const rowsOf = (
  section: Section,
  content: CaseContent,
  today: LocalDate,
  forms: readonly Form[],
): SectionRow[] => {
  const formOf = (code: string) => forms.find((form) => form.code === code)
  const related = content.related
    .filter((person) => person.section === section)
    .flatMap((person) => relatedRows(person, formOf(aroundIn(section))))
    .map(aboutAnother)
  const records = recordRows(section, content, forms)
  switch (section) {
    case 'identity': {
      const { victim } = content
      if (victim === null) return records
      return [...identityRows(victim, today), ...moreRows(formOf('identity'), victim), ...records]
    }
    case 'contact': {
      const contact = partOf(content, 'contact')
      return [...(contact === null ? [] : contactRows(contact)), ...related, ...records]
    }
    case 'incident': {
      const form = formOf('incident')
      const { incidents } = content
      const rows = incidents.flatMap((incident) =>
        marked(
          [...incidentRows(incident), ...moreRows(form, incident, incident.codes)],
          // One alone needs no heading.
          incidents.length > 1 ? markOf(incident.id, form) : undefined,
        ),
      )
      return [...rows, ...related, ...records]
    }
    case 'family': {
      const family = partOf(content, 'family')
      return [
        ...(family === null ? [] : [...familyRows(family), ...moreRows(formOf('family'), family)]),
        ...related,
        ...records,
      ]
    }
    case 'safety': {
      const safety = partOf(content, 'safety')
      return [...(safety === null ? [] : safetyRows(safety)), ...records]
    }
    default:
      return [
        ...(isNotedSection(section)
          ? text('cases.field.notes', partOf(content, section)?.notes ?? null)
          : []),
        ...records,
      ]
  }
}

/** What a section's own text says. */
export const partRows = (
  part: CaseContent['parts'][number],
  forms: readonly Form[],
): SectionRow[] => {
  switch (part.section) {
    case 'contact':
      return contactRows(part.content)
    case 'family':
      return [
        ...familyRows(part.content),
        ...moreRows(
          forms.find(({ code }) => code === 'family'),
          part.content,
        ),
      ]
    case 'safety':
      return safetyRows(part.content)
    default:
      return text('cases.field.notes', part.content.notes)
  }
}

/** What is recorded in a section beside its forms and its notes: what the intake took down. */
export const rowsBesideForms = (section: Section, content: CaseContent): SectionRow[] => {
  if (section === 'safety') {
    const safety = partOf(content, 'safety')
    return safety === null ? [] : safetyRows({ ...safety, notes: null })
  }
  // People of the family have a form.
  return section === 'family'
    ? []
    : content.related
        .filter((person) => person.section === section)
        .flatMap((person) => relatedRows(person, undefined))
}

// What a form asks beyond what is shown already.
const moreRows = (
  form: Form | undefined,
  { more = {} }: { readonly more?: FormValues },
  codes: FormValues = {},
): SectionRow[] => (form === undefined ? [] : valueRows(form, { ...codes, ...more }))

const recordRows = (
  section: Section,
  { records }: CaseContent,
  forms: readonly Form[],
): SectionRow[] =>
  forms
    .filter((form) => form.section === section)
    .flatMap((form) =>
      records
        .filter((record) => record.form === form.code)
        .flatMap(({ id, values }) => marked(valueRows(form, values), markOf(id, form))),
    )

const markOf = (id: string, form: Form | undefined): RecordMark | undefined =>
  form === undefined ? undefined : { id, title: form.one ?? form.title }

const marked = (rows: readonly SectionRow[], record: RecordMark | undefined): SectionRow[] =>
  record === undefined ? [...rows] : rows.map((row) => ({ ...row, record }))

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

const aboutAnother = (row: SectionRow): SectionRow => ({ ...row, isAboutAnother: true })

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
  ...findingRows(incident),
  ...text('cases.field.platform', incident.platform),
  ...text('cases.field.accounts', incident.accounts).map(aboutAnother),
  ...text('cases.field.narrative', incident.narrative),
]

// Counted, never typed in.
const findingRows = (incident: CaseContent['incidents'][number]): SectionRow[] => {
  const facts = factsOf(incident)
  const elapsed = elapsedUntilTold(facts)
  return [
    ...said(
      'cases.field.contexts',
      ...contextsOf(facts).map((context) => [context, `code.case-context.${context}`] as const),
    ),
    ...(elapsed === null ? [] : said('cases.field.elapsed', [elapsed, `code.elapsed.${elapsed}`])),
  ]
}

const familyRows = (family: FamilyContent): SectionRow[] => [
  // That a caregiver is suspected is not for a paper that this caregiver may find.
  ...[
    ...said('cases.field.caregiver', [family.caregiver, `cases.caregiver.${family.caregiver}`]),
    ...yesNo('cases.field.caregiver-informed', family.informed),
    ...(family.caregiver === 'known'
      ? yesNo('cases.field.caregiver-suspected', family.suspected)
      : []),
  ].map(aboutAnother),
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

// Until somebody has been written through the form, only the line of the intake is known.
const relatedRows = (person: RelatedPersonRecord, form: Form | undefined): SectionRow[] =>
  form === undefined || person.more === undefined
    ? [
        ...text(
          person.report === undefined ? relatedLabel[person.role] : 'cases.field.reporter',
          [person.name, person.relationship, person.phone, person.accounts]
            .filter((part) => part !== null)
            .join(', ') || null,
        ),
        ...reportRows(person),
      ]
    : [
        ...marked(valueRows(form, relationValues(person, person.sex)), markOf(person.id, form)),
        ...reportRows(person),
      ]

const reportRows = ({ report }: RelatedPersonRecord): SectionRow[] =>
  report === undefined
    ? []
    : [
        ...yesNo('cases.field.reporter.anonymous', report.anonymous),
        ...yesNo('cases.field.reporter.may-call-back', report.mayCallBack),
      ]

/** A row in the reader's language: what it is, and what is written there. */
export const saySectionRow = (
  { label, value, said, day, span }: SectionRow,
  locale: Locale,
): { readonly label: string; readonly value: string } => {
  const say = (words: Sentence | Words): string =>
    typeof words === 'string' ? translate(locale)(words) : words[locale]
  const text =
    said === undefined
      ? day === undefined
        ? value
        : formatter(locale).plainDate(day)
      : said.map(say).join('; ')
  return {
    label: say(label),
    value: span === undefined ? text : `${text}, ${span.from}–${span.until}`,
  }
}
