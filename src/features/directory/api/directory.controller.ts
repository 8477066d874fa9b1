import { Controller, Get, Param, ParseUUIDPipe, Query, Req } from '@nestjs/common'
import {
  ApiBearerAuth,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger'
import type { FastifyRequest } from 'fastify'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { NotFound } from '../../../platform/errors/not-found.js'
import { Allow, CurrentActor } from '../../../platform/web/route-permissions.js'
import { translate } from '../../../ui/translate.js'
import { cpimsServicesOf, sectorsGiving, serviceTypes } from '../domain/service-types.js'
import { ListUnits } from '../use-cases/list-units.js'
import { ReadUnit } from '../use-cases/read-unit.js'
import { unitOf } from './unit-of.js'
import { ServicesPageDto, UnitDto, UnitsPageDto, UnitsQuery } from './unit.dto.js'

const asUnitId = new ParseUUIDPipe({
  exceptionFactory: () => new NotFound('directory.read', 'unit', null),
})

@ApiTags('directory')
@ApiBearerAuth()
@Controller('api/v1')
export class DirectoryApi {
  constructor(
    private readonly listUnits: ListUnits,
    private readonly readUnit: ReadUnit,
  ) {}

  @Get('units')
  @Allow('directory.read')
  @ApiOperation({ summary: 'Active units in the order of their names' })
  @ApiOkResponse({ type: UnitsPageDto })
  async units(
    @CurrentActor() actor: WorkerActor,
    @Query() { sector, service, province, limit, after }: UnitsQuery,
    @Req() { locale }: FastifyRequest,
  ): Promise<UnitsPageDto> {
    const { items, next } = await this.listUnits.run(
      actor,
      { sector, service, provinceCode: province },
      { after, limit },
    )
    return { items: items.map((unit) => unitOf(unit, locale)), next }
  }

  @Get('units/:id')
  @Allow('directory.read')
  @ApiOperation({ summary: 'One active unit' })
  @ApiOkResponse({ type: UnitDto })
  @ApiNotFoundResponse()
  async unit(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asUnitId) id: string,
    @Req() { locale }: FastifyRequest,
  ): Promise<UnitDto> {
    return unitOf(await this.readUnit.run(actor, id), locale)
  }

  @Get('services')
  @Allow('directory.read')
  @ApiOperation({ summary: 'Everything one can refer a person for' })
  @ApiOkResponse({ type: ServicesPageDto })
  services(@Req() { locale }: FastifyRequest): ServicesPageDto {
    const t = translate(locale)
    return {
      items: serviceTypes.map((code) => ({
        code,
        name: t(`code.service.${code}`),
        sectors: sectorsGiving(code),
        cpims: cpimsServicesOf(code),
      })),
      next: null,
    }
  }
}
