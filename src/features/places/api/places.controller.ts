import { Controller, Get, Query } from '@nestjs/common'
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { Allow, CurrentActor } from '../../../platform/web/route-permissions.js'
import { withEtag, type Versioned } from '../../../platform/web/versions.js'
import { fullNameOf, type Commune } from '../domain/commune.js'
import { ListPlaces } from '../use-cases/list-places.js'
import { PlacesPageDto, PlacesQuery, type PlaceDto } from './place.dto.js'

@ApiTags('directory')
@ApiBearerAuth()
@Controller('api/v1/places')
export class PlacesApi {
  constructor(private readonly listPlaces: ListPlaces) {}

  @Get()
  @Allow('place.read')
  @ApiOperation({
    summary: 'Communes in the order of their codes; the ETag is the version of the whole list',
  })
  @ApiOkResponse({ type: PlacesPageDto })
  async places(
    @CurrentActor() actor: WorkerActor,
    @Query() { province, on, limit, after }: PlacesQuery,
  ): Promise<Versioned> {
    const { items, next, version } = await this.listPlaces.page(
      actor,
      { province, on },
      { after, limit },
    )
    return withEtag(version, { items: items.map(placeOf), next })
  }
}

const placeOf = ({ provinceCode, ...commune }: Commune): PlaceDto => ({
  code: commune.code,
  province: provinceCode,
  kind: commune.kind,
  name: commune.name,
  fullName: fullNameOf(commune),
  nameEn: commune.nameEn,
  validFrom: commune.validFrom,
  validUntil: commune.validUntil,
  replacedBy: [...commune.replacedBy],
})
