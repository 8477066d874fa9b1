import { Controller, Get, Param, Post, Query } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { Clock } from '../../../platform/clock/clock.js'
import { localTimeOf } from '../../../platform/clock/local-time.js'
import { NotFound } from '../../../platform/errors/not-found.js'
import { asId } from '../../../platform/web/as-id.js'
import { page, seeOther, type Page, type SeeOther } from '../../../platform/web/page.js'
import { Allow, CurrentActor } from '../../../platform/web/route-permissions.js'
import { calendarOf } from '../../../platform/clock/holidays.js'
import { isCoordinationDeed, lateLists, type LateList } from '../domain/late.js'
import { Coordinate } from '../use-cases/coordinate.js'
import { ListEscalations, type LateRow } from '../use-cases/list-escalations.js'
import { CalendarPage } from './calendar.page.js'
import { EscalationsPage, type LateView } from './escalations.page.js'

interface EscalationsQuery {
  readonly list?: unknown
  readonly after?: unknown
}

/** Who waits too long, for those who can call somebody; and the days on which clocks rest. */
@Controller()
export class EscalationPages {
  constructor(
    private readonly escalations: ListEscalations,
    private readonly coordinate: Coordinate,
    private readonly clock: Clock,
  ) {}

  @Get('escalations')
  @Allow('escalation.read')
  async list(
    @CurrentActor() actor: WorkerActor,
    @Query() { list: asked, after: position }: EscalationsQuery,
  ): Promise<Page> {
    const lists = this.escalations.listsOf(actor)
    const list = lateLists.find((one) => one === asked) ?? lists[0]
    if (list === undefined) throw new NotFound('escalation.read', 'escalation', null)
    const after = typeof position === 'string' && position !== '' ? position : undefined
    const now = this.clock.now()
    const frame = { lists, list, firstHref: after === undefined ? undefined : pathOf(list) }
    if (list === 'area') {
      const { items, next, ...figures } = await this.escalations.ofArea(actor, { after })
      return page(EscalationsPage, {
        ...frame,
        figures,
        rows: items.map((row) => ({
          ...lateView(row, now),
          deed: row.deed,
          deedAt: row.deedAt,
          mayRemind: row.clock !== 'expired',
        })),
        nextHref: next === null ? undefined : pathOf(list, next),
      })
    }
    const { items, next } = await this.escalations.ofUnit(actor, list, { after })
    return page(EscalationsPage, {
      ...frame,
      figures: null,
      rows: items.map((row) => ({
        ...lateView(row, now),
        href: `/referrals/${row.id}`,
        waitsFor: row.waitsFor,
        escalationLevel: row.escalationLevel,
      })),
      nextHref: next === null ? undefined : pathOf(list, next),
    })
  }

  @Post('escalations/:id/:deed')
  @Allow('escalation.act')
  async act(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asId('escalation.act', 'referral')) id: string,
    @Param('deed') deed: string,
  ): Promise<SeeOther> {
    if (!isCoordinationDeed(deed)) throw new NotFound('escalation.act', 'referral', id)
    await this.coordinate.run(actor, id, deed)
    return seeOther('/escalations', `said.escalations.${deed}`)
  }

  @Get('calendar')
  @Allow('directory.read')
  calendar(): Page {
    const year = Number(localTimeOf(this.clock.now()).date.slice(0, 4))
    return page(CalendarPage, { years: [year, year + 1].map(calendarOf) })
  }
}

const pathOf = (list: LateList, after?: string): string =>
  `/escalations?list=${list}${after === undefined ? '' : `&after=${encodeURIComponent(after)}`}`

const lateView = (row: LateRow, now: Date): LateView => ({
  id: row.id,
  number: row.number,
  service: row.service,
  urgency: row.urgency,
  from: row.fromUnitName,
  to: row.toUnitName,
  clock: row.clock,
  lateBy: now.getTime() - row.dueAt.getTime(),
  escalatedAt: row.escalatedAt,
})
