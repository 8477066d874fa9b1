import { createContext, type ComponentChildren } from 'preact'
import { useContext } from 'preact/hooks'
import { formatter, type Format, type Locale } from '../platform/i18n/index.js'
import type { FormDraft } from '../platform/web/form-drafts.js'
import type { Assets } from './assets.js'
import { translate, type Sentence, type Translate } from './translate.js'

/** The person at work, as the header names them. */
export interface PageActor {
  readonly displayName: string
  readonly position: string
  readonly roles: readonly string[]
}

export interface NavItem {
  readonly href: string
  readonly label: Sentence
  readonly count?: number | undefined
  readonly current: boolean
}

/** What every page needs to know about the request it answers. */
export interface PageContext {
  readonly locale: Locale
  readonly t: Translate
  readonly format: Format
  readonly csrfToken: string
  /** The path asked for, with its query, without the host. */
  readonly path: string
  /** Where the page is opened, without a draft; also where it is the answer to a form. */
  readonly page: string
  /** What the reader began on this page and did not send. */
  readonly drafts: readonly FormDraft[]
  /** The draft the page is opened with. */
  readonly openDraft?: string | undefined
  readonly posted?: PostedForm | undefined
  readonly actor: PageActor | null
  readonly nav: readonly NavItem[]
  readonly unread: number
  readonly assets: Assets
  /** The browser has our letters already. Until then it uses those of its system. */
  readonly hasFonts?: boolean | undefined
  readonly demo: boolean
  /** Minutes without a sign of life after which the browser asks for the lock page. */
  readonly idleMinutes?: number | undefined
  /** Key of the sentence about what was just done, shown once; whatever else it is, is not shown. */
  readonly said?: string | undefined
}

/** A form that was sent and whose page is shown again. */
export interface PostedForm {
  readonly action: string
  readonly key: string
}

type Request = Omit<PageContext, 't' | 'format' | 'page' | 'drafts'> &
  Partial<Pick<PageContext, 'page' | 'drafts'>> & { readonly timeZone?: string | undefined }

/** Adds the speaker and the format of the reader's language to what is known of the request. */
export const pageContext = ({ timeZone, ...request }: Request): PageContext => ({
  ...request,
  page: request.page ?? request.path,
  drafts: request.drafts ?? [],
  t: translate(request.locale),
  format: formatter(request.locale, timeZone),
})

const Context = createContext<PageContext | null>(null)

/** Makes the context of the request known to everything below. */
export const PageProvider = (props: { value: PageContext; children: ComponentChildren }) => (
  <Context.Provider value={props.value}>{props.children}</Context.Provider>
)

/** The context of the request a page answers. */
export const usePage = (): PageContext => {
  const context = useContext(Context)
  if (context === null) throw new Error('A component was rendered outside a page')
  return context
}
