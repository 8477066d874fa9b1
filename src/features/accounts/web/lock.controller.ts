import { Body, Controller, Get, Post, Query, Req, Res } from '@nestjs/common'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Clock } from '../../../platform/clock/clock.js'
import { formatter } from '../../../platform/i18n/index.js'
import { page, seeOther, type Page, type SeeOther } from '../../../platform/web/page.js'
import { OwnTransactions, Public } from '../../../platform/web/route-permissions.js'
import { HiddenPage, hiddenPath } from '../../../ui/components/index.js'
import { WrongPassword } from '../domain/accounts.errors.js'
import { returnPath } from '../domain/return-path.js'
import { LockSession, UnlockSession } from '../use-cases/lock-session.js'
import { ReplayHeldForm } from '../use-cases/replay-held-form.js'
import { SessionCookies } from '../use-cases/session-cookies.js'
import { signInOf } from '../use-cases/session-sign-in.js'
import { heldIn, textIn } from './door-fields.js'
import { LockPage, type LockView } from './lock.page.js'

/**
 * Locking, unlocking and hiding. Public, because whoever's session is over meanwhile must find the way
 * to the sign-in from here, and because hiding must work always.
 */
@Controller()
export class LockPages {
  constructor(
    private readonly lockSession: LockSession,
    private readonly unlockSession: UnlockSession,
    private readonly replayHeldForm: ReplayHeldForm,
    private readonly cookies: SessionCookies,
    private readonly clock: Clock,
  ) {}

  /** Also locks: the browser comes here when nobody has moved for a while. */
  @Get('lock')
  @Public()
  async ask(@Req() request: FastifyRequest, @Query() query: unknown): Promise<Page | SeeOther> {
    const next = returnPath(textIn(query, 'next'))
    const held = heldIn(query)
    if (!(await this.lock(request))) return toSignIn(next, held)
    return page(LockPage, { next, held })
  }

  @Post('lock')
  @Public()
  @OwnTransactions()
  async unlock(
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Page | SeeOther | string> {
    const signIn = signInOf(request)
    const token = this.cookies.sessionOf(request)
    const next = returnPath(textIn(body, 'next'))
    const held = heldIn(body)
    if (signIn === null || token === null) return toSignIn(next, held)
    const password = textIn(body, 'password')
    if (password === '')
      return page<LockView>(
        LockPage,
        { next, held, error: 'accounts.sign-in.password.missing' },
        422,
      )
    try {
      await this.unlockSession.run(signIn, password)
    } catch (error) {
      if (!(error instanceof WrongPassword)) throw error
      return page<LockView>(LockPage, { next, held, error: error.code }, 422)
    }
    const onward = { actor: signIn.actor, token, csrfToken: signIn.csrfToken }
    const answer =
      held === undefined ? null : await this.replayHeldForm.run(onward, held, request, reply)
    return answer ?? seeOther(next)
  }

  @Post('hide')
  @Public()
  @OwnTransactions()
  async hide(@Req() request: FastifyRequest): Promise<SeeOther> {
    await this.lock(request)
    return seeOther(hiddenPath)
  }

  /** Locks as well, should the form before it have failed. */
  @Get(['hide', hiddenPath])
  @Public()
  async hidden(@Req() request: FastifyRequest): Promise<Page> {
    const isSignedIn = await this.lock(request)
    const day = formatter(request.locale).date(this.clock.now())
    return page(HiddenPage, { unlockHref: isSignedIn ? '/lock' : '/sign-in', day })
  }

  private async lock(request: FastifyRequest): Promise<boolean> {
    const signIn = signInOf(request)
    if (signIn === null) return false
    // The page that answers must not greet anybody by name.
    request.signedIn = signIn.locked ? signIn : await this.lockSession.run(signIn)
    return true
  }
}

const toSignIn = (next: string, held: string | undefined): SeeOther => {
  const query = new URLSearchParams({ next, ...(held === undefined ? {} : { held }) })
  return seeOther(`/sign-in?${query.toString()}`)
}
