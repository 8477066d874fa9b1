import { typedList, typedText, type Typed } from '../../../platform/web/form.js'
import {
  Button,
  ButtonGroup,
  Checkboxes,
  ErrorSummary,
  errorsOf,
  Form,
  Textarea,
} from '../../../ui/components/index.js'
import { usePage } from '../../../ui/page-context.js'
import { CasePage, complaintsOf, type CaseFrameView, type FieldErrors } from '../../cases/index.js'
import type { WithdrawalPreview } from '../use-cases/withdraw-consent.js'
import { GoingOn } from './effects.js'

export interface NarrowConsentView {
  readonly frame: CaseFrameView
  readonly preview: WithdrawalPreview
  readonly values: Typed
  readonly errors: FieldErrors
}

/** Takes back a part: what stays ticked stays agreed, the rest closes at once. */
export const NarrowConsentPage = ({ frame, preview, values, errors }: NarrowConsentView) => {
  const { t } = usePage()
  const { consent, effects } = preview
  const consents = `/cases/${frame.caseId}/consents`
  const complaints = complaintsOf(errors, t)
  const hasErrors = Object.keys(errors).length > 0
  return (
    <CasePage
      frame={frame}
      title={t('consents.narrow.title')}
      errors={hasErrors}
      back={{ href: consents, text: t('consents.title') }}
    >
      {hasErrors && <ErrorSummary errorList={errorsOf(complaints, ['keep', 'note'])} />}
      <h1>{t('consents.narrow.title')}</h1>
      <p>{t('consents.narrow.lead', { unit: consent.recipientUnitName })}</p>
      <Form action={`${consents}/${consent.id}/narrow`}>
        <Checkboxes
          name="keep"
          fieldset={{
            legend: {
              text: t('consents.narrow.keep', { unit: consent.recipientUnitName }),
              classes: 'govuk-fieldset__legend--s',
            },
          }}
          hint={t('consents.narrow.keep.hint')}
          errorMessage={complaints['keep']}
          values={typedList(values, 'keep')}
          items={consent.sections.map((section) => ({
            value: section,
            text: t(`code.section.${section}`),
          }))}
        />
        <GoingOn effects={effects} />
        <Textarea
          label={t('consents.withdraw.note')}
          hint={t('consents.withdraw.note.hint')}
          name="note"
          rows={3}
          value={typedText(values, 'note')}
          errorMessage={complaints['note']}
        />
        <ButtonGroup>
          <Button variant="warning" preventDoubleClick>
            {t('consents.narrow.confirm')}
          </Button>
          <Button variant="secondary" href={consents}>
            {t('consents.withdraw.keep')}
          </Button>
        </ButtonGroup>
      </Form>
    </CasePage>
  )
}
