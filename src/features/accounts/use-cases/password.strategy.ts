import { Injectable } from '@nestjs/common'
import { PassportStrategy } from '@nestjs/passport'
import type { FastifyRequest } from 'fastify'
import { Strategy } from 'passport-local'
import { ProvePassword, type ProvenWorker } from './prove-password.js'
import { SessionCookies } from './session-cookies.js'

/** The name this strategy is known by to passport. */
export const passwordStrategy = 'password'

/** Login and password, from a form or as JSON. */
@Injectable()
export class PasswordStrategy extends PassportStrategy(Strategy, passwordStrategy) {
  constructor(
    private readonly provePassword: ProvePassword,
    private readonly cookies: SessionCookies,
  ) {
    super({ usernameField: 'login', passwordField: 'password', passReqToCallback: true })
  }

  // passport-local would also take them from the address, where they end up in histories and logs.
  async validate(request: FastifyRequest): Promise<ProvenWorker | false> {
    const given = credentialsIn(request.body)
    if (given === null) return false
    const device = this.cookies.deviceOf(request)
    const proven = await this.provePassword.run({ ...given, address: request.ip, device })
    return proven ?? false
  }
}

const credentialsIn = (body: unknown): { login: string; password: string } | null => {
  if (typeof body !== 'object' || body === null || !('login' in body) || !('password' in body))
    return null
  const { login, password } = body
  if (typeof login !== 'string' || typeof password !== 'string') return null
  return /^\P{Cc}{1,200}$/u.test(login) ? { login: login.trim(), password } : null
}
