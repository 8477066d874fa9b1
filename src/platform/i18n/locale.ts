/** The languages people work in, the first being the one of the country. */
export const locales = ['vi', 'en', 'fr'] as const

export type Locale = (typeof locales)[number]

export const defaultLocale: Locale = 'vi'

/** Whether a value from outside (cookie, query) names a language we speak. */
export const isLocale = (value: unknown): value is Locale =>
  locales.some((locale) => locale === value)

interface Wish {
  readonly cookie?: string | undefined
  readonly acceptLanguage?: string | undefined
}

/** The reader's own choice (cookie) first, then the browser's wishes by weight (RFC 9110, 12.5.4). */
export const negotiateLocale = ({ cookie, acceptLanguage }: Wish): Locale => {
  if (isLocale(cookie)) return cookie
  return wishedLanguages(acceptLanguage ?? '').find(isLocale) ?? defaultLocale
}

const wishedLanguages = (header: string): string[] =>
  header
    .split(',')
    .map((range) => {
      const [tag = '', ...parameters] = range.trim().toLowerCase().split(';')
      const quality = parameters
        .map((parameter) => /^\s*q=([01](?:\.\d{0,3})?)\s*$/.exec(parameter)?.[1])
        .find((value) => value !== undefined)
      return {
        language: tag.trim().split('-')[0] ?? '',
        weight: quality === undefined ? 1 : Number(quality),
      }
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .map(({ language }) => language)
