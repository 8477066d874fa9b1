import type { ComponentChildren } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { pageContext, PageProvider, type PageContext } from '../page-context.js'

/** The context of an ordinary page; a test changes what matters to it. */
export const aPageContext = (
  change: Partial<Parameters<typeof pageContext>[0]> = {},
): PageContext =>
  pageContext({
    locale: 'vi',
    csrfToken: 'csrf-token-of-this-session',
    path: '/cases',
    actor: {
      displayName: 'Lê Thị Hạnh',
      position: 'Nhân viên công tác xã hội',
      roles: ['caseworker'],
    },
    nav: [
      { href: '/', label: 'nav.today', current: false },
      { href: '/referrals', label: 'nav.referrals', count: 7, current: false },
      { href: '/cases', label: 'nav.cases', current: true },
    ],
    unread: 0,
    assets: {
      stylesheet: '/assets/main-AAAAAAAA.css',
      plainStylesheet: '/assets/plain-DDDDDDDD.css',
      script: '/assets/main-BBBBBBBB.js',
      icon: '/assets/mark-CCCCCCCC.svg',
      fontSheet: '/assets/fonts-EEEEEEEE.css',
    },
    demo: false,
    ...change,
  })

/** The markup of a component as it stands on a page. */
export const renderPart = (
  part: ComponentChildren,
  context: PageContext = aPageContext(),
): string => renderToString(<PageProvider value={context}>{part}</PageProvider>)
