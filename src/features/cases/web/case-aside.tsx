import { Card, Masked, StatusTag, SummaryList } from '../../../ui/components/index.js'
import { usePage } from '../../../ui/page-context.js'
import type { CaseView } from './case.view.js'
import { phraseOf } from './word-list.js'

/** What goes along with a case: what was agreed to, and its key facts. */
export const CaseAside = (view: CaseView) => (
  <>
    <ConsentCard {...view} />
    <KeyFacts {...view} />
  </>
)

const ConsentCard = ({ consent, row, mayChange }: CaseView) => {
  const { t, format } = usePage()
  if (consent === null) {
    return (
      <Card title={t('cases.consent')} size="small">
        <p>{t('cases.consent.none')}</p>
        {mayChange && (
          <a class="govuk-link" href={`/cases/${row.id}/consents/new`}>
            {t('cases.consent.record')}
          </a>
        )}
      </Card>
    )
  }
  return (
    <Card
      title={t('cases.consent')}
      size="small"
      tag={<StatusTag tone="good">{t('cases.consent.live')}</StatusTag>}
    >
      <SummaryList
        classes="govuk-summary-list--no-border"
        rows={[
          { key: t('cases.consent.recipient'), value: consent.unitName },
          {
            key: t('cases.consent.allows'),
            value: phraseOf(
              format,
              consent.sections.map((section) => t(`code.section.${section}`)),
            ),
          },
          { key: t('cases.consent.until'), value: lastDay(consent.validUntil, format.date) },
        ]}
      />
      <a class="govuk-link" href={`/cases/${row.id}/consents`}>
        {t('cases.consent.see')}
      </a>
    </Card>
  )
}

// It ends with the first instant that it no longer covers: the day before is its last.
const lastDay = (validUntil: Date, date: (at: Date) => string): string =>
  date(new Date(validUntil.getTime() - 1))

const KeyFacts = ({ row, name, place, incidentTypes, mayChange }: CaseView) => {
  const { t } = usePage()
  return (
    <Card title={t('cases.facts')} size="small">
      <SummaryList
        classes="govuk-summary-list--no-border"
        rows={[
          {
            key: t('cases.field.name'),
            value: (
              <Masked
                label={t('cases.name.label')}
                value={name === null ? t('cases.name.unknown') : name}
                revealAction={`/cases/${row.id}/name`}
              />
            ),
          },
          {
            key: t('cases.list.incident'),
            value: incidentTypes.map((type) => t(`code.incident.${type}`)).join('; '),
          },
          { key: t('cases.field.language'), value: t(`code.language.${row.language}`) },
          { key: t('cases.facts.place'), value: place ?? t('common.not-recorded') },
          { key: t('cases.facts.unit'), value: row.unitName },
        ]}
      />
      <ul class="govuk-list">
        {mayChange && (
          <>
            <li>
              <a class="govuk-link" href={`/cases/${row.id}/sections/safety/risk-assessment`}>
                {t('cases.facts.assess-risk')}
              </a>
            </li>
            <li>
              <a class="govuk-link" href={`/cases/${row.id}/risk`}>
                {t('cases.facts.change-risk')}
              </a>
            </li>
          </>
        )}
        {incidentTypes.length > 0 && (
          <li>
            <a class="govuk-link" href={`/cases/${row.id}/takedown`}>
              {t('cases.takedown')}
            </a>
          </li>
        )}
      </ul>
    </Card>
  )
}
