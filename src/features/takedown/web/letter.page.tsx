import { formatter, locales, type Locale } from '../../../platform/i18n/index.js'
import { InsetText, inWords, Layout, WarningText } from '../../../ui/components/index.js'
import { usePage } from '../../../ui/page-context.js'
import { translate } from '../../../ui/translate.js'
import type { TakedownLetter } from '../use-cases/read-takedowns.js'
import { takedownPath } from './takedown.pages.js'

export const letterPurposes = ['removal', 'preservation', 'both'] as const
export type LetterPurpose = (typeof letterPurposes)[number]

export interface LetterView extends TakedownLetter {
  /** The language of the letter, which need not be the reader's. */
  readonly language: Locale
  readonly purpose: LetterPurpose
}

/**
 * What a platform is written: where it is, on what basis, how to reach the unit, and the number of the
 * request. Neither the number of the case nor anything about the person.
 */
export const LetterPage = (view: LetterView) => {
  const { t } = usePage()
  const { frame, takedown, target, unit, language, purpose, writtenAt } = view
  const path = `${takedownPath(frame.caseId)}/${takedown.id}`
  const say = translate(language)
  const format = formatter(language)
  const asksRemoval = purpose !== 'preservation'
  const asksKeeping = purpose !== 'removal'
  const title = t('takedown.letter.title', { number: takedown.number })
  const platform = takedown.platformName ?? say(`takedown.platform.${takedown.platform}`)
  return (
    <Layout
      title={title}
      width="reading"
      back={{ href: path, text: t('takedown.one', { number: takedown.number }) }}
    >
      <div class="ba-no-print">
        <h1 class="govuk-heading-l">{inWords(title)}</h1>
        <p>{t('takedown.letter.how')}</p>
        <WarningText>{t('takedown.letter.care')}</WarningText>
        <ul class="govuk-list">
          {letterPurposes.flatMap((other) =>
            locales.map((locale) => (
              <li>
                {other === purpose && locale === language ? (
                  <strong>
                    {t(`takedown.letter.${other}`)}, {t(`takedown.letter.in.${locale}`)}
                  </strong>
                ) : (
                  <a class="govuk-link" href={`${path}/letter?for=${other}&language=${locale}`}>
                    {t(`takedown.letter.${other}`)}, {t(`takedown.letter.in.${locale}`)}
                  </a>
                )}
              </li>
            )),
          )}
        </ul>
        <InsetText>{t('takedown.never-look')}</InsetText>
      </div>
      <div class="ba-paper" lang={language}>
        <p>{say('takedown.letter.to', { platform })}</p>
        <h2>{say(`takedown.letter.subject.${purpose}`, { number: takedown.number })}</h2>
        <p>{say('takedown.letter.who', { unit: unit.name, agency: unit.agencyName })}</p>
        {takedown.takenUnder18 !== 'no' && <p>{say('takedown.letter.child')}</p>}
        {asksKeeping && (
          <p>
            {takedown.preserveUntil === null
              ? say('takedown.letter.keep')
              : say('takedown.letter.keep-until', {
                  date: format.date(takedown.preserveUntil),
                })}
          </p>
        )}
        {asksRemoval && <p>{say('takedown.letter.remove')}</p>}
        <p>
          {say(`takedown.kind.${takedown.kind}`)}:<br />
          <span class="ba-written">{target}</span>
        </p>
        {takedown.bases.length > 0 && asksRemoval && (
          <p>
            {say('takedown.letter.basis')}{' '}
            {format.list(takedown.bases.map((basis) => say(`takedown.basis.${basis}`)))}
          </p>
        )}
        {takedown.preservationBasis !== null && asksKeeping && (
          <p>
            {say('takedown.letter.keep-basis')}{' '}
            {say(`takedown.basis.${takedown.preservationBasis}`)}
          </p>
        )}
        {takedown.reference !== null && (
          <p>{say('takedown.letter.reference', { reference: takedown.reference })}</p>
        )}
        <p>{say('takedown.letter.quiet')}</p>
        <p>{say('takedown.letter.answer', { number: takedown.number })}</p>
        <p>
          {unit.name}, {unit.agencyName}
          <br />
          {say('takedown.letter.phone')}: {unit.phone ?? <span class="ba-paper__blank" />}
          <br />
          {say('takedown.letter.mail')}: <span class="ba-paper__blank" />
        </p>
        <p>{format.date(writtenAt)}</p>
      </div>
    </Layout>
  )
}
