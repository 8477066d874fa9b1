import { locales, type Locale } from '../../../platform/i18n/index.js'
import { Button, Layout, Select, WarningText } from '../../../ui/components/index.js'
import { usePage } from '../../../ui/page-context.js'
import type { PaperText } from '../use-cases/consent-paper.js'

export interface ConsentPaperView {
  readonly caseId: string
  readonly consentId: string
  readonly number: string
  /** Of the sheet, not of the page around it. */
  readonly language: Locale
  /** The person's own language is one of those we write. */
  readonly isTheirOwn: boolean
  readonly text: PaperText
}

/** The sheet to sign, and beside it, not printed, what the worker has to think of. */
export const ConsentPaperPage = (view: ConsentPaperView) => {
  const { t } = usePage()
  const { caseId, consentId, language, isTheirOwn, text } = view
  return (
    <Layout
      title={text.title}
      titleStandsAlone
      width="reading"
      back={{ href: `/cases/${caseId}/consents`, text: t('consents.title') }}
    >
      <div class="ba-no-print">
        <h1 class="govuk-heading-l">{t('consents.paper.title')}</h1>
        <WarningText>{t('consents.paper.ask-first')}</WarningText>
        <p>{t('consents.paper.about')}</p>
        {!isTheirOwn && <p>{t('consents.paper.not-theirs')}</p>}
        <form method="get" action={`/cases/${caseId}/consents/${consentId}/print`}>
          <Select
            label={t('consents.paper.language')}
            name="language"
            value={language}
            items={locales.map((one) => ({ value: one, text: t(`code.language.${one}`) }))}
          />
          <Button variant="secondary">{t('consents.paper.show')}</Button>
        </form>
      </div>
      <ConsentSheet text={text} />
    </Layout>
  )
}

/** The sheet itself. */
export const ConsentSheet = ({
  text: { language, title, parts, signatures },
}: {
  readonly text: PaperText
}) => (
  <div class="ba-paper ba-copy" lang={language}>
    <h2>{title}</h2>
    {parts.map(({ heading, lines }) => (
      <>
        <h3>{heading}</h3>
        <ul class="govuk-list">
          {lines.map((line) => (
            <li>{line}</li>
          ))}
        </ul>
      </>
    ))}
    {signatures.map((who) => (
      <>
        <h3>{who}</h3>
        <span class="ba-paper__blank" />
        <span class="ba-paper__blank" />
      </>
    ))}
  </div>
)
