import { typedText, type Typed } from '../../../platform/web/form.js'
import type { Section } from '../../../platform/access/sections.js'
import {
  Button,
  Card,
  ErrorSummary,
  errorsOf,
  Form,
  StatusTag,
  SummaryList,
  Textarea,
} from '../../../ui/components/index.js'
import { usePage } from '../../../ui/page-context.js'
import { sayRow, valueRows } from '../../forms/index.js'
import { isNotedSection } from '../domain/case-content.js'
import type { FormState, SectionRead } from '../use-cases/read-sections.js'
import { CasePage, type CaseFrameView } from './case-frame.js'
import { complaintsOf, type FieldErrors } from './complaints.js'
import { SectionRows } from './section-rows.js'

export interface SectionPageView {
  readonly frame: CaseFrameView
  readonly section: Section
  readonly read: SectionRead
  readonly notesVersion: number
  readonly notes: Typed
  readonly errors: FieldErrors
}

/** One section: its forms, what was written in them, and its text. */
export const SectionPage = (view: SectionPageView) => {
  const { t } = usePage()
  const { frame, section, read, errors } = view
  const title = t(`code.section.${section}`)
  const complaints = complaintsOf(errors, t)
  const hasErrors = Object.keys(errors).length > 0
  return (
    <CasePage
      frame={frame}
      title={title}
      errors={hasErrors}
      back={{ href: `/cases/${frame.caseId}/sections`, text: t('cases.sections') }}
    >
      {hasErrors && <ErrorSummary errorList={errorsOf(complaints)} />}
      <h1>{title}</h1>
      {read.manages && <SectionLinks caseId={frame.caseId} section={section} />}
      {read.forms.map((state) => (
        <FormCard caseId={frame.caseId} state={state} mayWrite={read.mayWrite} />
      ))}
      {read.beside.length > 0 && (
        <Card title={t('cases.records.beside')}>
          <SectionRows view={{ rows: read.beside }} />
        </Card>
      )}
      <Notes {...view} complaints={complaints} />
    </CasePage>
  )
}

/** Where one sees what stood in a section before, and who sees it now. */
export const SectionLinks = ({ caseId, section }: { caseId: string; section: Section }) => {
  const { t } = usePage()
  const here = `/cases/${caseId}/sections/${section}`
  const of = (
    <span class="govuk-visually-hidden">
      {' '}
      {t('cases.sections.write-of', { section: t(`code.section.${section}`) })}
    </span>
  )
  return (
    <p class="govuk-body-s">
      <a class="govuk-link" href={`${here}/history`}>
        {t('cases.records.history')}
        {of}
      </a>
      {' · '}
      <a class="govuk-link" href={`${here}/who`}>
        {t('cases.records.who')}
        {of}
      </a>
    </p>
  )
}

/** How far a form is, in words and a colour. */
export const FormProgress = ({ state }: { state: Pick<FormState, 'filled' | 'asked'> }) => {
  const { t } = usePage()
  const { filled, asked } = state
  if (asked === 0) return null
  return (
    <StatusTag tone={filled === asked ? 'good' : 'waiting'}>
      {t('cases.records.filled', { filled, asked })}
    </StatusTag>
  )
}

interface FormCardProps {
  readonly caseId: string
  readonly state: FormState
  readonly mayWrite: boolean
}

const FormCard = ({ caseId, state, mayWrite }: FormCardProps) => {
  const { t, locale, format } = usePage()
  const { form, records } = state
  const here = `/cases/${caseId}/sections/${form.section}`
  const mayAdd = mayWrite && (form.many || records.length === 0)
  return (
    <Card title={form.title[locale]} tag={<FormProgress state={state} />}>
      {records.length === 0 && <p>{t('cases.sections.empty')}</p>}
      {records.map((record, at) => (
        <>
          <SummaryList
            rows={valueRows(form, record.values).map((row) => {
              const { label, value } = sayRow(row, format)
              return { key: label, value }
            })}
          />
          {mayWrite && (
            <p>
              <a class="govuk-link" href={`${here}/records/${record.id}`}>
                {t('common.change')}
                <span class="govuk-visually-hidden">
                  {' '}
                  {(form.one ?? form.title)[locale]} {form.many ? at + 1 : ''}
                </span>
              </a>
            </p>
          )}
        </>
      ))}
      {mayAdd && (
        <Button href={`${here}/${form.code}`} variant="secondary">
          {t(form.many ? 'cases.records.add' : 'cases.records.fill', {
            form: (form.one ?? form.title)[locale],
          })}
        </Button>
      )}
    </Card>
  )
}

interface NotesProps extends SectionPageView {
  readonly complaints: Readonly<Record<string, string>>
}

// The family's text is a field of its form.
const Notes = ({ frame, section, read, notesVersion, notes, complaints }: NotesProps) => {
  const { t } = usePage()
  if (!isNotedSection(section) || section === 'family') return null
  if (!read.mayWrite) {
    return read.notes === null ? null : (
      <Card title={t('cases.section.notes')}>
        <p class="ba-text">{read.notes}</p>
      </Card>
    )
  }
  return (
    <Form action={`/cases/${frame.caseId}/sections/${section}`} version={notesVersion}>
      <Textarea
        label={{ text: t('cases.section.notes'), classes: 'govuk-label--m' }}
        hint={t('cases.section.notes.hint')}
        name="notes"
        rows={6}
        value={typedText(notes, 'notes')}
        errorMessage={complaints['notes']}
      />
      <Button preventDoubleClick>{t('common.save')}</Button>
    </Form>
  )
}
