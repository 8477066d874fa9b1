import { Body, Controller, Get, HttpCode, Param, Post, Query, Req } from '@nestjs/common'
import type { FastifyRequest } from 'fastify'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { asId } from '../../../platform/web/as-id.js'
import { formFields } from '../../../platform/web/form-drafts.js'
import { page, seeOther, type Page, type SeeOther } from '../../../platform/web/page.js'
import {
  Allow,
  CurrentActor,
  OwnTransactions,
  Public,
} from '../../../platform/web/route-permissions.js'
import { SignIns } from '../../../platform/web/signed-in.js'
import { Forged } from '../../../platform/web/web-errors.js'
import { ownAddressOf } from '../domain/draft.js'
import { OwnDrafts } from '../use-cases/own-drafts.js'
import { DraftsPage } from './drafts.page.js'

const here = '/drafts'

/** What was typed and not sent. */
@Controller('drafts')
export class DraftPages {
  constructor(
    private readonly drafts: OwnDrafts,
    private readonly signIns: SignIns,
  ) {}

  @Get()
  @Allow('draft.own')
  async list(@CurrentActor() actor: WorkerActor): Promise<Page> {
    return page(DraftsPage, { drafts: await this.drafts.list(actor) })
  }

  /**
   * What the browser module sends while somebody types. Public, and proved by the token of the page's
   * session: what was typed counts even when the session was locked or ran out meanwhile. Nothing can
   * be read here.
   */
  @Post()
  @HttpCode(204)
  @Public()
  @OwnTransactions()
  async keep(
    @Req() request: FastifyRequest,
    @Query('form') action: unknown,
    @Body() body: unknown,
  ): Promise<void> {
    const author = await this.signIns.authorOf(request)
    if (author === null) throw new Forged()
    await this.drafts.keepForm(author, textOf(action), body)
  }

  /** The button of forms where no script runs. */
  @Post('keep')
  @Allow('draft.own')
  @OwnTransactions()
  async keepAndStay(
    @CurrentActor() actor: WorkerActor,
    @Query('form') action: unknown,
    @Body() body: unknown,
  ): Promise<SeeOther> {
    const { workerId } = actor
    const kept = await this.drafts.keepForm({ workerId, actor }, textOf(action), body)
    return kept === null
      ? seeOther(pageIn(body), 'said.drafts.nothing')
      : seeOther(kept, 'said.drafts.kept')
  }

  @Post(':id/discard')
  @Allow('draft.own')
  async discard(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asId('draft.own', 'draft')) id: string,
    @Body() body: unknown,
  ): Promise<SeeOther> {
    await this.drafts.discard(actor, id)
    return seeOther(pageIn(body), 'said.drafts.discarded')
  }
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

const pageIn = (body: unknown): string => {
  const given: unknown =
    typeof body === 'object' && body !== null ? Reflect.get(body, formFields.page) : undefined
  return ownAddressOf(given) ?? here
}
