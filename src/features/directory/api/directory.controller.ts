import { Body, Controller, Get, Param, ParseUUIDPipe, Put, Query, Req } from '@nestjs/common'
import {
  ApiBearerAuth,
  ApiHeader,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger'
import type { FastifyRequest } from 'fastify'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { NotFound } from '../../../platform/errors/not-found.js'
import { asId } from '../../../platform/web/as-id.js'
import { Allow, CurrentActor } from '../../../platform/web/route-permissions.js'
import { IfMatch, withEtag, type Versioned } from '../../../platform/web/versions.js'
import { translate } from '../../../ui/translate.js'
import { PlacesUnfit, type NewPlaces } from '../domain/places.js'
import { cpimsServicesOf, sectorsGiving, serviceTypes } from '../domain/service-types.js'
import { ListUnits } from '../use-cases/list-units.js'
import { ReadUnit } from '../use-cases/read-unit.js'
import { TellPlaces } from '../use-cases/tell-places.js'
import { unitOf } from './unit-of.js'
import { ServicesPageDto, TellPlacesDto, UnitDto, UnitsPageDto, UnitsQuery } from './unit.dto.js'

const asUnitId = new ParseUUIDPipe({
  exceptionFactory: () => new NotFound('directory.read', 'unit', null),
})

const asOwnUnitId = asId('directory.tell-places', 'unit')

// One number alone says nothing.
const placesOf = (total: number | undefined, free: number | undefined): NewPlaces => {
  if (total === undefined && free === undefined) return null
  if (total === undefined || free === undefined) throw new PlacesUnfit()
  return { total, free }
}

@ApiTags('directory')
@ApiBearerAuth()
@Controller('api/v1')
export class DirectoryApi {
  constructor(
    private readonly listUnits: ListUnits,
    private readonly readUnit: ReadUnit,
    private readonly tellPlaces: TellPlaces,
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
  ): Promise<Versioned> {
    const unit = await this.readUnit.run(actor, id)
    return withEtag(unit.version, unitOf(unit, locale))
  }

  @Put('units/:id/places')
  @Allow('directory.tell-places')
  @ApiOperation({ summary: 'Tells the places of the own unit; for its supervisors' })
  @ApiHeader({ name: 'If-Match', required: true })
  @ApiOkResponse({ type: UnitDto })
  @ApiNotFoundResponse()
  async places(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asOwnUnitId) id: string,
    @IfMatch() version: number,
    @Body() { total, free }: TellPlacesDto,
    @Req() { locale }: FastifyRequest,
  ): Promise<Versioned> {
    await this.tellPlaces.run(actor, id, version, placesOf(total, free))
    const unit = await this.readUnit.run(actor, id)
    return withEtag(unit.version, unitOf(unit, locale))
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
