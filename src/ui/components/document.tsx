import type { ComponentChildren } from 'preact'
import { usePage } from '../page-context.js'
import { classNames } from './text.js'

interface DocumentProps {
  /** What the page is about, without a name or a detail of a person: it lands in the history. */
  readonly title: string
  readonly titleStandsAlone?: boolean | undefined
  readonly bodyClasses?: string | undefined
  readonly children: ComponentChildren
}

/** The document around a page: language, title, stylesheet and script. */
export const Document = ({
  title,
  titleStandsAlone = false,
  bodyClasses,
  children,
}: DocumentProps) => {
  const { locale, t, assets, actor, idleMinutes, hasFonts } = usePage()
  return (
    <html lang={locale} class="govuk-template">
      <head>
        <meta charset="utf-8" />
        <title>{titleStandsAlone ? title : `${title} – ${t('app.name')}`}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="robots" content="noindex, nofollow, noarchive" />
        {/* Nothing to other sites. Without any, Chromium would send our forms with `Origin: null`. */}
        <meta name="referrer" content="same-origin" />
        <meta name="format-detection" content="telephone=no" />
        <link rel="icon" type="image/svg+xml" href={assets.icon} />
        <link rel="stylesheet" href={assets.stylesheet} />
        {hasFonts && <link rel="stylesheet" href={assets.fontSheet} />}
        <script
          type="module"
          src={assets.script}
          data-fonts={hasFonts ? undefined : assets.fontSheet}
        />
      </head>
      <body
        class={classNames('govuk-template__body ba-body', bodyClasses)}
        data-idle-minutes={actor === null ? undefined : idleMinutes}
      >
        {children}
      </body>
    </html>
  )
}
