import { Controller, Get, Param, ParseUUIDPipe, Query } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { Clock } from '../../../platform/clock/clock.js'
import { localTimeOf } from '../../../platform/clock/local-time.js'
import { NotFound } from '../../../platform/errors/not-found.js'
import { page, type Page } from '../../../platform/web/page.js'
import { Allow, CurrentActor } from '../../../platform/web/route-permissions.js'
import { provinceOn, provincesOn } from '../domain/provinces.js'
import { ListUnits } from '../use-cases/list-units.js'
import { ReadUnit } from '../use-cases/read-unit.js'
import { TellPlaces } from '../use-cases/tell-places.js'
import { directoryPath, filterOf, type DirectoryQuery } from './directory-filter.js'
import { DirectoryPage } from './directory.page.js'
import { UnitPage } from './unit.page.js'

const unitsOnAPage = 20

const asUnitId = new ParseUUIDPipe({
  exceptionFactory: () => new NotFound('directory.read', 'unit', null),
})

@Controller('directory')
export class DirectoryPages {
  constructor(
    private readonly listUnits: ListUnits,
    private readonly readUnit: ReadUnit,
    private readonly tellPlaces: TellPlaces,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Allow('directory.read')
  async list(@CurrentActor() actor: WorkerActor, @Query() query: DirectoryQuery): Promise<Page> {
    const filter = filterOf(query)
    const after = typeof query.after === 'string' && query.after !== '' ? query.after : undefined
    const { items, next } = await this.listUnits.run(actor, filter, { after, limit: unitsOnAPage })
    const today = this.today()
    return page(DirectoryPage, {
      filter,
      provinces: provincesOn(today),
      units: items.map((unit) => ({
        ...unit,
        provinceName: provinceOn(unit.provinceCode, today)?.name ?? unit.provinceCode,
      })),
      firstHref: after === undefined ? undefined : directoryPath(filter),
      nextHref: next === null ? undefined : directoryPath(filter, next),
    })
  }

  @Get(':unitId')
  @Allow('directory.read')
  async one(
    @CurrentActor() actor: WorkerActor,
    @Param('unitId', asUnitId) unitId: string,
  ): Promise<Page> {
    const unit = await this.readUnit.run(actor, unitId)
    return page(UnitPage, {
      mayTellPlaces: this.tellPlaces.mayTell(actor, unitId),
      unit: {
        ...unit,
        provinceName: provinceOn(unit.provinceCode, this.today())?.name ?? unit.provinceCode,
      },
    })
  }

  private today(): string {
    return localTimeOf(this.clock.now()).date
  }
}
