import type { Typed } from '../../../platform/web/form.js'
import {
  Button,
  ErrorSummary,
  errorsOf,
  Form as PostedForm,
  Radios,
} from '../../../ui/components/index.js'
import { usePage } from '../../../ui/page-context.js'
import { formComplaints, FormFields, placesOf, type Form } from '../../forms/index.js'
import { removalReasons } from '../domain/record-source.js'
import { CasePage, type CaseFrameView } from './case-frame.js'
import type { PlaceNames } from '../use-cases/heed-places.js'
import { complaintsOf, withNames, type FieldErrors } from './complaints.js'

export interface RecordFormView {
  readonly frame: CaseFrameView
  readonly form: Form
  /** Null for a record that is being added. */
  readonly record: { readonly id: string; readonly version: number } | null
  readonly mayRemove: boolean
  readonly values: Typed
  readonly errors: FieldErrors
  /** What may have been meant, and what there is to choose from: communes, by field. */
  readonly names: PlaceNames
  readonly offers: PlaceNames
}

/** Fills in a form, or writes it anew. */
export const RecordFormPage = (view: RecordFormView) => {
  const { frame, form, record, values, errors } = view
  const { t, locale } = usePage()
  const section = `/cases/${frame.caseId}/sections/${form.section}`
  const action = record === null ? `${section}/${form.code}` : `${section}/records/${record.id}`
  const title = (form.one ?? form.title)[locale]
  const complaints = withNames(formComplaints(form, errors, { t, locale }), view.names, t)
  const hasErrors = Object.keys(errors).length > 0
  return (
    <CasePage
      frame={frame}
      title={title}
      errors={hasErrors}
      back={{ href: section, text: t(`code.section.${form.section}`) }}
    >
      {hasErrors && <ErrorSummary errorList={errorsOf(complaints, placesOf(form))} />}
      <h1>{title}</h1>
      {form.intro !== undefined && <p>{form.intro[locale]}</p>}
      <PostedForm action={action} version={record?.version}>
        <FormFields form={form} values={values} complaints={complaints} offers={view.offers} />
        <Button preventDoubleClick>{t('common.save')}</Button>
      </PostedForm>
      {record !== null && view.mayRemove && (
        <Button href={`${section}/records/${record.id}/remove`} variant="secondary">
          {t('cases.records.remove')}
        </Button>
      )}
    </CasePage>
  )
}

export interface RemoveRecordView {
  readonly frame: CaseFrameView
  readonly form: Form
  readonly record: { readonly id: string; readonly version: number }
  readonly value: string
  readonly errors: FieldErrors
}

/** Takes a record away, for a reason. */
export const RemoveRecordPage = ({ frame, form, record, value, errors }: RemoveRecordView) => {
  const { t, locale } = usePage()
  const title = t('cases.records.remove')
  const here = `/cases/${frame.caseId}/sections/${form.section}/records/${record.id}`
  const complaints = complaintsOf(errors, t)
  const hasErrors = Object.keys(errors).length > 0
  return (
    <CasePage
      frame={frame}
      title={title}
      errors={hasErrors}
      back={{ href: here, text: (form.one ?? form.title)[locale] }}
    >
      {hasErrors && <ErrorSummary errorList={errorsOf(complaints)} />}
      <h1>{title}</h1>
      <p>{t('cases.records.remove.text')}</p>
      <PostedForm action={`${here}/remove`} version={record.version}>
        <Radios
          name="reason"
          fieldset={{
            legend: {
              text: t('cases.records.remove.why'),
              classes: 'govuk-fieldset__legend--s',
            },
          }}
          errorMessage={complaints['reason']}
          value={value}
          items={removalReasons.map((reason) => ({
            value: reason,
            text: t(`cases.records.reason.${reason}`),
          }))}
        />
        <Button variant="warning" preventDoubleClick>
          {t('cases.records.remove')}
        </Button>
      </PostedForm>
    </CasePage>
  )
}
