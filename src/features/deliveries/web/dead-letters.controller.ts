import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { asId } from '../../../platform/web/as-id.js'
import { page, seeOther, type Page, type SeeOther } from '../../../platform/web/page.js'
import { Allow, CurrentActor } from '../../../platform/web/route-permissions.js'
import { ReplayDeliveries } from '../use-cases/replay-deliveries.js'
import { WatchDeliveries } from '../use-cases/watch-deliveries.js'
import { DeadLettersPage } from './dead-letters.page.js'

const onAPage = 25
const here = '/admin/dead-letters'

@Controller('admin/dead-letters')
export class DeadLetterPages {
  constructor(
    private readonly watch: WatchDeliveries,
    private readonly replay: ReplayDeliveries,
  ) {}

  @Get()
  @Allow('delivery.watch')
  async list(@CurrentActor() actor: WorkerActor, @Query('after') asked: unknown): Promise<Page> {
    const after = typeof asked === 'string' && asked !== '' ? asked : undefined
    const { counts, items, next } = await this.watch.run(actor, { after, limit: onAPage })
    return page(DeadLettersPage, {
      counts,
      rows: items,
      firstHref: after === undefined ? undefined : here,
      nextHref: next === null ? undefined : `${here}?after=${next}`,
    })
  }

  /** All of a type, or all where the form names none. */
  @Post('replay')
  @Allow('delivery.replay')
  async replayAll(@CurrentActor() actor: WorkerActor, @Body() body: unknown): Promise<SeeOther> {
    const type =
      typeof body === 'object' && body !== null && 'type' in body && typeof body.type === 'string'
        ? body.type
        : null
    await this.replay.all(actor, type)
    return seeOther(here, 'said.deliveries.replayed')
  }

  @Post(':id/replay')
  @Allow('delivery.replay')
  async replayOne(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asId('delivery.replay', 'event')) id: string,
  ): Promise<SeeOther> {
    await this.replay.one(actor, id)
    return seeOther(here, 'said.deliveries.replayed')
  }
}
