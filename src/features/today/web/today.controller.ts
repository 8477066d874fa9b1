import { Controller, Get } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { mayEver } from '../../../platform/access/decide.js'
import { page, type Page } from '../../../platform/web/page.js'
import { Allow, CurrentActor } from '../../../platform/web/route-permissions.js'
import { ReadToday } from '../use-cases/read-today.js'
import { TodayPage } from './today.page.js'

@Controller('today')
export class TodayPages {
  constructor(private readonly readToday: ReadToday) {}

  @Get()
  @Allow('today.read')
  async today(@CurrentActor() actor: WorkerActor): Promise<Page> {
    const day = await this.readToday.run(actor)
    return page(TodayPage, { day, mayOpen: mayEver(actor, 'case.open') })
  }
}
