import { typedList, typedText, type Typed } from '../../../platform/web/form.js'
import {
  Button,
  Checkboxes,
  ErrorSummary,
  errorsOf,
  Form,
  InsetText,
  Input,
  Radios,
  Select,
  Textarea,
  WarningText,
} from '../../../ui/components/index.js'
import { usePage } from '../../../ui/page-context.js'
import { CasePage, complaintsOf, type CaseFrameView, type FieldErrors } from '../../cases/index.js'
import { dutyCodes, reportAuthorities } from '../domain/duty-report.js'
import { mandatoryReportSections } from '../domain/legal-basis.js'

export interface NewReportView {
  readonly frame: CaseFrameView
  readonly values: Typed
  readonly errors: FieldErrors
}

// In the order of the page.
const places = [
  ...['duty', 'authority', 'article', 'reason', 'sections', 'facts'],
  ...['personInformed', 'emergency'],
]

/** A report that the law obliges to: to whom, under which law, the required facts and no more. */
export const NewReportPage = ({ frame, values, errors }: NewReportView) => {
  const { t } = usePage()
  const complaints = complaintsOf(errors, t)
  const hasErrors = Object.keys(errors).length > 0
  const legend = (text: string) => ({ legend: { text, classes: 'govuk-fieldset__legend--s' } })
  return (
    <CasePage
      frame={frame}
      title={t('reports-by-duty.new')}
      errors={hasErrors}
      back={{ href: `/cases/${frame.caseId}/consents`, text: t('consents.title') }}
    >
      {hasErrors && <ErrorSummary errorList={errorsOf(complaints, places)} />}
      <h1>{t('reports-by-duty.new')}</h1>
      <p>{t('reports-by-duty.lead')}</p>
      <WarningText>{t('reports-by-duty.tell-first')}</WarningText>
      <Form action={`/cases/${frame.caseId}/reports/new`}>
        <Radios
          name="duty"
          fieldset={legend(t('reports-by-duty.field.duty'))}
          errorMessage={complaints['duty']}
          value={typedText(values, 'duty')}
          items={dutyCodes.map((duty) => ({
            value: duty,
            text: t(`code.duty.${duty}`),
            hint: t(`code.duty-law.${duty}`),
          }))}
        />
        <Select
          label={{ text: t('reports-by-duty.field.authority'), classes: 'govuk-label--s' }}
          name="authority"
          errorMessage={complaints['authority']}
          value={typedText(values, 'authority')}
          items={[
            { value: '', text: t('reports-by-duty.authority.choose') },
            ...reportAuthorities.map((authority) => ({
              value: authority,
              text: t(`code.authority.${authority}`),
            })),
          ]}
        />
        <Input
          label={{ text: t('exceptions.field.article'), classes: 'govuk-label--s' }}
          hint={t('reports-by-duty.article.hint')}
          name="article"
          value={typedText(values, 'article')}
          errorMessage={complaints['article']}
        />
        <Textarea
          label={{ text: t('exceptions.field.reason'), classes: 'govuk-label--s' }}
          hint={t('reports-by-duty.reason.hint')}
          name="reason"
          rows={3}
          value={typedText(values, 'reason')}
          errorMessage={complaints['reason']}
        />
        <Checkboxes
          name="sections"
          fieldset={legend(t('reports-by-duty.field.sections'))}
          hint={t('reports-by-duty.sections.hint')}
          errorMessage={complaints['sections']}
          values={typedList(values, 'sections')}
          items={mandatoryReportSections.map((section) => ({
            value: section,
            text: t(`code.section.${section}`),
          }))}
        />
        <Textarea
          label={{ text: t('reports-by-duty.field.facts'), classes: 'govuk-label--s' }}
          hint={t('reports-by-duty.facts.hint')}
          name="facts"
          rows={5}
          value={typedText(values, 'facts')}
          errorMessage={complaints['facts']}
        />
        <Radios
          name="personInformed"
          fieldset={legend(t('reports-by-duty.field.informed'))}
          errorMessage={complaints['personInformed']}
          value={typedText(values, 'personInformed')}
          items={[
            { value: 'yes', text: t('reports-by-duty.informed.yes') },
            { value: 'no', text: t('reports-by-duty.informed.no') },
          ]}
        />
        <Checkboxes
          name="emergency"
          values={typedList(values, 'emergency')}
          items={[
            {
              value: 'yes',
              text: t('reports-by-duty.emergency'),
              hint: t('reports-by-duty.emergency.hint'),
            },
          ]}
        />
        <InsetText>{t('reports-by-duty.next')}</InsetText>
        <Button preventDoubleClick>{t('reports-by-duty.submit')}</Button>
      </Form>
    </CasePage>
  )
}
