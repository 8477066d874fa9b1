import { Card, Layout, PageHeader } from '../ui/components/index.js'
import { usePage } from '../ui/page-context.js'

const steps = ['help.work.1', 'help.work.2', 'help.work.3', 'help.work.4', 'help.work.5'] as const

/** How the work goes, who sees what, and whom to call. */
export const HelpPage = () => {
  const { t } = usePage()
  return (
    <Layout title={t('help.title')} width="reading">
      <PageHeader title={t('help.title')} />
      <Card title={t('help.danger.title')}>
        <p class="govuk-body">{t('help.danger.text')}</p>
      </Card>
      <Card title={t('help.work.title')}>
        <ol class="govuk-list govuk-list--number">
          {steps.map((step) => (
            <li key={step}>{t(step)}</li>
          ))}
        </ol>
      </Card>
      <p class="govuk-body">
        <a class="govuk-link" href="/help/glossary">
          {t('glossary.link')}
        </a>
      </p>
      <Card title={t('help.seen.title')}>
        <p class="govuk-body">{t('help.seen.text')}</p>
      </Card>
      <Card title={t('help.hide.title')}>
        <p class="govuk-body">{t('help.hide.text')}</p>
      </Card>
      <Card title={t('help.account.title')}>
        <p class="govuk-body">{t('help.account.text')}</p>
      </Card>
    </Layout>
  )
}

/** What works for whom, and what does not yet. */
export const AccessibilityPage = () => {
  const { t } = usePage()
  return (
    <Layout title={t('accessibility.title')} width="reading">
      <PageHeader title={t('accessibility.title')} />
      <p class="govuk-body">{t('accessibility.text')}</p>
      <h2 class="govuk-heading-m">{t('accessibility.limits.title')}</h2>
      <p class="govuk-body">{t('accessibility.limits.text')}</p>
    </Layout>
  )
}
