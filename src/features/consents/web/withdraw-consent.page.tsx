import { typedText, type Typed } from '../../../platform/web/form.js'
import {
  Button,
  ButtonGroup,
  ErrorSummary,
  errorsOf,
  Form,
  Radios,
  Textarea,
} from '../../../ui/components/index.js'
import { usePage } from '../../../ui/page-context.js'
import { CasePage, complaintsOf, type CaseFrameView, type FieldErrors } from '../../cases/index.js'
import { withdrawalReasons } from '../domain/withdrawal.js'
import type { WithdrawalPreview } from '../use-cases/withdraw-consent.js'
import { Effects } from './effects.js'

export interface WithdrawConsentView {
  readonly frame: CaseFrameView
  readonly preview: WithdrawalPreview
  readonly values: Typed
  readonly errors: FieldErrors
}

/** What withdrawing would end, before it ends. */
export const WithdrawConsentPage = ({ frame, preview, values, errors }: WithdrawConsentView) => {
  const { t } = usePage()
  const { consent, effects, team } = preview
  const consents = `/cases/${frame.caseId}/consents`
  const complaints = complaintsOf(errors, t)
  const hasErrors = Object.keys(errors).length > 0
  return (
    <CasePage
      frame={frame}
      title={t('consents.withdraw.title')}
      errors={hasErrors}
      back={{ href: consents, text: t('consents.title') }}
    >
      {hasErrors && <ErrorSummary errorList={errorsOf(complaints, ['reason', 'note'])} />}
      <h1>{t('consents.withdraw.title')}</h1>
      <p>{t('consents.withdraw.effect', { unit: consent.recipientUnitName })}</p>
      <ul class="govuk-list govuk-list--bullet">
        {consent.sections.map((section) => (
          <li>{t(`code.section.${section}`)}</li>
        ))}
      </ul>
      <Effects effects={effects} />
      {team !== null && (
        <p>{t(`consents.effect.team.${team}`, { unit: consent.recipientUnitName })}</p>
      )}
      <p>{t('consents.withdraw.rest')}</p>
      {consent.isLive && consent.legalBasis === 'consent' && consent.sections.length > 1 && (
        <p>
          <a class="govuk-link" href={`${consents}/${consent.id}/narrow`}>
            {t('consents.narrow.instead')}
          </a>
        </p>
      )}
      <Form action={`${consents}/${consent.id}/withdraw`}>
        <Radios
          name="reason"
          fieldset={{
            legend: {
              text: t('consents.withdraw.reason'),
              classes: 'govuk-fieldset__legend--s',
            },
          }}
          errorMessage={complaints['reason']}
          value={typedText(values, 'reason')}
          items={withdrawalReasons.map((reason) => ({
            value: reason,
            text: t(`code.withdrawal.${reason}`),
          }))}
        />
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
            {t('consents.withdraw.confirm')}
          </Button>
          <Button variant="secondary" href={consents}>
            {t('consents.withdraw.keep')}
          </Button>
        </ButtonGroup>
      </Form>
    </CasePage>
  )
}
