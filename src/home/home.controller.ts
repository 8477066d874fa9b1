import { Controller, Get, Inject } from '@nestjs/common'
import { DataSource } from 'typeorm'
import type { WorkerActor } from '../platform/access/actor.js'
import { mayEver, type Action } from '../platform/access/decide.js'
import { asDatabaseError, DatabaseAway } from '../platform/database/database-away.js'
import { DeadLetters } from '../platform/outbox/index.js'
import { page, seeOther, type Page, type SeeOther } from '../platform/web/page.js'
import { Allow, CurrentActor, Public, WhenLocked } from '../platform/web/route-permissions.js'
import { GlossaryPage } from './glossary.page.js'
import { AccessibilityPage, HelpPage } from './help.page.js'

const firstPages = [
  ['today.read', '/today'],
  ['report.read', '/reports'],
  ['audit.read', '/audit'],
  ['delivery.watch', '/admin/dead-letters'],
  ['directory.read', '/directory'],
] as const satisfies readonly (readonly [Action, string])[]

/** The way in, and what a load balancer asks. */
@Controller()
export class HomeController {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    private readonly letters: DeadLetters,
  ) {}

  @Get()
  @Allow('account.own')
  home(@CurrentActor() actor: WorkerActor): SeeOther {
    const [, path = '/directory'] = firstPages.find(([action]) => mayEver(actor, action)) ?? []
    return seeOther(path)
  }

  @Get('help')
  @Public()
  @WhenLocked()
  help(): Page {
    return page(HelpPage, {})
  }

  @Get('help/glossary')
  @Public()
  @WhenLocked()
  glossary(): Page {
    return page(GlossaryPage, {})
  }

  @Get('accessibility')
  @Public()
  @WhenLocked()
  accessibility(): Page {
    return page(AccessibilityPage, {})
  }

  /** The process runs; nothing else is asked. */
  @Get('live')
  @Public()
  live(): { status: 'live' } {
    return { status: 'live' }
  }

  /**
   * The process can serve: its database answers. Says too how many events were given up, for whoever
   * watches; they are no reason to take the process out of service. @throws DatabaseAway
   */
  @Get('ready')
  @Public()
  async ready(): Promise<{ status: 'ready'; deadLetters: number }> {
    try {
      await this.dataSource.query('SELECT 1')
      const counts = await this.letters.ofService.counts()
      return { status: 'ready', deadLetters: counts.reduce((sum, { count }) => sum + count, 0) }
    } catch (error) {
      throw new DatabaseAway(asDatabaseError(error))
    }
  }
}
