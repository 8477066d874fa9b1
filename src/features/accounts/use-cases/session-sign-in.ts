import { createParamDecorator, type ExecutionContext } from '@nestjs/common'
import type { FastifyRequest } from 'fastify'
import type { WorkerActor } from '../../../platform/access/actor.js'
import type { Locale } from '../../../platform/i18n/index.js'
import type { SignedIn } from '../../../platform/web/signed-in.js'
import type { SessionRow, Through } from '../data/session-rows.js'
import { actorOf } from '../data/worker-rows.js'
import { csrfTokenOf } from './tokens.js'

/** Somebody signed in, with the session they came through. */
export class SessionSignIn implements SignedIn {
  readonly sessionId: string
  readonly actor: WorkerActor
  readonly displayName: string
  readonly position: string
  readonly locale: Locale
  readonly timeZone: string
  readonly csrfToken: string
  readonly acceptsConduct: boolean

  constructor(
    private readonly row: SessionRow,
    readonly through: Through,
    readonly locked = row.lockedAt !== null,
  ) {
    this.sessionId = row.sessionId
    this.actor = actorOf(row)
    this.displayName = row.displayName
    this.position = row.position
    this.locale = row.locale
    this.timeZone = row.timeZone
    this.acceptsConduct = row.acceptsConduct
    this.csrfToken = csrfTokenOf(row.csrfSecret)
  }

  /** The same, waiting for the password. */
  get onceLocked(): SessionSignIn {
    return new SessionSignIn(this.row, this.through, true)
  }
}

/** Who came with the request; null where nobody is signed in. */
export const signInOf = ({ signedIn }: FastifyRequest): SessionSignIn | null =>
  signedIn instanceof SessionSignIn ? signedIn : null

/** The person behind the request with their session. Only for routes that are not public. */
export const CurrentSession = createParamDecorator(
  (_: unknown, context: ExecutionContext): SessionSignIn => {
    const signIn = signInOf(context.switchToHttp().getRequest<FastifyRequest>())
    if (signIn === null) throw new Error('This route is public: nobody is signed in')
    return signIn
  },
)
