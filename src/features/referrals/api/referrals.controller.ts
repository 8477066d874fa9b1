import { Body, Controller, Get, Param, Patch, Post, Query, Req } from '@nestjs/common'
import {
  ApiBearerAuth,
  ApiCreatedResponse,
  ApiHeader,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger'
import type { FastifyRequest } from 'fastify'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { asId } from '../../../platform/web/as-id.js'
import { Allow, CurrentActor } from '../../../platform/web/route-permissions.js'
import { IfMatch, withEtag, type Versioned } from '../../../platform/web/versions.js'
import { ListReferrals } from '../use-cases/list-referrals.js'
import { ReadReferral } from '../use-cases/read-referral.js'
import { SendToNextUnit } from '../use-cases/send-to-next-unit.js'
import { WriteInOneGo, type WholeReferral } from '../use-cases/write-in-one-go.js'
import { referralOf, referralSummaryOf } from './referral-of.js'
import {
  CreateReferralDto,
  ReferralsQuery,
  ReviseReferralDto,
  SendAgainDto,
  CreateBundleDto,
} from './referral-requests.dto.js'
import { ReferralDto, ReferralsPageDto, BundleDto } from './referral.dto.js'

const asCaseId = asId('referral.draft', 'case')
const asReferralId = asId('referral.read', 'referral')

/** Lists, reads and writes referrals. */
@ApiTags('referrals')
@ApiBearerAuth()
@Controller('api/v1')
export class ReferralsApi {
  constructor(
    private readonly list: ListReferrals,
    private readonly read: ReadReferral,
    private readonly write: WriteInOneGo,
    private readonly again: SendToNextUnit,
  ) {}

  @Get('referrals')
  @Allow('referral.list')
  @ApiOperation({ summary: 'What came to the unit (in) or was sent from it (out)' })
  @ApiOkResponse({ type: ReferralsPageDto })
  async referrals(
    @CurrentActor() actor: WorkerActor,
    @Query() { direction, status, urgency, service, lane, limit, after }: ReferralsQuery,
  ): Promise<ReferralsPageDto> {
    const { items, next } = await this.list.run(actor, {
      direction,
      statuses: status,
      urgencies: urgency,
      service,
      lane,
      limit,
      after,
    })
    const side = direction === 'in' ? 'receiver' : 'sender'
    return { items: items.map((row) => referralSummaryOf(row, side)), next }
  }

  @Get('referrals/:id')
  @Allow('referral.read')
  @ApiOperation({ summary: 'One referral, as far as the caller may see it' })
  @ApiOkResponse({ type: ReferralDto })
  @ApiNotFoundResponse()
  referral(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asReferralId) id: string,
    @Req() { locale }: FastifyRequest,
  ): Promise<Versioned> {
    return this.one(actor, id, locale)
  }

  @Post('cases/:caseId/referrals')
  @Allow('referral.draft')
  @ApiOperation({ summary: 'Writes a referral from a case: a draft, or sent at once' })
  @ApiCreatedResponse({ type: ReferralDto })
  @ApiNotFoundResponse()
  async create(
    @CurrentActor() actor: WorkerActor,
    @Param('caseId', asCaseId) caseId: string,
    @Body() body: CreateReferralDto,
    @Req() { locale }: FastifyRequest,
  ): Promise<Versioned> {
    const id = await this.write.create(actor, caseId, wholeOf(body))
    return this.one(actor, id, locale)
  }

  @Post('referrals/:id/again')
  @Allow('referral.draft')
  @ApiOperation({
    summary: 'Takes a referral that came back to another unit: a draft in its place, to be sent',
  })
  @ApiCreatedResponse({ type: ReferralDto })
  @ApiNotFoundResponse()
  async sendAgain(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asReferralId) id: string,
    @Body() { toUnitId }: SendAgainDto,
    @Req() { locale }: FastifyRequest,
  ): Promise<Versioned> {
    return this.one(actor, await this.again.run(actor, id, toUnitId), locale)
  }

  @Post('cases/:caseId/referral-bundles')
  @Allow('referral.draft')
  @ApiOperation({
    summary: 'Writes several referrals from a case, each to its own unit: all or none',
  })
  @ApiCreatedResponse({ type: BundleDto })
  @ApiNotFoundResponse()
  async createBundle(
    @CurrentActor() actor: WorkerActor,
    @Param('caseId', asCaseId) caseId: string,
    @Body() { referrals }: CreateBundleDto,
  ): Promise<BundleDto> {
    return { ids: await this.write.createAll(actor, caseId, referrals.map(wholeOf)) }
  }

  @Patch('referrals/:id')
  @Allow('referral.draft')
  @ApiOperation({ summary: 'Changes a draft' })
  @ApiHeader({ name: 'If-Match', required: true })
  @ApiOkResponse({ type: ReferralDto })
  @ApiNotFoundResponse()
  async revise(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asReferralId) id: string,
    @IfMatch() version: number,
    @Body() { service, urgency, need, toUnitId, sections }: ReviseReferralDto,
    @Req() { locale }: FastifyRequest,
  ): Promise<Versioned> {
    await this.write.revise(actor, id, version, {
      need: {
        ...(service === undefined ? {} : { service }),
        ...(urgency === undefined ? {} : { urgency }),
        ...(need === undefined ? {} : { text: need }),
      },
      toUnitId,
      sections,
    })
    return this.one(actor, id, locale)
  }

  private async one(
    actor: WorkerActor,
    id: string,
    locale: FastifyRequest['locale'],
  ): Promise<Versioned> {
    const view = await this.read.run(actor, id)
    return withEtag(view.referral.version, referralOf(view, locale))
  }
}

const wholeOf = (body: CreateReferralDto): WholeReferral => ({
  need: { service: body.service, urgency: body.urgency, text: body.need },
  toUnitId: body.toUnitId ?? null,
  sections: body.sections ?? [],
  supersedesId: body.supersedesId ?? null,
  send: body.send ?? false,
})
