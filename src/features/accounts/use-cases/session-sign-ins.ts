import { Injectable } from '@nestjs/common'
import type { FastifyRequest } from 'fastify'
import passport from 'passport'
import { SignIns } from '../../../platform/web/signed-in.js'
import { HeldForms } from './held-forms.js'
import { SessionSignIn } from './session-sign-in.js'
import { sessionStrategy } from './session.strategy.js'

type Asked = (request: object, response: object, next: (error?: unknown) => void) => void

/** Asks passport who is behind each request. */
@Injectable()
export class SessionSignIns extends SignIns {
  constructor(private readonly heldForms: HeldForms) {
    super()
  }

  override whoIs(request: FastifyRequest): Promise<SessionSignIn | null> {
    return new Promise((resolve, reject) => {
      const answer = (error: unknown, signIn: unknown): void => {
        if (error instanceof Error) reject(error)
        else resolve(signIn instanceof SessionSignIn ? signIn : null)
      }
      // With an answer of ours passport leaves the response alone.
      const ask = passport.authenticate(sessionStrategy, { session: false }, answer) as Asked
      ask(request, {}, (error) => answer(error, null))
    })
  }

  override async keepWhatWasTyped(request: FastifyRequest): Promise<string | null> {
    return this.heldForms.keep(request)
  }
}
