import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post } from '@nestjs/common'
import {
  ApiBearerAuth,
  ApiCreatedResponse,
  ApiHeader,
  ApiNoContentResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { asId } from '../../../platform/web/as-id.js'
import { Allow, CurrentActor } from '../../../platform/web/route-permissions.js'
import { KeepFilters } from '../use-cases/keep-filters.js'
import { askedBy, queryOf } from '../use-cases/list-query.js'
import { FilterNameDto, KeptFilterIdDto, KeptFiltersDto, NewFilterDto } from './filter.dto.js'

@ApiTags('cases')
@ApiBearerAuth()
@Controller('api/v1/cases/filters')
export class FiltersApi {
  constructor(private readonly filters: KeepFilters) {}

  @Get()
  @Allow('case.list')
  @ApiOperation({ summary: 'Filters of the work list that one keeps' })
  @ApiOkResponse({ type: KeptFiltersDto })
  async all(@CurrentActor() actor: WorkerActor): Promise<KeptFiltersDto> {
    const kept = await this.filters.all(actor)
    return { items: kept.map(({ id, name, query }) => ({ id, name, query: { ...query } })) }
  }

  @Post()
  @Allow('case.list')
  @ApiOperation({ summary: 'Keep a filter' })
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @ApiCreatedResponse({ type: KeptFilterIdDto })
  async add(
    @CurrentActor() actor: WorkerActor,
    @Body() { name, query }: NewFilterDto,
  ): Promise<KeptFilterIdDto> {
    return { id: await this.filters.add(actor, name, queryOf(askedBy(query))) }
  }

  @Patch(':id')
  @HttpCode(204)
  @Allow('case.list')
  @ApiOperation({ summary: 'Rename a filter' })
  @ApiNoContentResponse()
  @ApiNotFoundResponse()
  rename(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asId('case.list', 'saved-filter')) id: string,
    @Body() { name }: FilterNameDto,
  ): Promise<void> {
    return this.filters.rename(actor, id, name)
  }

  @Delete(':id')
  @HttpCode(204)
  @Allow('case.list')
  @ApiOperation({ summary: 'Remove a filter' })
  @ApiNoContentResponse()
  @ApiNotFoundResponse()
  remove(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asId('case.list', 'saved-filter')) id: string,
  ): Promise<void> {
    return this.filters.remove(actor, id)
  }
}
