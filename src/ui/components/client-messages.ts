import { usePage } from '../page-context.js'
import type { Sentence } from '../translate.js'
import type { Attributes } from './text.js'

type Wishes = Readonly<Record<string, Sentence | Partial<Record<'one' | 'other', Sentence>>>>

/**
 * Sentences the browser modules of govuk-frontend say, as the `data-i18n.*` attributes they read.
 * The modules speak English by themselves, so English needs none.
 */
export const useClientMessages = (wishes: Wishes): Attributes => {
  const { locale, t } = usePage()
  if (locale === 'en') return {}

  // %{count} is filled in by the browser module.
  const say = (sentence: Sentence) => t(sentence, { count: '%{count}' })
  return Object.fromEntries(
    Object.entries(wishes).flatMap(([key, wish]) =>
      typeof wish === 'string'
        ? [[`data-i18n.${key}`, say(wish)]]
        : Object.entries(wish).map(([plural, sentence]) => [
            `data-i18n.${key}.${plural}`,
            say(sentence),
          ]),
    ),
  )
}
