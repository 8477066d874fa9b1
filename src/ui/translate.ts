import { translator, type Locale, type Translate as TranslateWith } from '../platform/i18n/index.js'
import type { Sentence } from './locales/catalogue.js'
import { en } from './locales/en.js'
import { fr } from './locales/fr.js'
import { vi } from './locales/vi.js'

export type { Sentence } from './locales/catalogue.js'

/** Says a sentence of the catalogue in the reader's language. */
export type Translate = TranslateWith<Sentence>

const speakers: Record<Locale, Translate> = {
  vi: translator(vi, 'vi'),
  en: translator(en, 'en'),
  fr: translator(fr, 'fr'),
}

/** The speaker of a language, for pages, mail and messages alike. */
export const translate = (locale: Locale): Translate => speakers[locale]

/** Whether a text from elsewhere (an error code, say) names a sentence we can say. */
export const isSentence = (key: string): key is Sentence => Object.hasOwn(vi, key)
