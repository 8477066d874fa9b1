import {
  Catch,
  HttpException,
  Injectable,
  Logger,
  type ArgumentsHost,
  type ExceptionFilter,
} from '@nestjs/common'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { randomUUID } from 'node:crypto'
import { AuditTrail } from '../audit/audit-trail.js'
import { DatabaseAway } from '../database/database-away.js'
import { DomainError, type TroubleKind } from '../errors/domain-error.js'
import { NotFound } from '../errors/not-found.js'
import { isApi } from './access.guard.js'
import { FormDrafts } from './form-drafts.js'
import { Pages, type Trouble } from './page.js'
import {
  ConductNotAccepted,
  Forged,
  InvalidInput,
  NotSignedIn,
  PreconditionMissing,
} from './web-errors.js'

interface Told {
  readonly status: number
  readonly page: Trouble
  readonly code: string
  readonly facts?: Record<string, string | number>
  readonly onward?: string
  readonly retryAfterSeconds?: number
  readonly errors?: readonly { readonly pointer: string; readonly code: string }[]
}

const statusOf: Record<TroubleKind, number> = {
  conflict: 409,
  stale: 412,
  invalid: 422,
  absent: 404,
  'too-many': 429,
  unsupported: 415,
}

const absent: Told = { status: 404, page: 'not-found', code: 'error.not-found' }

/** The one place where trouble becomes an answer: problem+json (RFC 9457) or a calm page. */
@Catch()
@Injectable()
export class TroubleFilter implements ExceptionFilter {
  private readonly log = new Logger('Trouble')

  constructor(
    private readonly pages: Pages,
    private readonly audit: AuditTrail,
    private readonly drafts: FormDrafts,
  ) {}

  // Nobody stands behind this one: what escaped from here would end the process.
  async catch(error: unknown, host: ArgumentsHost): Promise<void> {
    try {
      await this.answer(error, host)
    } catch (failure) {
      const request = host.switchToHttp().getRequest<FastifyRequest>()
      const reply = host.switchToHttp().getResponse<FastifyReply>()
      const errorId = this.report(failure, request)
      if (!reply.sent) await reply.status(500).type('text/plain; charset=utf-8').send(errorId)
    }
  }

  private async answer(error: unknown, host: ArgumentsHost): Promise<void> {
    const request = host.switchToHttp().getRequest<FastifyRequest>()
    const reply = host.switchToHttp().getResponse<FastifyReply>()
    const told = await this.afterTrace(error, request)
    if (reply.sent) return
    if (told.retryAfterSeconds !== undefined)
      void reply.header('retry-after', told.retryAfterSeconds)
    if (error instanceof NotSignedIn && !isApi(request))
      return this.askToSignIn(error, request, reply)
    if (error instanceof ConductNotAccepted && !isApi(request))
      return this.leadTo('/conduct', error.heldForm, request, reply)

    const errorId = told.status >= 500 ? this.report(error, request) : undefined
    if (isApi(request)) await this.problem(request, reply, told, errorId)
    else await this.page(request, reply, told, errorId, await this.keepTyped(error, request))
  }

  // Whoever asks for what is not theirs leaves a trace before the answer: no row, no answer.
  private async afterTrace(error: unknown, request: FastifyRequest): Promise<Told> {
    if (error instanceof NotFound && request.signedIn) {
      try {
        await this.audit.recordRefusal(request.signedIn.actor, {
          action: error.action,
          outcome: 'missing',
          subject:
            error.subjectId === null ? null : { type: error.subjectType, id: error.subjectId },
        })
      } catch (failure) {
        return tell(failure)
      }
    }
    return tell(error)
  }

