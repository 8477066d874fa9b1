import { Injectable } from '@nestjs/common'
import { PassportStrategy } from '@nestjs/passport'
import type { FastifyRequest } from 'fastify'
import passport from 'passport'
import { system } from '../../../platform/access/actor.js'
import { AuditTrail } from '../../../platform/audit/index.js'
import { Clock } from '../../../platform/clock/clock.js'
import { Config } from '../../../platform/config/config.js'
import { Transactions } from '../../../platform/database/transactions.js'
import { SessionRows, type SessionRow, type Through } from '../data/session-rows.js'
import { SessionCookies } from './session-cookies.js'
import { SessionSignIn } from './session-sign-in.js'
import { hashOfToken, isToken } from './tokens.js'

/** The name this strategy is known by to passport, whose own 'session' is another thing. */
export const sessionStrategy = 'session-token'

type Verified = (error: unknown, signIn: SessionSignIn | null) => void

/** Hands the request to whoever knows sessions, and tells passport what came of it. */
class SessionTokenStrategy extends passport.Strategy {
  constructor(private readonly verify: (request: object, verified: Verified) => void) {
    super()
  }

  override authenticate(request: object): void {
    this.verify(request, (error, signIn) => {
      if (error !== null) this.error(error)
      else if (signIn === null) this.fail(401)
      else this.success(signIn)
    })
  }
}

const longestSilenceBetweenNotesMs = 60_000

/** The opaque token of a session, in the browser's cookie or as a bearer token (RFC 6750). */
@Injectable()
export class SessionStrategy extends PassportStrategy(SessionTokenStrategy, sessionStrategy) {
  private readonly idleMs: number

  constructor(
    private readonly transactions: Transactions,
    private readonly sessions: SessionRows,
    private readonly cookies: SessionCookies,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
    { IDLE_MINUTES }: Config,
  ) {
    super()
    this.idleMs = IDLE_MINUTES * 60_000
  }

  async validate(request: FastifyRequest): Promise<SessionSignIn | null> {
    const presented = this.presentedBy(request)
    if (presented === null) return null
    const { token, through } = presented
    const row = await this.transactions.look(system('sign-in'), () =>
      this.sessions.live(hashOfToken(token), through, this.clock.now()),
    )
    return row === undefined ? null : this.afterSilence(row, through, isPersonAtWork(request))
  }

  // A bearer token is never looked for in the cookie's sessions, nor the other way round.
  private presentedBy(request: FastifyRequest): { token: string; through: Through } | null {
    const { authorization } = request.headers
    const cookie = this.cookies.sessionOf(request)
    if (authorization === undefined)
      return cookie === null ? null : { token: cookie, through: 'cookie' }
    const bearer = /^Bearer ([\w-]+)$/i.exec(authorization)?.[1]
    return isToken(bearer) ? { token: bearer, through: 'bearer' } : null
  }

  // Silence locks a browser's session; a program has nobody to ask for the password: its session ends.
  private async afterSilence(
    row: SessionRow,
    through: Through,
    isAtWork: boolean,
  ): Promise<SessionSignIn | null> {
    const now = this.clock.now()
    const signIn = new SessionSignIn(row, through)
    const silentMs = now.getTime() - row.lastSeenAt.getTime()
    if (signIn.locked) return signIn
    const subject = { type: 'session', id: row.sessionId }
    if (silentMs > this.idleMs)
      return this.transactions.run(system('sign-in'), async () => {
        if (through === 'bearer') {
          await this.sessions.end(row.sessionId)
          await this.audit.record({ action: 'session.end', subject })
          return null
        }
        if (await this.sessions.lock(row.sessionId, now))
          await this.audit.record({ action: 'session.lock', subject })
        return signIn.onceLocked
      })
    if (isAtWork && silentMs > Math.min(longestSilenceBetweenNotesMs, this.idleMs / 10))
      await this.transactions.run(system('sign-in'), () => this.sessions.touch(row.sessionId, now))
    return signIn
  }
}

// What an open page fetches by itself (the unread count, once or as a stream) is no sign of somebody
// sitting before it.
const isPersonAtWork = ({ method, headers }: FastifyRequest): boolean => {
  // No page sends anything by itself: what comes was pressed or typed, as a draft kept while somebody
  // writes a long text.
  if (method === 'POST') return true
  if (headers.accept?.includes('text/event-stream') === true) return false
  const mode = headers['sec-fetch-mode']
  return mode === undefined || mode === 'navigate'
}
