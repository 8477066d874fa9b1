import { Injectable } from '@nestjs/common'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Config } from '../../../platform/config/config.js'
import { takesSecureCookies } from '../../../platform/web/own-origin.js'
import { isToken } from './tokens.js'

/**
 * The browser's two cookies: the session, gone when the browser closes, and the device that somebody
 * has signed in on. Over https, and on this very machine, they are `__Host-` and Secure: Chromium and
 * Firefox take Secure cookies from http://localhost and http://127.0.0.1. Safari does not; there, use
 * https. Any other plain http gets plain names, because a browser would drop the cookie.
 */
@Injectable()
export class SessionCookies {
  private readonly isSecure: boolean
  private readonly session: string
  private readonly device: string

  constructor(config: Config) {
    this.isSecure = takesSecureCookies(config)
    const prefix = this.isSecure ? '__Host-' : ''
    this.session = `${prefix}ben-an`
    this.device = `${prefix}ben-an-device`
  }

  sessionOf(request: FastifyRequest): string | null {
    return tokenOr(request.cookies[this.session])
  }

  deviceOf(request: FastifyRequest): string | null {
    return tokenOr(request.cookies[this.device])
  }

  /** As a browser would send it. */
  headerFor(token: string): string {
    return `${this.session}=${token}`
  }

  keepSession(reply: FastifyReply, token: string): void {
    void reply.setCookie(this.session, token, this.options)
  }

  keepDevice(reply: FastifyReply, token: string, expiresAt: Date): void {
    void reply.setCookie(this.device, token, { ...this.options, expires: expiresAt })
  }

  dropSession(reply: FastifyReply): void {
    void reply.clearCookie(this.session, this.options)
  }

  private get options() {
    return { path: '/', httpOnly: true, secure: this.isSecure, sameSite: 'strict' } as const
  }
}

const tokenOr = (text: string | undefined): string | null => (isToken(text) ? text : null)
