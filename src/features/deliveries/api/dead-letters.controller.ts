import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common'
import {
  ApiBearerAuth,
  ApiNoContentResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { asId } from '../../../platform/web/as-id.js'
import { Allow, CurrentActor } from '../../../platform/web/route-permissions.js'
import { ReplayDeliveries } from '../use-cases/replay-deliveries.js'
import { WatchDeliveries } from '../use-cases/watch-deliveries.js'
import { DeadLettersDto, DeadLettersQuery, ReplayDto, ReplayedDto } from './dead-letters.dto.js'

@ApiTags('dead-letters')
@ApiBearerAuth()
@Controller('api/v1/dead-letters')
export class DeadLettersApi {
  constructor(
    private readonly watch: WatchDeliveries,
    private readonly replay: ReplayDeliveries,
  ) {}

  @Get()
  @Allow('delivery.watch')
  @ApiOperation({ summary: 'What could not be delivered, the latest first; for system admins' })
  @ApiOkResponse({ type: DeadLettersDto })
  @ApiNotFoundResponse()
  async list(
    @CurrentActor() actor: WorkerActor,
    @Query() { limit, after }: DeadLettersQuery,
  ): Promise<DeadLettersDto> {
    const { counts, items, next } = await this.watch.run(actor, { limit, after })
    return {
      counts: counts.map(({ since, ...one }) => ({ ...one, since: since.toISOString() })),
      items: items.map(({ id, type, subjectId, cause, attempts, createdAt, failedAt }) => ({
        id,
        type,
        subjectId,
        cause,
        attempts,
        createdAt: createdAt.toISOString(),
        failedAt: failedAt.toISOString(),
      })),
      next,
    }
  }

  @Post('replay')
  @HttpCode(200)
  @Allow('delivery.replay')
  @ApiOperation({ summary: 'Tries all of a type again, or all' })
  @ApiOkResponse({ type: ReplayedDto })
  @ApiNotFoundResponse()
  async replayAll(
    @CurrentActor() actor: WorkerActor,
    @Body() { type }: ReplayDto,
  ): Promise<ReplayedDto> {
    return { replayed: await this.replay.all(actor, type ?? null) }
  }

  @Post(':id/replay')
  @HttpCode(204)
  @Allow('delivery.replay')
  @ApiOperation({ summary: 'Tries one again' })
  @ApiNoContentResponse()
  @ApiNotFoundResponse()
  async replayOne(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asId('delivery.replay', 'event')) id: string,
  ): Promise<void> {
    await this.replay.one(actor, id)
  }
}
