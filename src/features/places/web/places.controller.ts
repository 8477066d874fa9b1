import { Controller, Get, Query } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { page, type Page } from '../../../platform/web/page.js'
import { Allow, CurrentActor } from '../../../platform/web/route-permissions.js'
import { ListPlaces } from '../use-cases/list-places.js'
import { OverseePlaces } from '../use-cases/oversee-places.js'
import { PlacesAdminPage } from './places-admin.page.js'

/** What is known of the communes: for administrators, and for forms while somebody types. */
@Controller()
export class CommunePages {
  constructor(
    private readonly oversee: OverseePlaces,
    private readonly listPlaces: ListPlaces,
  ) {}

  @Get('admin/places')
  @Allow('place.oversee')
  async overview(@CurrentActor() actor: WorkerActor): Promise<Page> {
    return page(PlacesAdminPage, await this.oversee.run(actor))
  }

  /** What a form offers once another province is chosen; for its script only. */
  @Get('places/names')
  @Allow('place.read')
  async names(
    @CurrentActor() actor: WorkerActor,
    @Query('province') province: unknown,
  ): Promise<{ readonly names: readonly string[] }> {
    const code = typeof province === 'string' ? province : ''
    return { names: await this.listPlaces.names(actor, code) }
  }
}
