import { Injectable } from '@nestjs/common'
import type { FastifyRequest } from 'fastify'
import { randomUUID } from 'node:crypto'
import { system, type WorkerActor } from '../../../platform/access/actor.js'
import { decide } from '../../../platform/access/decide.js'
import { Clock } from '../../../platform/clock/clock.js'
import { Transactions } from '../../../platform/database/transactions.js'
import { NotFound } from '../../../platform/errors/not-found.js'
import {
  FormDrafts,
  formFields,
  withDraft,
  withoutDraft,
  type FormAuthor,
  type FormDraft,
  type GatheredForm,
} from '../../../platform/web/form-drafts.js'
import { IdempotencyKeys } from '../../../platform/web/idempotency-keys.js'
import { DraftRows, type DraftRow } from '../data/draft-rows.js'
import { DraftSeal } from '../data/draft-seal.js'
import {
  caseOfPage,
  draftLifetimeMs,
  isKeepable,
  mostDrafts,
  ownAddressOf,
  partOf,
  typedIn,
  type DraftContent,
  type Typed,
} from '../domain/draft.js'

/** A draft without what stands in it. */
export interface DraftLine {
  readonly id: string
  /** Title of its page, which names nobody. */
  readonly title: string
  /** Address at which it can be gone on with. */
  readonly href: string
  readonly caseId: string | null
  readonly begunAt: Date
  readonly updatedAt: Date
}

// A claim on the key of a form asks nothing yet; what it would ask is not known here.
const noBody = Buffer.alloc(32)

/** What somebody typed and did not send: theirs alone, for a fortnight. */
@Injectable()
export class OwnDrafts extends FormDrafts {
  constructor(
    private readonly transactions: Transactions,
    private readonly rows: DraftRows,
    private readonly seal: DraftSeal,
    private readonly keys: IdempotencyKeys,
    private readonly clock: Clock,
  ) {
    super()
  }

  override keep(author: FormAuthor, request: FastifyRequest): Promise<string | null> {
    const { method, url, body } = request
    return method === 'POST' ? this.keepForm(author, url, body) : Promise.resolve(null)
  }

  /**
   * Keeps what was typed into the form sent to `action`; the newest text of one form is kept, not all.
   * @returns the address at which it can be gone on with, or null when there was nothing to keep, or
   *   the form has done its deed meanwhile
   */
  async keepForm(
    { workerId, actor }: FormAuthor,
    action: string,
    body: unknown,
  ): Promise<string | null> {
    const form = formOf(action, body)
    if (form === null) return null
    const { formKey, content } = form
    // A session that is over belongs to nobody signed in: the service itself writes it down.
    return this.transactions.run(actor ?? system('sign-in'), async () => {
      const caseId = caseOfPage(content.page)
      if (actor !== null) {
        if (caseId !== null && !(await this.rows.isCaseInSight(caseId))) return null
        if (await this.isSent(actor, formKey)) return null
      }
      return withDraft(content.page, await this.write(workerId, formKey, content))
    })
  }

  override async gather(
    actor: WorkerActor,
    formKey: string,
    { page, title, typed }: GatheredForm,
  ): Promise<boolean> {
    if (await this.isSent(actor, formKey)) return false
    const content = { page, title, action: page, version: null, typed }
    await this.write(actor.workerId, formKey, content)
    return true
  }

  override async gathered(actor: WorkerActor, formKey: string): Promise<Typed | null> {
    const row = await this.rows.byKey(actor.workerId, formKey, this.clock.now())
    return row === undefined ? null : (this.seal.open(row)?.typed ?? null)
  }

  override async onPage(actor: WorkerActor, page: string): Promise<readonly FormDraft[]> {
    const place = this.seal.placeOf(actor.workerId, page)
    const rows = await this.rows.onPage(actor.workerId, place, this.clock.now())
    return rows.flatMap((row) => {
      const content = this.seal.open(row)
      if (content === null) return []
      const { id, formKey, begunAt } = row
      const { action, version, typed } = content
      return [{ id, formKey, action, version, typed, begunAt }]
    })
  }

