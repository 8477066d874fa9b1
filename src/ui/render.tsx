import type { ComponentChildren } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { PageProvider, type PageContext } from './page-context.js'

/** The whole document of a page, ready to be sent as `text/html; charset=utf-8`. */
export const renderPage = (page: ComponentChildren, context: PageContext): string =>
  `<!doctype html>${renderToString(<PageProvider value={context}>{page}</PageProvider>)}`
