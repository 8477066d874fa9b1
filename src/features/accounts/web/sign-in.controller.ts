import { Body, Controller, Get, Post, Query, Req, Res, UseGuards } from '@nestjs/common'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { page, seeOther, type Page, type SeeOther } from '../../../platform/web/page.js'
import { OwnTransactions, Public } from '../../../platform/web/route-permissions.js'
import type { Sentence } from '../../../ui/translate.js'
import { returnPath } from '../domain/return-path.js'
import { EndSession } from '../use-cases/end-session.js'
import { PasswordGuard, Proven } from '../use-cases/password.guard.js'
import type { ProvenWorker } from '../use-cases/prove-password.js'
import { ReplayHeldForm } from '../use-cases/replay-held-form.js'
import { SessionCookies } from '../use-cases/session-cookies.js'
import { signInOf } from '../use-cases/session-sign-in.js'
import { StartSession } from '../use-cases/start-session.js'
import { heldIn, textIn } from './door-fields.js'
import { SignInPage } from './sign-in.page.js'

@Controller()
export class SignInPages {
  constructor(
    private readonly startSession: StartSession,
    private readonly endSession: EndSession,
    private readonly replayHeldForm: ReplayHeldForm,
    private readonly cookies: SessionCookies,
  ) {}

  @Get('sign-in')
  @Public()
  ask(@Req() request: FastifyRequest, @Query() query: unknown): Page | SeeOther {
    const signIn = signInOf(request)
    const next = returnPath(textIn(query, 'next'))
    const held = heldIn(query)
    if (signIn === null) return page(SignInPage, { login: '', next, held, errors: {} })
    // Signed in meanwhile in another tab: the lock asks for the password the form waits for.
    return seeOther(
      held === undefined ? next : `/lock?${new URLSearchParams({ next, held }).toString()}`,
    )
  }

  @Post('sign-in')
  @Public()
  @OwnTransactions()
  @UseGuards(PasswordGuard)
  async signIn(
    @Proven() proven: ProvenWorker | null,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Page | SeeOther | string> {
    const next = returnPath(textIn(body, 'next'))
    const held = heldIn(body)
    if (proven === null) {
      const login = textIn(body, 'login')
      return page(SignInPage, { login, next, held, errors: errorsIn(body) }, 422)
    }
    const previous = this.cookies.sessionOf(request)
    const { token, csrfToken, newDevice } = await this.startSession.run(proven, 'cookie', previous)
    this.cookies.keepSession(reply, token)
    if (newDevice !== null) this.cookies.keepDevice(reply, newDevice.token, newDevice.expiresAt)
    const onward = { actor: proven.actor, token, csrfToken }
    const answer =
      held === undefined ? null : await this.replayHeldForm.run(onward, held, request, reply)
    return answer ?? seeOther(next)
  }

  @Post('sign-out')
  @Public()
  @OwnTransactions()
  async signOut(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SeeOther> {
    const signIn = signInOf(request)
    if (signIn !== null) await this.endSession.current(signIn)
    this.cookies.dropSession(reply)
    return seeOther('/sign-in', 'said.accounts.signed-out')
  }
}

// An empty field is told apart; which of two wrong ones was wrong is not.
const errorsIn = (body: unknown): { login?: Sentence; password?: Sentence } => {
  const isMissing = (field: string): boolean => textIn(body, field).trim() === ''
  if (isMissing('login') || isMissing('password'))
    return {
      ...(isMissing('login') ? { login: 'accounts.sign-in.login.missing' } : {}),
      ...(isMissing('password') ? { password: 'accounts.sign-in.password.missing' } : {}),
    }
  return { password: 'accounts.sign-in.wrong' }
}