  private async askToSignIn(
    { locked, heldForm }: NotSignedIn,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<void> {
    await this.leadTo(locked ? '/lock' : '/sign-in', heldForm, request, reply)
  }

  // Where one was going, and what was typed, go along.
  private async leadTo(
    door: string,
    heldForm: string | null,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<void> {
    const next = request.method === 'GET' ? `?next=${encodeURIComponent(request.url)}` : ''
    const back = heldForm === null ? next : `?held=${heldForm}`
    await reply.status(303).header('location', `${door}${back}`).send('')
  }

  // Somebody changed it meanwhile, or we failed: what was typed is not lost. Where there is nothing to be
  // known of, nothing is kept either, and a database that is away keeps nothing.
  private async keepTyped(error: unknown, request: FastifyRequest): Promise<string | undefined> {
    const { signedIn } = request
    const isHidden = error instanceof NotFound || error instanceof Forged
    if (!signedIn || signedIn.locked || isHidden || error instanceof DatabaseAway) return undefined
    const author = { workerId: signedIn.actor.workerId, actor: signedIn.actor }
    try {
      return (await this.drafts.keep(author, request)) ?? undefined
    } catch (failure) {
      this.report(failure, request)
      return undefined
    }
  }

  private report(error: unknown, request: FastifyRequest): string {
    const errorId = randomUUID()
    // The route's pattern, not the address; the stack, not the message, which may quote values.
    const stack = error instanceof Error ? framesOf(error).slice(0, 7).join('\n') : ''
    const kind = error instanceof Error ? error.name : typeof error
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    this.log.error(
      `${errorId} ${request.method} ${request.routeOptions.url ?? ''} ${kind} ${code}\n${stack}`,
    )
    return errorId
  }

  private async problem(
    request: FastifyRequest,
    reply: FastifyReply,
    { status, code, facts = {}, errors }: Told,
    errorId: string | undefined,
  ): Promise<void> {
    await reply
      .status(status)
      .type('application/problem+json; charset=utf-8')
      .send(
        JSON.stringify({
          type: `urn:ben-an:problem:${code}`,
          title: this.pages.say(request, code, facts),
          status,
          ...(errorId === undefined ? {} : { instance: `urn:uuid:${errorId}` }),
          ...(errors === undefined
            ? {}
            : {
                errors: errors.map(({ pointer, code }) => ({
                  pointer,
                  detail: this.pages.say(request, code, {}),
                })),
              }),
        }),
      )
  }

  private async page(
    request: FastifyRequest,
    reply: FastifyReply,
    { status, page, code, facts, onward, retryAfterSeconds }: Told,
    errorId: string | undefined,
    kept: string | undefined,
  ): Promise<void> {
    const html = await this.pages.trouble(request, page, {
      code,
      ...(facts === undefined ? {} : { facts }),
      ...(errorId === undefined ? {} : { errorId }),
      ...(onward === undefined ? {} : { onward }),
      ...(kept === undefined ? {} : { kept }),
      ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
    })
    await reply.status(status).type('text/html; charset=utf-8').send(html)
  }
}

// A message can have several lines, and they come before the frames.
const framesOf = ({ stack = '' }: Error): string[] =>
  stack.split('\n').filter((line) => /^ +at /.test(line))

const tell = (error: unknown): Told => {
  if (error instanceof NotFound) return absent
  if (error instanceof InvalidInput)
    return { status: 422, page: 'conflict', code: error.code, errors: error.errors }
  if (error instanceof DomainError) {
    const retryAfterSeconds =
      'retryAfterSeconds' in error ? Number(error.retryAfterSeconds) : undefined
    return {
      status: statusOf[error.kind],
      page: troubleOf(error),
      code: error.code,
      facts: error.facts,
      ...(error.onward === null ? {} : { onward: error.onward }),
      ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
    }
  }
  if (error instanceof DatabaseAway)
    return {
      status: 503,
      page: 'unavailable',
      code: 'error.unavailable',
      retryAfterSeconds: error.retryAfterSeconds,
    }
  if (error instanceof NotSignedIn)
    return { status: 401, page: 'session-ended', code: 'error.not-signed-in' }
  if (error instanceof ConductNotAccepted)
    return { status: 403, page: 'forbidden', code: 'conduct.not-accepted' }
  if (error instanceof Forged) return { status: 403, page: 'forbidden', code: 'error.forged' }
  if (isUnreadableValue(error))
    return { status: 422, page: 'conflict', code: 'error.invalid-input' }
  if (error instanceof PreconditionMissing)
    return { status: 428, page: 'conflict', code: 'error.precondition-missing' }
  return tellHttp(error)
}

const troubleOf = ({ kind, onward }: DomainError): Trouble => {
  if (onward !== null) return 'elsewhere'
  if (kind === 'absent') return 'not-found'
  return kind === 'too-many' ? 'too-many' : 'conflict'
}

// PostgreSQL's data exceptions: no such day, no such number, NUL in a text. Whoever types such a thing
// into an address has mistyped; nothing of ours has failed.
// https://www.postgresql.org/docs/18/errcodes-appendix.html
const unreadableValues = ['22003', '22007', '22008', '22021', '22P02']

const isUnreadableValue = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && unreadableValues.includes(String(error.code))

// What the framework itself refuses: unknown routes, bodies that do not parse or are too large.
const tellHttp = (error: unknown): Told => {
  const status =
    error instanceof HttpException
      ? error.getStatus()
      : error instanceof Error && 'statusCode' in error
        ? Number(error.statusCode)
        : 500
  if (status === 404 || status === 403) return absent
  if (status >= 400 && status < 500)
    return { status, page: 'conflict', code: 'error.invalid-input' }
  return { status: 500, page: 'failure', code: 'error.failure' }
}
