import { Controller, Get } from '@nestjs/common'
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { Allow, CurrentActor } from '../../../platform/web/route-permissions.js'
import { ReadToday, type DayItem } from '../use-cases/read-today.js'
import { TodayDto, type TodayItemDto } from './today.dto.js'

@ApiTags('today')
@ApiBearerAuth()
@Controller('api/v1/today')
export class TodayApi {
  constructor(private readonly readToday: ReadToday) {}

  @Get()
  @Allow('today.read')
  @ApiOperation({ summary: 'What is due, new and waiting for the caller' })
  @ApiOkResponse({ type: TodayDto })
  async today(@CurrentActor() actor: WorkerActor): Promise<TodayDto> {
    const { due, highRisk, answers, news, drafts } = await this.readToday.run(actor)
    return {
      due: due.map(itemOf),
      highRisk: highRisk.map(itemOf),
      answers: answers.map(itemOf),
      news: news.map(itemOf),
      drafts: drafts.map(itemOf),
    }
  }
}

const itemOf = (item: DayItem): TodayItemDto => ({
  title: item.title,
  href: item.href,
  about: item.about,
  caseId: item.caseId,
  due: item.due?.toISOString() ?? null,
  since: item.since?.toISOString() ?? null,
  isOverdue: item.isOverdue,
  isHighRisk: item.isHighRisk,
})
