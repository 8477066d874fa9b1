import type { ComponentChildren } from 'preact'
import { usePage } from '../page-context.js'
import { isSentence } from '../translate.js'
import { TitleProvider } from '../typed-form.js'
import { BackLink } from './back-link.js'
import { Breadcrumbs, type Crumb } from './breadcrumbs.js'
import { Document } from './document.js'
import { Footer } from './footer.js'
import { Header } from './header.js'
import { NotificationBanner } from './notification-banner.js'
import { SkipLink } from './skip-link.js'
import { classNames, type Text } from './text.js'

export interface LayoutProps {
  /** Without a name or a detail of a person: it lands in the history of the browser. */
  readonly title: string
  /** Where the page is printed or kept as a file, its title goes along: then without our name. */
  readonly titleStandsAlone?: boolean | undefined
  readonly breadcrumbs?: readonly Crumb[] | undefined
  readonly back?: { readonly href: string; readonly text?: Text } | undefined
  /** Whether the form came back with something to correct; said first in the title. */
  readonly errors?: boolean | undefined
  readonly width?: 'wide' | 'reading' | undefined
  /** The part of the navigation it belongs to, where its address does not tell. */
  readonly within?: string | undefined
  readonly children: ComponentChildren
}

/** A page of the system, with its header, sections and footer. */
export const Layout = ({
  title,
  titleStandsAlone,
  breadcrumbs,
  back,
  errors = false,
  width = 'wide',
  within,
  children,
}: LayoutProps) => {
  const { t, said } = usePage()
  return (
    <Document
      title={errors ? t('app.title-with-errors', { title }) : title}
      titleStandsAlone={titleStandsAlone}
    >
      <SkipLink>{t('app.skip-to-content')}</SkipLink>
      <Header within={within} />
      <div class={classNames('ba-width', 'ba-main', width === 'reading' && 'ba-width--reading')}>
        {breadcrumbs && <Breadcrumbs items={breadcrumbs} />}
        {back && (
          <nav aria-label={t('common.breadcrumb')}>
            <BackLink href={back.href}>{back.text}</BackLink>
          </nav>
        )}
        <main id="content">
          {said !== undefined && said.startsWith('said.') && isSentence(said) && (
            <NotificationBanner type="success">{t(said)}</NotificationBanner>
          )}
          <TitleProvider value={title}>{children}</TitleProvider>
        </main>
      </div>
      <Footer />
    </Document>
  )
}

/** A page for those not signed in; narrow, with nothing to go to. */
export const SignedOutLayout = (props: Omit<LayoutProps, 'breadcrumbs' | 'width'>) => (
  <Layout {...props} width="reading" />
)
