import { Button, ButtonGroup, Form } from '../../../ui/components/index.js'
import { usePage } from '../../../ui/page-context.js'
import { CasePage, type CaseFrameView } from '../../cases/index.js'
import type { ConsentView } from '../use-cases/consent-view.js'

export interface WithdrawConsentView {
  readonly frame: CaseFrameView
  readonly consent: ConsentView
}

/** What withdrawing would end, before it ends. */
export const WithdrawConsentPage = ({ frame, consent }: WithdrawConsentView) => {
  const { t } = usePage()
  const consents = `/cases/${frame.caseId}/consents`
  return (
    <CasePage
      frame={frame}
      title={t('consents.withdraw.title')}
      back={{ href: consents, text: t('consents.title') }}
    >
      <h1>{t('consents.withdraw.title')}</h1>
      <p>{t('consents.withdraw.effect', { unit: consent.recipientUnitName })}</p>
      <ul class="govuk-list govuk-list--bullet">
        {consent.sections.map((section) => (
          <li>{t(`code.section.${section}`)}</li>
        ))}
      </ul>
      <p>{t('consents.withdraw.rest')}</p>
      <Form action={`${consents}/${consent.id}/withdraw`}>
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
