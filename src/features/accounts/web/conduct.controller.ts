import { Body, Controller, Get, Post, Query, Req, Res } from '@nestjs/common'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { mayEver } from '../../../platform/access/decide.js'
import { page, seeOther, type Page, type SeeOther } from '../../../platform/web/page.js'
import {
  Allow,
  BeforeConduct,
  CurrentActor,
  OwnTransactions,
} from '../../../platform/web/route-permissions.js'
import { conductVersion } from '../domain/conduct.js'
import { returnPath } from '../domain/return-path.js'
import { Conduct } from '../use-cases/conduct.js'
import { ReplayHeldForm } from '../use-cases/replay-held-form.js'
import { SessionCookies } from '../use-cases/session-cookies.js'
import { CurrentSession, type SessionSignIn } from '../use-cases/session-sign-in.js'
import { ConductOfUnitPage, ConductPage } from './conduct.page.js'
import { heldIn, textIn } from './door-fields.js'

/** The code of conduct, before everything else and whenever somebody wants to read it again. */
@Controller('conduct')
export class ConductPages {
  constructor(
    private readonly conduct: Conduct,
    private readonly replayHeldForm: ReplayHeldForm,
    private readonly cookies: SessionCookies,
  ) {}

  @Get()
  @Allow('conduct.accept')
  @BeforeConduct()
  async read(@CurrentActor() actor: WorkerActor, @Query() query: unknown): Promise<Page> {
    return this.page(actor, query)
  }

  // The form that waited goes on afterwards, in a transaction of its own.
  @Post()
  @Allow('conduct.accept')
  @BeforeConduct()
  @OwnTransactions()
  async accept(
    @CurrentSession() signIn: SessionSignIn,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Page | SeeOther | string> {
    const { actor, csrfToken } = signIn
    if (textIn(body, 'accepted') !== 'yes') return this.page(actor, body, 'conduct.accept.missing')
    const version = Number(textIn(body, 'version'))
    if (version !== conductVersion) return this.page(actor, body, 'conduct.changed')
    await this.conduct.accept(actor, version)
    const [held, token] = [heldIn(body), this.cookies.sessionOf(request)]
    const answer =
      held === undefined || token === null
        ? null
        : await this.replayHeldForm.run({ actor, token, csrfToken }, held, request, reply)
    return answer ?? seeOther(returnPath(textIn(body, 'next')))
  }

  @Get('unit')
  @Allow('conduct.of-unit')
  async ofUnit(@CurrentActor() actor: WorkerActor): Promise<Page> {
    return page(ConductOfUnitPage, { workers: await this.conduct.ofUnit(actor) })
  }

  private async page(
    actor: WorkerActor,
    given: unknown,
    error?: 'conduct.accept.missing' | 'conduct.changed',
  ): Promise<Page> {
    const view = {
      version: conductVersion,
      acceptedAt: await this.conduct.acceptedAt(actor),
      maySeeUnit: mayEver(actor, 'conduct.of-unit'),
      next: returnPath(textIn(given, 'next')),
      held: heldIn(given),
      error,
    }
    return page(ConductPage, view, error === undefined ? 200 : 422)
  }
}
