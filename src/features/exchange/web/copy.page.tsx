import { locales, type Locale } from '../../../platform/i18n/index.js'
import { Button, Layout, Select, WarningText } from '../../../ui/components/index.js'
import { usePage } from '../../../ui/page-context.js'
import type { CopyText } from '../use-cases/copy-words.js'

export interface CopyView {
  readonly referralId: string
  readonly number: string
  /** Of the sheet, not of the page around it. */
  readonly language: Locale
  /** The person's own language is one of those we write. */
  readonly isTheirOwn: boolean
  readonly text: CopyText
}

/** The sheet that the person takes away, and beside it, not printed, what the worker has to think of. */
export const CopyPage = ({ referralId, number, language, isTheirOwn, text }: CopyView) => {
  const { t } = usePage()
  return (
    <Layout
      title={text.title}
      titleStandsAlone
      width="reading"
      back={{ href: `/referrals/${referralId}`, text: t('referrals.one.title', { number }) }}
    >
      <div class="ba-no-print">
        <h1 class="govuk-heading-l">{t('exchange.copy.title')}</h1>
        <WarningText>{t('exchange.copy.ask-first')}</WarningText>
        <p>{t('exchange.copy.what')}</p>
        <p>{t('exchange.copy.how')}</p>
        {!isTheirOwn && <p>{t('exchange.copy.language.not-theirs')}</p>}
        <form method="get" action={`/referrals/${referralId}/copy`}>
          <Select
            label={t('exchange.copy.language')}
            name="language"
            value={language}
            items={locales.map((one) => ({ value: one, text: t(`code.language.${one}`) }))}
          />
          <Button variant="secondary">{t('exchange.copy.language.show')}</Button>
        </form>
      </div>
      <CopySheet text={text} />
    </Layout>
  )
}

/** The sheet itself. */
export const CopySheet = ({ text: { language, title, parts } }: { readonly text: CopyText }) => (
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
  </div>
)
