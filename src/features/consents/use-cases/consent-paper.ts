import { defaultLocale, formatter, isLocale, type Locale } from '../../../platform/i18n/index.js'
import { translate } from '../../../ui/translate.js'
import { tells, type UnitView } from '../../directory/index.js'
import type { ConsentView } from './consent-view.js'

/** What the sheet is made of. */
export interface PaperFacts {
  readonly consent: Pick<
    ConsentView,
    'sections' | 'purposes' | 'consentsToStatistics' | 'givenBy' | 'givenAt' | 'validUntil'
  >
  readonly to: Pick<UnitView, 'name' | 'sector' | 'isHidden'>
  /** Of the unit that has the case: whom the person tells to stop. */
  readonly stopPhone: string | null
}

/** A sheet to be signed, ready to be read. */
export interface PaperText {
  readonly language: Locale
  readonly title: string
  readonly parts: readonly { readonly heading: string; readonly lines: readonly string[] }[]
  /** Where each signs, or leaves a thumbprint. */
  readonly signatures: readonly string[]
}

/**
 * What somebody agreed to, said in the person's language so that whoever finds it learns nothing of
 * what happened: no name of a person, no number of a case, no word for a violence or for a service. The
 * receiving unit is named only where it is in health care and its name says nothing; elsewhere it is
 * "the place we have talked about".
 */
export const consentPaper = (
  { consent, to, stopPhone }: PaperFacts,
  language: Locale,
): PaperText => {
  const t = translate(language)
  const format = formatter(language)
  const isNamed = to.sector === 'health' && !to.isHidden && !tells(to.name)
  const purposes = consent.purposes.filter((purpose) => purpose !== 'reporting')
  const lastInstant = new Date(consent.validUntil.getTime() - 1)
  return {
    language,
    title: t('consents.paper.sheet'),
    parts: [
      {
        heading: t('consents.paper.who'),
        lines: [isNamed ? to.name : t('consents.paper.place')],
      },
      {
        heading: t('consents.paper.what'),
        lines: [
          ...consent.sections.map((section) => t(`consents.paper.section.${section}`)),
          t('consents.paper.nothing-else'),
        ],
      },
      {
        heading: t('consents.paper.what-for'),
        lines: [
          ...purposes.map((purpose) => t(`consents.paper.purpose.${purpose}`)),
          ...(consent.consentsToStatistics ? [t('consents.paper.purpose.reporting')] : []),
        ],
      },
      {
        heading: t('consents.paper.until'),
        lines: [format.date(lastInstant)],
      },
      {
        heading: t('consents.paper.limits'),
        lines: [t('consents.paper.limits.1'), t('consents.paper.limits.2')],
      },
      {
        heading: t('consents.paper.stop'),
        lines: [
          t('consents.paper.stop.text'),
          stopPhone === null
            ? t('consents.paper.stop.giver')
            : t('consents.paper.stop.call', { phone: stopPhone }),
        ],
      },
    ],
    signatures: [
      ...(consent.givenBy.includes('self') ? [t('consents.paper.sign.self')] : []),
      ...(consent.givenBy.includes('representative')
        ? [t('consents.paper.sign.representative')]
        : []),
      t('consents.paper.sign.worker'),
    ],
  }
}

/** The language of the sheet: what was asked for, else the person's own, else that of the country. */
export const paperLanguage = (asked: unknown, own: string | null): Locale =>
  [asked, own].find((one) => isLocale(one)) ?? defaultLocale
