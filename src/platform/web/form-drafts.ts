import type { FastifyRequest } from 'fastify'
import type { WorkerActor } from '../access/actor.js'
import type { Typed } from './form.js'

/** What somebody typed into a form of a page and has not sent yet. */
export interface FormDraft {
  readonly id: string
  /** The key of the form as it stood on the page; sent under it, its deed is done once. */
  readonly formKey: string
  /** Where the form is sent to. */
  readonly action: string
  /** The version of what it changes, as it was when the form was opened; null where it has none. */
  readonly version: string | null
  readonly typed: Typed
  readonly begunAt: Date
}

/** What is known so far of a form that stretches over several pages. */
export interface GatheredForm {
  /** Where it is gone on with. */
  readonly page: string
  /** Names nobody. */
  readonly title: string
  readonly typed: Typed
}

/** Whose page a form came from. */
export interface FormAuthor {
  readonly workerId: string
  /** Null where the session is over: then nobody is signed in, and yet we know whose page it was. */
  readonly actor: WorkerActor | null
}

/** Keeps what is typed until it is sent; the drafts feature knows how. */
export abstract class FormDrafts {
  /** What the actor has begun on a page, newest first. Inside the actor's open transaction. */
  abstract onPage(actor: WorkerActor, page: string): Promise<readonly FormDraft[]>

  /**
   * Keeps the form a request carries, in a transaction of its own.
   * @returns the address at which it can be gone on with, or null when there was nothing to keep
   */
  abstract keep(author: FormAuthor, request: FastifyRequest): Promise<string | null>

  /** The form was sent, and did its deed. Inside the transaction of the deed. */
  abstract sent(actor: WorkerActor, formKey: string): Promise<void>

  /**
   * Keeps what was gathered on the way through a form of several pages, under the key with which it is
   * sent at last. @returns false where that has been done. Inside the actor's open transaction.
   */
  abstract gather(actor: WorkerActor, formKey: string, gathered: GatheredForm): Promise<boolean>

  /** What was gathered so far; null where nothing was, or it was sent. Inside an open transaction. */
  abstract gathered(actor: WorkerActor, formKey: string): Promise<Typed | null>

  /** Forgets what nobody went on with. Inside an open transaction of the service. */
  abstract forgetOld(now: Date): Promise<void>
}

/** The parameter that names the draft a page is opened with. */
export const draftParameter = 'draft'

/** Fields of a form that are about the form itself. */
export const formFields = {
  csrf: '_csrf',
  key: '_idempotency',
  version: '_version',
  /** Key of the form whose answers are looked over on this page before they are sent. */
  before: '_before',
  /** Address of the page the form stands on: what was typed is offered there again. */
  page: '_page',
  /** Title of that page. Only forms in which something can be typed have it. */
  title: '_title',
} as const

/** The address of a page without the name of a draft. */
export const withoutDraft = (address: string): string => {
  const [path = '/', query = ''] = address.split('?', 2)
  const kept = query.split('&').filter((one) => one !== '' && !one.startsWith(`${draftParameter}=`))
  return kept.length === 0 ? path : `${path}?${kept.join('&')}`
}

/** The address at which a page offers the draft filled in. */
export const withDraft = (page: string, id: string): string =>
  `${page}${page.includes('?') ? '&' : '?'}${draftParameter}=${id}`
