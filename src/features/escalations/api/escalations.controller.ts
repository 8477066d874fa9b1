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
import { Clock } from '../../../platform/clock/clock.js'
import { asId } from '../../../platform/web/as-id.js'
import { Allow, CurrentActor } from '../../../platform/web/route-permissions.js'
import { Coordinate } from '../use-cases/coordinate.js'
import { ListEscalations, type LateRow } from '../use-cases/list-escalations.js'
import {
  DeedDto,
  EscalationsPageDto,
  EscalationsQuery,
  LatePageDto,
  LateQuery,
} from './escalation.dto.js'

@ApiTags('escalations')
@ApiBearerAuth()
@Controller('api/v1/escalations')
export class EscalationsApi {
  constructor(
    private readonly list: ListEscalations,
    private readonly coordinate: Coordinate,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Allow('escalation.read')
  @ApiOperation({ summary: 'What has come to the coordinator of a province or the country' })
  @ApiOkResponse({ type: EscalationsPageDto })
  @ApiNotFoundResponse()
  async escalations(
    @CurrentActor() actor: WorkerActor,
    @Query() { after, limit }: EscalationsQuery,
  ): Promise<EscalationsPageDto> {
    const { items, next, total, units, byClock } = await this.list.ofArea(actor, { after, limit })
    const now = this.clock.now()
    return {
      total,
      units,
      byClock,
      items: items.map((row) => ({
        ...lateOf(row, now),
        lastDeed: row.deed,
        lastDeedAt: row.deedAt?.toISOString() ?? null,
      })),
      next,
    }
  }

  @Get('late')
  @Allow('escalation.read')
  @ApiOperation({ summary: 'What a supervisor’s unit lets wait (in) or waits for (out)' })
  @ApiOkResponse({ type: LatePageDto })
  @ApiNotFoundResponse()
  async late(
    @CurrentActor() actor: WorkerActor,
    @Query() { direction, after, limit }: LateQuery,
  ): Promise<LatePageDto> {
    const { items, next } = await this.list.ofUnit(actor, direction, { after, limit })
    const now = this.clock.now()
    return {
      items: items.map((row) => ({
        ...lateOf(row, now),
        waitsFor: row.waitsFor,
        escalationLevel: row.escalationLevel,
      })),
      next,
    }
  }

  @Post(':id/deeds')
  @HttpCode(204)
  @Allow('escalation.act')
  @ApiOperation({ summary: 'Reminds the unit again, or notes what the coordinator did' })
  @ApiNoContentResponse()
  @ApiNotFoundResponse()
  async act(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asId('escalation.act', 'referral')) id: string,
    @Body() { deed }: DeedDto,
  ): Promise<void> {
    await this.coordinate.run(actor, id, deed)
  }
}

const lateOf = (row: LateRow, now: Date) => ({
  id: row.id,
  number: row.number,
  service: row.service,
  urgency: row.urgency,
  status: row.status,
  from: { id: row.fromUnitId, name: row.fromUnitName },
  to: { id: row.toUnitId, name: row.toUnitName },
  clock: row.clock,
  dueAt: row.dueAt.toISOString(),
  lateMinutes: Math.max(0, Math.floor((now.getTime() - row.dueAt.getTime()) / 60_000)),
  escalatedAt: row.escalatedAt?.toISOString() ?? null,
})
