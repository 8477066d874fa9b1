import { Controller, Get, Param, Query, Req } from '@nestjs/common'
import {
  ApiBearerAuth,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger'
import type { FastifyRequest } from 'fastify'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { formatter } from '../../../platform/i18n/index.js'
import { asId } from '../../../platform/web/as-id.js'
import { Allow, CurrentActor } from '../../../platform/web/route-permissions.js'
import { translate } from '../../../ui/translate.js'
import { saidEntry, searchFor } from '../use-cases/entry-words.js'
import { ReadTimeline } from '../use-cases/read-timeline.js'
import { TimelinePageDto, TimelineQueryDto } from './timeline.dto.js'

@ApiTags('cases')
@ApiBearerAuth()
@Controller('api/v1/cases/:id/timeline')
export class TimelineApi {
  constructor(private readonly reading: ReadTimeline) {}

  @Get()
  @Allow('timeline.read')
  @ApiOperation({ summary: 'What happened to the case, the newest first' })
  @ApiOkResponse({ type: TimelinePageDto })
  @ApiNotFoundResponse()
  async one(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asId('timeline.read', 'case')) id: string,
    @Query() { kind, section, q, limit, after }: TimelineQueryDto,
    @Req() { locale, signedIn }: FastifyRequest,
  ): Promise<TimelinePageDto> {
    const t = translate(locale)
    const format = formatter(locale, signedIn?.timeZone)
    const { entries, next, lookedThrough } = await this.reading.run(actor, id, {
      kinds: kind,
      sections: section,
      search: searchFor(q, t, format),
      limit,
      after,
    })
    return {
      items: entries.map((entry) => ({
        id: entry.id,
        at: entry.at.toISOString(),
        kind: entry.kind,
        section: entry.section,
        event: entry.title,
        ...saidEntry(entry, t, format),
        by: entry.by,
      })),
      next,
      lookedThrough,
    }
  }
}
