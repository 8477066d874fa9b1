export { defaultLocale, isLocale, locales, negotiateLocale, type Locale } from './locale.js'
export { formatter, type Format, type Moment } from './format.js'
export { translator, type MessageValues, type Translate } from './translator.js'
export type { Words } from './words.js'
