import { Body, Controller, Get, Param, Post } from '@nestjs/common'
import { IsIn } from 'class-validator'
import { Type } from 'class-transformer'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { Clock } from '../../../platform/clock/clock.js'
import { DomainError } from '../../../platform/errors/domain-error.js'
import { asId } from '../../../platform/web/as-id.js'
import { readForm } from '../../../platform/web/form.js'
import { page, seeOther, type Page, type SeeOther } from '../../../platform/web/page.js'
import { Allow, CurrentActor } from '../../../platform/web/route-permissions.js'
import { deskPreviewView } from '../../referrals/index.js'
import { linkDays, proposedDays, type LinkDays } from '../domain/external-link.js'
import { MakeLink } from '../use-cases/make-link.js'
import { PrintForm } from '../use-cases/print-form.js'
import { ReadLink } from '../use-cases/read-link.js'
import { RevokeLink } from '../use-cases/revoke-link.js'
import { FormPage } from './form.page.js'
import { LinkPage, MadePage } from './link.pages.js'

class DaysForm {
  @Type(() => Number)
  @IsIn(linkDays)
  days: LinkDays = proposedDays
}

const asReferralId = asId('exchange.read', 'referral')

/** The sender's side of a link, and the form for paper. */
@Controller('referrals/:id')
export class LinkPages {
  constructor(
    private readonly read: ReadLink,
    private readonly make: MakeLink,
    private readonly revoke: RevokeLink,
    private readonly print: PrintForm,
    private readonly clock: Clock,
  ) {}

  @Get('external-link')
  @Allow('exchange.read')
  async link(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asReferralId) id: string,
  ): Promise<Page> {
    return page(LinkPage, { ...(await this.read.run(actor, id)), error: null })
  }

  /** Answers with a page, not with a way on: what it shows is kept nowhere, and shown this once. */
  @Post('external-link')
  @Allow('exchange.link')
  async makeIt(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asReferralId) id: string,
    @Body() body: unknown,
  ): Promise<Page> {
    const reading = readForm(DaysForm, body)
    const days = reading.ok ? reading.value.days : proposedDays
    try {
      return page(MadePage, { ...(await this.make.run(actor, id, days)), referralId: id })
    } catch (error) {
      if (!(error instanceof DomainError) || error.kind !== 'conflict') throw error
      return page(LinkPage, { ...(await this.read.run(actor, id)), error: error.code }, 409)
    }
  }

  @Post('external-link/revoke')
  @Allow('exchange.link')
  async revokeIt(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asReferralId) id: string,
  ): Promise<SeeOther> {
    await this.revoke.run(actor, id)
    return seeOther(`/referrals/${id}/external-link`, 'said.exchange.revoked')
  }

  @Get('form')
  @Allow('exchange.print')
  form(@CurrentActor() actor: WorkerActor, @Param('id', asReferralId) id: string): Promise<Page> {
    return this.paper(actor, id, null)
  }

  /** With the address of a link made a moment ago, which only the page that showed it still knows. */
  @Post('form')
  @Allow('exchange.print')
  formWithLink(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asReferralId) id: string,
    @Body() body: unknown,
  ): Promise<Page> {
    const token: unknown =
      typeof body === 'object' && body !== null ? Reflect.get(body, 'token') : undefined
    return this.paper(actor, id, typeof token === 'string' ? token : null)
  }

  private async paper(actor: WorkerActor, id: string, token: string | null): Promise<Page> {
    const form = await this.print.run(actor, id, token)
    return page(FormPage, { ...form, preview: deskPreviewView(form.preview, this.clock.now()) })
  }
}
