import { Body, Controller, HttpCode, Post } from '@nestjs/common'
import {
  ApiBearerAuth,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
  ApiTooManyRequestsResponse,
} from '@nestjs/swagger'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { Allow, CurrentActor, OnlyAsks } from '../../../platform/web/route-permissions.js'
import { SearchCases, type FoundCase } from '../use-cases/search-cases.js'
import { FoundCasesDto, SearchDto, type FoundCaseDto } from './search.dto.js'

@ApiTags('cases')
@ApiBearerAuth()
@Controller('api/v1/cases/search')
export class SearchApi {
  constructor(private readonly searchCases: SearchCases) {}

  @Post()
  @HttpCode(200)
  @OnlyAsks()
  @Allow('case.search')
  @ApiOperation({
    summary: 'Find cases by number, name, telephone number or account, within what one may see',
  })
  @ApiOkResponse({ type: FoundCasesDto })
  @ApiTooManyRequestsResponse()
  async search(
    @CurrentActor() actor: WorkerActor,
    @Body() { query }: SearchDto,
  ): Promise<FoundCasesDto> {
    const { cases, isCut } = await this.searchCases.run(actor, query)
    return { items: cases.map(dtoOf), isCut }
  }
}

const dtoOf = ({ id, row, initials, ageBand, sex, matches }: FoundCase): FoundCaseDto => ({
  id,
  number: row?.number ?? null,
  initials,
  ageBand,
  sex,
  status: row?.status ?? null,
  riskLevel: row?.riskLevel ?? null,
  provinceCode: row?.provinceCode ?? null,
  commune: row?.commune ?? null,
  leadWorkerId: row?.leadWorkerId ?? null,
  matches: [...matches],
})
