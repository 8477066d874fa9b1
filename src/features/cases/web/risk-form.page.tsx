import { typedText, type Typed } from '../../../platform/web/form.js'
import { Button, ErrorSummary, errorsOf, Form, Radios } from '../../../ui/components/index.js'
import { usePage } from '../../../ui/page-context.js'
import { riskLevels } from '../domain/risk.js'
import { CasePage, type CaseFrameView } from './case-frame.js'
import { complaintsOf, type FieldErrors } from './complaints.js'

export interface RiskFormView {
  readonly frame: CaseFrameView
  readonly version: number
  readonly values: Typed
  readonly errors: FieldErrors
}

/** Says anew how great the risk is. */
export const RiskFormPage = ({ frame, version, values, errors }: RiskFormView) => {
  const { t } = usePage()
  const title = t('cases.risk.form')
  const complaints = complaintsOf(errors, t)
  const hasErrors = Object.keys(errors).length > 0
  return (
    <CasePage
      frame={frame}
      title={title}
      errors={hasErrors}
      back={{ href: `/cases/${frame.caseId}`, text: frame.number ?? t('common.back') }}
    >
      {hasErrors && <ErrorSummary errorList={errorsOf(complaints)} />}
      <h1>{title}</h1>
      <Form action={`/cases/${frame.caseId}/risk`} version={version}>
        <Radios
          name="riskLevel"
          fieldset={{ legend: title }}
          hint={t('cases.intake.risk.hint')}
          errorMessage={complaints['riskLevel']}
          value={typedText(values, 'riskLevel')}
          items={[...riskLevels]
            .reverse()
            .map((level) => ({ value: level, text: t(`code.risk.${level}`) }))}
        />
        <Radios
          name="immediateDanger"
          fieldset={{ legend: t('cases.intake.immediate-danger') }}
          errorMessage={complaints['immediateDanger']}
          value={typedText(values, 'immediateDanger')}
          classes="govuk-radios--inline"
          items={[
            { value: 'yes', text: t('common.yes') },
            { value: 'no', text: t('common.no') },
          ]}
        />
        <Button preventDoubleClick>{t('common.save')}</Button>
      </Form>
    </CasePage>
  )
}
