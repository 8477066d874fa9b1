import { Body, Controller, Get, HttpCode, Param, Put, Query } from '@nestjs/common'
import {
  ApiBearerAuth,
  ApiNoContentResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { Allow, CurrentActor } from '../../../platform/web/route-permissions.js'
import { asCaseId } from '../../cases/index.js'
import { ReadAccess } from '../use-cases/read-access.js'
import { WatchSections } from '../use-cases/watch-sections.js'
import { AccessLogDto, AccessQuery, WatchesDto } from './access.dto.js'

@ApiTags('cases')
@ApiBearerAuth()
@ApiNotFoundResponse()
@Controller('api/v1/cases/:id')
export class AccessApi {
  constructor(
    private readonly reading: ReadAccess,
    private readonly watch: WatchSections,
  ) {}

  @Get('access')
  @Allow('case.trail')
  @ApiOperation({ summary: 'Who opened or changed the case, the newest first' })
  @ApiOkResponse({ type: AccessLogDto })
  async log(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCaseId) id: string,
    @Query() { kind, section, limit, after }: AccessQuery,
  ): Promise<AccessLogDto> {
    const { entries, next } = await this.reading.run(actor, id, {
      changesOnly: kind === 'changes',
      section: section ?? null,
      limit,
      after,
    })
    return {
      items: entries.map(({ at, who, action, isChange, sections, outcome, reasons }) => ({
        at,
        who,
        action,
        isChange,
        sections,
        outcome,
        reasons,
      })),
      next,
    }
  }

  @Put('watches')
  @HttpCode(204)
  @Allow('case.watch')
  @ApiOperation({ summary: 'Choose the sections of whose changes one is told' })
  @ApiNoContentResponse()
  async choose(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCaseId) id: string,
    @Body() { sections }: WatchesDto,
  ): Promise<void> {
    await this.watch.run(actor, id, sections)
  }
}
