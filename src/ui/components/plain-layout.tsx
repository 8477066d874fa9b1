import type { ComponentChildren } from 'preact'
import { locales } from '../../platform/i18n/index.js'
import { usePage } from '../page-context.js'

export interface PlainLayoutProps {
  /** Says nothing of what the page is about: it lands in the history of a device that others use. */
  readonly title: string
  readonly errors?: boolean | undefined
  readonly children: ComponentChildren
}

/**
 * A page for somebody without an account, perhaps on an old telephone: one small stylesheet, neither
 * script nor font nor picture, and neither the name nor the mark of the system.
 */
export const PlainLayout = ({ title, errors = false, children }: PlainLayoutProps) => {
  const { locale, t, assets, csrfToken } = usePage()
  return (
    <html lang={locale}>
      <head>
        <meta charset="utf-8" />
        <title>{errors ? t('app.title-with-errors', { title }) : title}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex, nofollow, noarchive" />
        {/* The address is a secret. */}
        <meta name="referrer" content="no-referrer" />
        <meta name="format-detection" content="telephone=no" />
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href={assets.plainStylesheet} />
      </head>
      <body>
        <header>
          <nav aria-label={t('app.languages')}>
            {locales.map((other) => (
              // Relative, so that pages for different addresses are the same to the byte.
              <>
                <a
                  href={`?lang=${other}`}
                  hreflang={other}
                  aria-current={other === locale ? 'true' : undefined}
                >
                  {other.toUpperCase()}
                </a>{' '}
              </>
            ))}
          </nav>
          <form method="post" action="/x/hide">
            <input type="hidden" name="_csrf" value={csrfToken} />
            <button type="submit">{t('app.hide-page')}</button>
          </form>
        </header>
        <main>{children}</main>
      </body>
    </html>
  )
}
