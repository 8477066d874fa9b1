import { usePage } from '../page-context.js'

interface HiddenPageProps {
  /** Where the session is opened again. */
  readonly unlockHref: string
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
          <p>
            <small>
              <a href={unlockHref}>{t('hidden.continue')}</a>
            </small>
          </p>
        </main>
      </body>
    </html>
  )
}
