import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common'
import {
  ApiBearerAuth,
  ApiConflictResponse,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { asId } from '../../../platform/web/as-id.js'
import { Allow, CurrentActor } from '../../../platform/web/route-permissions.js'
import { Kept } from '../../../platform/web/versions.js'
import { MakeLink } from '../use-cases/make-link.js'
import { ReadLink } from '../use-cases/read-link.js'
import { RevokeLink } from '../use-cases/revoke-link.js'
import { LinkStandingDto, MadeLinkDto, MakeLinkDto } from './external-link.dto.js'

const asReferralId = asId('exchange.read', 'referral')

/** One-time links to units that do not use the service. */
@ApiTags('referrals')
@ApiBearerAuth()
@ApiNotFoundResponse()
@Controller('api/v1/referrals/:id/external-link')
export class ExternalLinkApi {
  constructor(
    private readonly readLink: ReadLink,
    private readonly makeLink: MakeLink,
    private readonly revokeLink: RevokeLink,
  ) {}

  @Get()
  @Allow('exchange.read')
  @ApiOperation({ summary: 'How far the one-time link has come' })
  @ApiOkResponse({ type: LinkStandingDto })
  async read(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asReferralId) id: string,
  ): Promise<LinkStandingDto> {
    const { unit, link } = await this.readLink.run(actor, id)
    return {
      receiverOnBenAn: unit.onBenAn,
      link: link && {
        state: link.state,
        createdAt: link.createdAt,
        expiresAt: link.expiresAt,
        triesLeft: link.triesLeft,
        openedAt: link.openedAt,
        answeredAt: link.answeredAt,
      },
    }
  }

  @Post()
  @Allow('exchange.link')
  @ApiOperation({
    summary: 'Makes a one-time link and its code, shown this once; the one before ends',
  })
  @ApiCreatedResponse({ type: MadeLinkDto })
  @ApiConflictResponse()
  async make(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asReferralId) id: string,
    @Body() { days }: MakeLinkDto,
  ): Promise<Kept> {
    const { address, code, expiresAt } = await this.makeLink.run(actor, id, days)
    const made: MadeLinkDto = { link: address, code, expiresAt }
    // Answers are kept for a day of retries; these two are kept nowhere.
    const again: MadeLinkDto = { link: null, code: null, expiresAt }
    return new Kept(made, again)
  }

  @Delete()
  @HttpCode(204)
  @Allow('exchange.link')
  @ApiOperation({ summary: 'Takes the link back' })
  @ApiNoContentResponse()
  @ApiConflictResponse()
  async revoke(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asReferralId) id: string,
  ): Promise<void> {
    await this.revokeLink.run(actor, id)
  }
}
