import { Injectable } from '@nestjs/common'
import type { FastifyRequest } from 'fastify'
import passport from 'passport'
import { FormDrafts, type FormAuthor } from '../../../platform/web/form-drafts.js'
import { SignIns } from '../../../platform/web/signed-in.js'
import { HeldForms } from './held-forms.js'
import { SessionSignIn } from './session-sign-in.js'
import { sessionStrategy } from './session.strategy.js'

type Asked = (request: object, response: object, next: (error?: unknown) => void) => void

/** Asks passport who is behind each request. */
@Injectable()
export class SessionSignIns extends SignIns {
  constructor(
    private readonly heldForms: HeldForms,
    private readonly drafts: FormDrafts,
  ) {
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
    const author = await this.authorOf(request)
    // The form waits half an hour for the password; what was typed waits longer.
    if (author !== null) await this.drafts.keep(author, request)
    return this.heldForms.keep(request)
  }

  override async authorOf(request: FastifyRequest): Promise<FormAuthor | null> {
    const workerId = await this.heldForms.authorOf(request)
    if (workerId === null) return null
    const { signedIn } = request
    return { workerId, actor: signedIn?.actor.workerId === workerId ? signedIn.actor : null }
  }
}
