import { Injectable } from '@nestjs/common'
import type { FastifyRequest } from 'fastify'
import { h, type VNode } from 'preact'
import { mayEver, type Action } from '../platform/access/decide.js'
import { Config } from '../platform/config/config.js'
import { Transactions } from '../platform/database/transactions.js'
import {
  draftParameter,
  FormDrafts,
  formFields,
  withoutDraft,
  type FormDraft,
} from '../platform/web/form-drafts.js'
import { Pages, type Trouble } from '../platform/web/page.js'
import { DeskCount } from '../platform/web/desk-count.js'
import type { SignedIn } from '../platform/web/signed-in.js'
import { UnreadCount } from '../platform/web/unread-count.js'
import type { Assets } from './assets.js'
import { ErrorPage } from './components/index.js'
import { pageContext, type NavItem, type PageContext, type PostedForm } from './page-context.js'
import { renderPage } from './render.js'
import { translate, type Sentence } from './translate.js'

const navigation = [
  { href: '/today', label: 'nav.today', action: 'today.read' },
  { href: '/referrals', label: 'nav.referrals', action: 'referral.list' },
  { href: '/cases', label: 'nav.cases', action: 'case.list' },
  { href: '/approvals', label: 'nav.approvals', action: 'exception.list' },
  { href: '/teams', label: 'nav.teams', action: 'team.list' },
  { href: '/escalations', label: 'nav.escalations', action: 'escalation.read' },
  { href: '/directory', label: 'nav.directory', action: 'directory.read' },
  { href: '/reports', label: 'nav.reports', action: 'report.read' },
  { href: '/audit', label: 'nav.audit', action: 'audit.read' },
  { href: '/admin/dead-letters', label: 'nav.deliveries', action: 'delivery.watch' },
  { href: '/admin/forms', label: 'nav.forms', action: 'form.extend' },
  { href: '/admin/places', label: 'nav.places', action: 'place.oversee' },
] as const satisfies readonly { href: string; label: Sentence; action: Action }[]

/** What waits for the reader: numbers beside the navigation, and what they began here. */
interface Waiting {
  readonly unread: number
  readonly atTheDesk: number
  /** What was begun on this page. */
  readonly drafts: readonly FormDraft[]
}

const nothing: Waiting = { unread: 0, atTheDesk: 0, drafts: [] }

/** The built files this process serves. */
export class AssetsInUse {
  constructor(readonly current: Assets) {}
}

/** Renders pages for the reader of a request: language, navigation, unread count, tokens. */
@Injectable()
export class PagesInTheReadersLanguage extends Pages {
  constructor(
    private readonly config: Config,
    private readonly transactions: Transactions,
    private readonly unread: UnreadCount,
    private readonly desk: DeskCount,
    private readonly drafts: FormDrafts,
    private readonly assets: AssetsInUse,
  ) {
    super()
  }

  async render(request: FastifyRequest, element: VNode): Promise<string> {
    const { signedIn } = request
    const waiting = isInside(signedIn) ? await this.waitingFor(signedIn, request) : nothing
    return renderPage(element, this.context(request, signedIn, waiting))
  }

  // A page about trouble asks the database for nothing: it may be the trouble.
  async trouble(
    request: FastifyRequest,
    trouble: Trouble,
    details: Parameters<Pages['trouble']>[2],
  ): Promise<string> {
    const context = this.context(request, request.signedIn ?? null, nothing)
    const { code, facts, kept, onward, ...rest } = details
    const message = code === undefined ? undefined : this.say(request, code, facts ?? {})
    const ways = { keptHref: kept, onwardHref: onward }
    return renderPage(h(ErrorPage, { kind: trouble, message, ...ways, ...rest }), context)
  }

  say(request: FastifyRequest, code: string, facts: Record<string, string | number>): string {
    // Codes of errors are keys of sentences; a test walks all error classes.
    return translate(request.locale)(code as Sentence, facts)
  }

  private waitingFor({ actor }: SignedIn, request: FastifyRequest): Promise<Waiting> {
    return this.transactions.run(actor, async () => {
      const [unread, atTheDesk, drafts] = await Promise.all([
        this.unread.of(actor.workerId),
        mayEver(actor, 'referral.list') ? this.desk.ofUnit(actor.unitId) : 0,
        // A form that came back is what was typed last.
        request.method === 'GET' ? this.drafts.onPage(actor, withoutDraft(request.url)) : [],
      ])
      return { unread, atTheDesk, drafts }
    })
  }

  private context(
    request: FastifyRequest,
    signedIn: SignedIn | null,
    { unread, atTheDesk, drafts }: Waiting,
  ): PageContext {
    const said = request.cookies['said']
    return pageContext({
      locale: request.locale,
      csrfToken: signedIn?.csrfToken ?? '',
      path: request.url,
      page: pageBehind(request),
      drafts,
      openDraft: new URL(request.url, 'http://here').searchParams.get(draftParameter) ?? undefined,
      posted: postedIn(request),
      actor: isInside(signedIn) ? { ...signedIn, roles: signedIn.actor.roles } : null,
      nav: isInside(signedIn) ? navigationFor(signedIn, request.url, atTheDesk) : [],
      unread,
      assets: this.assets.current,
      hasFonts: request.cookies['fonts'] === fontsCookie(this.assets.current),
      demo: this.config.DEMO,
      idleMinutes: signedIn === null ? undefined : this.config.IDLE_MINUTES,
      timeZone: signedIn?.timeZone,
      ...(said === undefined ? {} : { said }),
    })
  }
}

// Written by the browser module: which letters it has fetched.
const fontsCookie = ({ fontSheet }: Assets): string => fontSheet.replace(/^.*fonts-|\.css$/g, '')

const fieldIn = ({ body }: FastifyRequest, name: string): string => {
  const value: unknown =
    typeof body === 'object' && body !== null ? Reflect.get(body, name) : undefined
  return typeof value === 'string' ? value : ''
}

// The answer to a form stands at the form's address, which often cannot be opened.
const pageBehind = (request: FastifyRequest): string => {
  const page = fieldIn(request, formFields.page)
  const isAnswer = request.method === 'POST' && page.startsWith('/')
  return withoutDraft(isAnswer ? page : request.url)
}

const postedIn = (request: FastifyRequest): PostedForm | undefined =>
  request.method === 'POST'
    ? { action: request.url, key: fieldIn(request, formFields.key) }
    : undefined

// Behind the lock, and before the code of conduct is accepted, there is nowhere to go.
const isInside = (signedIn: SignedIn | null): signedIn is SignedIn =>
  signedIn !== null && !signedIn.locked && signedIn.acceptsConduct

const navigationFor = ({ actor }: SignedIn, path: string, atTheDesk: number): NavItem[] =>
  navigation
    .filter(({ action }) => mayEver(actor, action))
    .map(({ href, label }) => ({
      href,
      label,
      ...(href === '/referrals' ? { count: atTheDesk } : {}),
      current: path === href || path.startsWith(`${href}/`) || path.startsWith(`${href}?`),
    }))
