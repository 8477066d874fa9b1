import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common'
import {
  ApiBearerAuth,
  ApiConflictResponse,
  ApiHeader,
  ApiNoContentResponse,
  ApiNotFoundResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { asId } from '../../../platform/web/as-id.js'
import { Allow, CurrentActor } from '../../../platform/web/route-permissions.js'
import { IfMatch } from '../../../platform/web/versions.js'
import { AskForMore } from '../use-cases/ask-for-more.js'
import { HeedStop } from '../use-cases/heed-stop.js'
import { TellByPhone } from '../use-cases/tell-by-phone.js'
import { ShareMore } from '../use-cases/share-more.js'
import { AskForMoreDto, DeclineMoreDto, ShareMoreDto } from './sharing.dto.js'

const asReferralId = asId('referral.read', 'referral')

/** What becomes of sharing after a referral was sent. */
@ApiTags('referrals')
@ApiBearerAuth()
@ApiNoContentResponse()
@ApiNotFoundResponse()
@Controller('api/v1/referrals/:id')
export class SharingApi {
  constructor(
    private readonly shareMore: ShareMore,
    private readonly askForMore: AskForMore,
    private readonly heedStop: HeedStop,
    private readonly tellByPhone: TellByPhone,
  ) {}

  @Post('share-more')
  @HttpCode(204)
  @Allow('referral.share-more')
  @ApiOperation({ summary: 'Shows the receiver more, on a consent that covers it' })
  @ApiHeader({ name: 'If-Match', required: true })
  @ApiConflictResponse()
  async share(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asReferralId) id: string,
    @IfMatch() version: number,
    @Body() { sections }: ShareMoreDto,
  ): Promise<void> {
    await this.shareMore.run(actor, id, version, sections)
  }

  @Post('ask-for-more')
  @HttpCode(204)
  @Allow('referral.ask-for-more')
  @ApiOperation({ summary: 'Asks the sender to show more; opens nothing by itself' })
  @ApiHeader({ name: 'If-Match', required: true })
  @ApiConflictResponse()
  async ask(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asReferralId) id: string,
    @IfMatch() version: number,
    @Body() { sections, reason }: AskForMoreDto,
  ): Promise<void> {
    await this.askForMore.run(actor, id, version, { sections, reason })
  }

  @Post('decline-more')
  @HttpCode(204)
  @Allow('referral.share-more')
  @ApiOperation({ summary: 'Answers a question for more with no, and why' })
  @ApiHeader({ name: 'If-Match', required: true })
  @ApiConflictResponse()
  async decline(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asReferralId) id: string,
    @IfMatch() version: number,
    @Body() { note }: DeclineMoreDto,
  ): Promise<void> {
    await this.shareMore.decline(actor, id, version, note)
  }

  @Post('stop-notices/:noticeId/understood')
  @HttpCode(204)
  @Allow('referral.heed')
  @ApiOperation({ summary: 'Somebody at the receiving unit understood what to stop' })
  async heed(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asReferralId) id: string,
    @Param('noticeId', asReferralId) noticeId: string,
  ): Promise<void> {
    await this.heedStop.run(actor, id, noticeId)
  }

  @Post('stop-notices/:noticeId/told-by-phone')
  @HttpCode(204)
  @Allow('referral.tell-by-phone')
  @ApiOperation({
    summary: 'The sender has called a unit that does not use this service, and answers for it',
  })
  async told(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asReferralId) id: string,
    @Param('noticeId', asReferralId) noticeId: string,
  ): Promise<void> {
    await this.tellByPhone.run(actor, id, noticeId)
  }
}
