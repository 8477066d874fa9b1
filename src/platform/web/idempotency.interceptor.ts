import {
  Injectable,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common'
import { Reflector } from '@nestjs/core'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { createHash } from 'node:crypto'
import { from, lastValueFrom, type Observable } from 'rxjs'
import type { WorkerActor } from '../access/actor.js'
import { Transactions } from '../database/transactions.js'
import { FormDrafts, formFields } from './form-drafts.js'
import { IdempotencyKeys, type Claim } from './idempotency-keys.js'
import { Page, SeeOther } from './page.js'
import { ownTransactionsKey } from './route-permissions.js'
import { Kept, Versioned } from './versions.js'
import { InvalidInput } from './web-errors.js'

/**
 * The same POST sent twice is done once: who repeats an `Idempotency-Key` (a form its
 * `_idempotency`) gets the first answer again. Key, deed and answer commit together, so that a
 * crash leaves all or nothing.
 */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    private readonly transactions: Transactions,
    private readonly keys: IdempotencyKeys,
    private readonly drafts: FormDrafts,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp()
    const request = http.getRequest<FastifyRequest>()
    const { signedIn } = request
    const ownTransactions = this.reflector.get<boolean | undefined>(
      ownTransactionsKey,
      context.getHandler(),
    )
    if (request.method !== 'POST' || !signedIn || ownTransactions === true) return next.handle()
    const key = keyOf(request)
    if (key === undefined) return next.handle()

    const { actor } = signedIn
    const claim = { actorId: actor.workerId, key, bodyHash: hashOf(request) }
    return from(
      this.transactions.run(actor, () =>
        this.once(actor, claim, beforeOf(request), http.getResponse<FastifyReply>(), next),
      ),
    )
  }

  private async once(
    actor: WorkerActor,
    claim: Claim,
    before: string | null,
    reply: FastifyReply,
    next: CallHandler,
  ): Promise<unknown> {
    const kept = await this.keys.claim(claim)
    if (kept !== null) {
      void reply.status(kept.status).headers(kept.headers)
      return kept.body
    }
    const value: unknown = await lastValueFrom(next.handle(), { defaultValue: undefined })
    // A form that came back with errors is no answer to keep: it is sent again, mended.
    if (value instanceof Page) await this.keys.release(claim)
    else await this.keys.keep(claim, answerOf(reply, value))
    if (value instanceof SeeOther) {
      await this.drafts.sent(actor, claim.key)
      if (before !== null) await this.drafts.sent(actor, before)
    }
    return value
  }
}

const answerOf = (
  reply: FastifyReply,
  value: unknown,
): { status: number; headers: Record<string, string>; body: string } => {
  if (value instanceof SeeOther) return { status: 303, headers: { location: value.path }, body: '' }
  const body = value instanceof Kept ? value.kept : value
  const etag = value instanceof Versioned ? { etag: `"${value.version}"` } : {}
  return {
    status: reply.statusCode,
    headers: { 'content-type': 'application/json; charset=utf-8', ...etag },
    body: body === undefined ? '' : JSON.stringify(body),
  }
}

// The form that was filled in before these answers were looked over: it is done with them.
const beforeOf = ({ body }: FastifyRequest): string | null => {
  const before: unknown =
    typeof body === 'object' && body !== null ? Reflect.get(body, formFields.before) : null
  return typeof before === 'string' ? before : null
}

const keyOf = ({ headers, body }: FastifyRequest): string | undefined => {
  const field =
    typeof body === 'object' && body !== null && '_idempotency' in body
      ? body._idempotency
      : undefined
  const key = headers['idempotency-key'] ?? field
  if (key === undefined) return undefined
  if (typeof key !== 'string' || !/^[\w.:-]{8,200}$/.test(key))
    throw new InvalidInput([{ pointer: '/idempotency-key', code: 'error.idempotency-key' }])
  return key
}

const hashOf = ({ method, url, body, headers }: FastifyRequest): Buffer =>
  createHash('sha256')
    .update(JSON.stringify([method, url, headers['if-match'] ?? '', withoutToken(body)]))
    .digest()

// The token of the session is no part of what is asked: a form sent again after a new sign-in is the same.
const withoutToken = (body: unknown): unknown =>
  typeof body === 'object' && body !== null && '_csrf' in body
    ? { ...body, _csrf: undefined }
    : (body ?? null)