  /**
   * The actor's drafts, newest first, an intake in steps once; those of cases no longer in sight are gone.
   * @throws NotFound
   */
  list(actor: WorkerActor, limit = mostDrafts): Promise<readonly DraftLine[]> {
    if (!decide(actor, 'draft.own', { now: this.clock.now() }).allowed)
      throw new NotFound('draft.own', 'draft', null)
    return this.transactions.run(actor, async () => {
      await this.rows.dropUnseen(actor.workerId)
      const rows = await this.rows.ofWorker(actor.workerId, this.clock.now(), limit)
      const lines = rows.flatMap((row) => this.lineOf(row))
      const whole = (line: DraftLine) => partOf({ id: line.id, page: line.href })
      return lines.filter((line, at) => lines.findIndex((one) => whole(one) === whole(line)) === at)
    })
  }

  /** Throws away what was typed. @throws NotFound when it is not one of the actor's own */
  async discard(actor: WorkerActor, id: string): Promise<void> {
    const isAllowed = decide(actor, 'draft.own', { now: this.clock.now() }).allowed
    const isGone =
      isAllowed && (await this.transactions.run(actor, () => this.rows.drop(actor.workerId, id)))
    if (!isGone) throw new NotFound('draft.own', 'draft', id)
  }

  override async sent(actor: WorkerActor, formKey: string): Promise<void> {
    await this.rows.dropSent(actor.workerId, formKey)
  }

  override async forgetOld(now: Date): Promise<void> {
    await this.rows.forgetOld(now)
  }

  private async write(workerId: string, formKey: string, content: DraftContent): Promise<string> {
    const now = this.clock.now()
    const id = await this.rows.keep({
      id: randomUUID(),
      workerId,
      formKey,
      place: this.seal.placeOf(workerId, content.page),
      caseId: caseOfPage(content.page),
      sealed: this.seal.seal(content, { workerId, formKey }),
      now,
      expiresAt: new Date(now.getTime() + draftLifetimeMs),
    })
    await this.rows.dropBeyond(workerId, mostDrafts)
    return id
  }

  // Waits while the form is being sent, so that no draft comes to life behind a deed that is done.
  private async isSent({ workerId }: WorkerActor, key: string): Promise<boolean> {
    const claim = { actorId: workerId, key, bodyHash: noBody }
    if (!(await this.keys.isFree(claim))) return true
    await this.keys.release(claim)
    return false
  }

  private lineOf(row: DraftRow): DraftLine[] {
    const content = this.seal.open(row)
    if (content === null) return []
    const { id, caseId, begunAt, updatedAt } = row
    const { title, page } = content
    return [{ id, title, href: withDraft(page, id), caseId, begunAt, updatedAt }]
  }
}

const formOf = (
  action: string,
  body: unknown,
): { formKey: string; content: DraftContent } | null => {
  const field = (name: string): string => {
    const value: unknown =
      typeof body === 'object' && body !== null ? Reflect.get(body, name) : undefined
    return typeof value === 'string' ? value : ''
  }
  const [formKey, title, version] = [
    field(formFields.key),
    field(formFields.title),
    field(formFields.version),
  ]
  const [page, to] = [ownAddressOf(field(formFields.page)), ownAddressOf(action)]
  const typed = typedIn(body)
  if (typed === null || page === null || to === null || title === '' || title.length > 300)
    return null
  if (!/^[\w.:-]{8,200}$/.test(formKey) || !isKeepable(page) || !isKeepable(to)) return null
  return {
    formKey,
    content: {
      page: withoutDraft(page),
      title,
      action: to,
      version: /^\d{1,9}$/.test(version) ? version : null,
      typed,
    },
  }
}
