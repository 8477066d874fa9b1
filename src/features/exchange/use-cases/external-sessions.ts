import { Injectable } from '@nestjs/common'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto'
import { Clock } from '../../../platform/clock/clock.js'
import { Config } from '../../../platform/config/config.js'
import { decrypt, encrypt } from '../../../platform/crypto/aes-gcm.js'
import { Keys } from '../../../platform/crypto/keys.js'
import { takesSecureCookies } from '../../../platform/web/own-origin.js'

/** After the code: who may go on with which link, for so long as they do. */
export interface ExternalSession {
  readonly linkId: string
  /** Goes with every form of the session. */
  readonly formToken: string
}

interface Sealed {
  readonly linkId: string
  readonly secret: string
  /** Milliseconds since 1970: the last sign of life. */
  readonly at: number
}

const idleMs = 15 * 60 * 1000
const context = Buffer.from('ben-an external session')

/**
 * The cookie of somebody without an account: sealed, bound to one link, over after a quarter of an
 * hour without a sign of life. It holds nothing that outlives the link: the link is asked each time.
 */
@Injectable()
export class ExternalSessions {
  private readonly sealing: Buffer
  private readonly signing: Buffer
  private readonly isSecure: boolean
  private readonly name: string

  constructor(
    private readonly clock: Clock,
    keys: Keys,
    config: Config,
  ) {
    const keyFor = (use: string): Buffer =>
      Buffer.from(hkdfSync('sha256', keys.pepper, '', `ben-an external session|${use}`, 32))
    this.sealing = keyFor('cookie')
    this.signing = keyFor('form')
    this.isSecure = takesSecureCookies(config)
    // Not `__Host-`, which wants the whole site as its path.
    this.name = `${this.isSecure ? '__Secure-' : ''}ben-an-x`
  }

  /** The session that came with the request, if it is alive. */
  of(request: FastifyRequest): ExternalSession | null {
    const sealed = this.open(request.cookies[this.name])
    if (sealed === null || this.clock.now().getTime() - sealed.at > idleMs) return null
    return { linkId: sealed.linkId, formToken: this.formTokenOf(sealed.secret) }
  }

  /** Lets whoever has typed the code in. */
  begin(reply: FastifyReply, linkId: string): void {
    this.keep(reply, { linkId, secret: randomBytes(16).toString('base64url') })
  }

  /** Counts the quarter of an hour anew. */
  goOn(request: FastifyRequest, reply: FastifyReply): void {
    const sealed = this.open(request.cookies[this.name])
    if (sealed !== null) this.keep(reply, sealed)
  }

  end(reply: FastifyReply): void {
    void reply.clearCookie(this.name, this.options)
  }

  /** Whether the form was given out to this session. */
  isOwnForm({ formToken }: ExternalSession, given: unknown): boolean {
    if (typeof given !== 'string') return false
    const [own, theirs] = [Buffer.from(formToken), Buffer.from(given)]
    return own.length === theirs.length && timingSafeEqual(own, theirs)
  }

  private keep(reply: FastifyReply, { linkId, secret }: Omit<Sealed, 'at'>): void {
    const content: Sealed = { linkId, secret, at: this.clock.now().getTime() }
    const value = encrypt(this.sealing, Buffer.from(JSON.stringify(content)), context)
    void reply.setCookie(this.name, value.toString('base64url'), this.options)
  }

  private open(cookie: string | undefined): Sealed | null {
    if (cookie === undefined) return null
    try {
      // The tag proves that this service wrote it.
      return JSON.parse(
        decrypt(this.sealing, Buffer.from(cookie, 'base64url'), context).toString(),
      ) as Sealed
    } catch {
      // Cut, edited or sealed under keys that are gone: as if it had not come.
      return null
    }
  }

  private formTokenOf(secret: string): string {
    return createHmac('sha256', this.signing).update(secret).digest('base64url')
  }

  private get options() {
    return { path: '/x', httpOnly: true, secure: this.isSecure, sameSite: 'strict' } as const
  }
}
