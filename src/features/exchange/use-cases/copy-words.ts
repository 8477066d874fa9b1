import { formatter, type Locale } from '../../../platform/i18n/index.js'
import { translate, type Translate } from '../../../ui/translate.js'
import { emergencyPhones, type PersonsCopy } from '../domain/persons-copy.js'

/** A sheet for the person, ready to be read. */
export interface CopyText {
  readonly language: Locale
  readonly title: string
  readonly parts: readonly { readonly heading: string; readonly lines: readonly string[] }[]
}

const weekdays = [1, 2, 3, 4, 5, 6, 7] as const

/** Says the copy in the person's language, the same on paper and for other systems. */
export const copyWords = (copy: PersonsCopy, language: Locale): CopyText => {
  const t = translate(language)
  return {
    language,
    title: t('exchange.copy.sheet.title'),
    parts: [
      { heading: t('exchange.copy.where'), lines: whereTo(t, copy) },
      { heading: t('exchange.copy.when'), lines: when(t, language, copy) },
      { heading: t('exchange.copy.ask-for'), lines: whomToAsk(t, copy) },
      { heading: t('exchange.copy.bring'), lines: [t('exchange.copy.bring.text')] },
      {
        heading: t('exchange.copy.stop'),
        lines: [
          t('exchange.copy.stop.text'),
          copy.stopPhone === null
            ? t('exchange.copy.stop.giver')
            : t('exchange.copy.stop.call', { phone: copy.stopPhone }),
        ],
      },
      {
        heading: t('exchange.copy.emergency'),
        lines: emergencyPhones.map((phone) => t(`exchange.copy.emergency.${phone}`)),
      },
    ],
  }
}

const whereTo = (t: Translate, { place, phone }: PersonsCopy): string[] => [
  place.name ?? t(`exchange.copy.place.${place.kind}`),
  ...(place.commune === null ? [] : [place.commune]),
  ...(phone === null ? [] : [t('exchange.copy.where.call')]),
]

const when = (
  t: Translate,
  language: Locale,
  { appointmentAt, hours, timeZone, phone }: PersonsCopy,
): string[] => [
  appointmentAt === null
    ? t(phone === null ? 'exchange.copy.when.ask' : 'exchange.copy.when.call-first')
    : formatter(language, timeZone).dayAndTime(appointmentAt),
  ...(hours.kind === 'always'
    ? [t('directory.always-open')]
    : weekdays.flatMap((weekday) => {
        const spans = hours.spans.filter((span) => span.weekday === weekday)
        if (spans.length === 0) return []
        const open = spans.map(({ from, to }) => `${from}–${to}`).join(', ')
        return [`${t(`directory.weekday.${weekday}`)}: ${open}`]
      })),
]

const whomToAsk = (t: Translate, { askFor, phone }: PersonsCopy): string[] => [
  ...(askFor === null ? [] : [askFor]),
  phone === null ? t('exchange.copy.ask-for.giver') : t('exchange.copy.ask-for.phone', { phone }),
]
