import type { Typed } from '../../../platform/web/form.js'
import { Button, ErrorSummary, errorsOf, Form } from '../../../ui/components/index.js'
import { usePage } from '../../../ui/page-context.js'
import { CasePage, type CaseFrameView } from './case-frame.js'
import { complaintsOf, type FieldErrors } from './complaints.js'
import { ContactFields } from './contact-fields.js'

export interface ContactFormView {
  readonly frame: CaseFrameView
  readonly version: number
  readonly values: Typed
  readonly errors: FieldErrors
}

/** Writes how the person can be reached. */
export const ContactFormPage = ({ frame, version, values, errors }: ContactFormView) => {
  const { t } = usePage()
  const title = t('cases.section.form', { section: t('code.section.contact') })
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
      <Form action={`/cases/${frame.caseId}/sections/contact`} version={version}>
        <ContactFields values={values} complaints={complaints} />
        <Button preventDoubleClick>{t('common.save')}</Button>
      </Form>
    </CasePage>
  )
}
