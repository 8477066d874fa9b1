import { usePage } from '../page-context.js'

interface HiddenPageProps {
  /** Where the session is opened again; null where there is none to open. */
  readonly unlockHref: string | null
  /** The day, in the words of the reader: all there is to see. */
  readonly day: string
}

/**
 * What is left when a page is hidden: looks like a fresh browser page, bears neither name, icon nor
 * stylesheet of the system, so that whoever looks over the shoulder finds nothing to ask about.
 */
export const HiddenPage = ({ unlockHref, day }: HiddenPageProps) => {
  const { locale, t } = usePage()
  return (
    <html lang={locale}>
      <head>
        <meta charset="utf-8" />
        <title>{t('hidden.title')}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex, nofollow, noarchive" />
        <meta name="referrer" content="same-origin" />
        <link rel="icon" href="data:," />
      </head>
      <body>
        <main>
          <h1>{day}</h1>
          {unlockHref !== null && (
            <p>
              <small>
                <a href={unlockHref}>{t('hidden.continue')}</a>
              </small>
            </p>
          )}
        </main>
      </body>
    </html>
  )
}
