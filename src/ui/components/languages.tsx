import { locales, type Locale } from '../../platform/i18n/index.js'
import { usePage } from '../page-context.js'

const withLanguage = (path: string, locale: Locale): string => {
  // Only path and query are kept; the host is there because URL wants one.
  const { pathname, searchParams } = new URL(path, 'http://here')
  searchParams.set('lang', locale)
  // `/.//host` becomes `//host`, which would lead to another site.
  return `${pathname.replace(/^\/+/, '/')}?${searchParams}`
}

const nameOf = (locale: Locale): string =>
  new Intl.DisplayNames(locale, { type: 'language' }).of(locale) ?? locale

const names = Object.fromEntries(locales.map((locale) => [locale, nameOf(locale)]))

/** The same page in another language. */
export const Languages = () => {
  const { locale: current, path, t } = usePage()
  return (
    <nav aria-label={t('app.languages')}>
      <ul class="ba-languages">
        {locales.map((locale) => (
          <li>
            <a
              href={withLanguage(path, locale)}
              lang={locale}
              hreflang={locale}
              rel="nofollow"
              aria-current={locale === current ? 'true' : undefined}
            >
              {locale.toUpperCase()}
              <span class="govuk-visually-hidden"> {names[locale]}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
