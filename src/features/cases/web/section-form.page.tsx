import type { Section } from '../../../platform/access/sections.js'
import { typedText, type Typed } from '../../../platform/web/form.js'
import { Button, ErrorSummary, errorsOf, Form, Textarea } from '../../../ui/components/index.js'
import { usePage } from '../../../ui/page-context.js'
import { CasePage, type CaseFrameView } from './case-frame.js'
import { complaintsOf, type FieldErrors } from './complaints.js'
import { ContactFields } from './contact-fields.js'

export interface SectionFormView {
  readonly frame: CaseFrameView
  readonly section: Section
  readonly version: number
  readonly values: Typed
  readonly errors: FieldErrors
}

/** Writes one section. */
export const SectionFormPage = ({ frame, section, version, values, errors }: SectionFormView) => {
  const { t } = usePage()
  const title = t('cases.section.form', { section: t(`code.section.${section}`) })
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
      <Form action={`/cases/${frame.caseId}/sections/${section}`} version={version}>
        {section === 'contact' ? (
          <ContactFields values={values} complaints={complaints} />
        ) : (
          <Textarea
            label={t('cases.section.notes')}
            hint={t('cases.section.notes.hint')}
            name="notes"
            rows={10}
            value={typedText(values, 'notes')}
            errorMessage={complaints['notes']}
          />
        )}
        <Button preventDoubleClick>{t('common.save')}</Button>
      </Form>
    </CasePage>
  )
}
