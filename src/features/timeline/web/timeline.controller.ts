import { Controller, Get, Param, Query, Req } from '@nestjs/common'
import type { FastifyRequest } from 'fastify'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { formatter } from '../../../platform/i18n/index.js'
import { asId } from '../../../platform/web/as-id.js'
import { page, type Page } from '../../../platform/web/page.js'
import { Allow, CurrentActor } from '../../../platform/web/route-permissions.js'
import { translate } from '../../../ui/translate.js'
import { searchFor } from '../use-cases/entry-words.js'
import { ReadTimeline, type TimelineQuestion } from '../use-cases/read-timeline.js'
import { TimelinePrintPage } from './print.page.js'
import { TimelinePage } from './timeline.page.js'
import {
  narrowedBy,
  timelineView,
  type TimelineNarrowed,
  type TimelineQuery,
} from './timeline.view.js'

const asCase = asId('timeline.read', 'case')

/** What happened to a case, on the screen and on paper. */
@Controller('cases/:id/timeline')
export class TimelinePages {
  constructor(private readonly reading: ReadTimeline) {}

  @Get()
  @Allow('timeline.read')
  async one(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCase) id: string,
    @Query() query: TimelineQuery,
    @Req() request: FastifyRequest,
  ): Promise<Page> {
    const narrowed = narrowedBy(query)
    const read = await this.reading.run(actor, id, {
      ...questionOf(narrowed, request),
      after: narrowed.after,
    })
    return page(TimelinePage, timelineView(read, narrowed))
  }

  @Get('print')
  @Allow('timeline.print')
  async print(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCase) id: string,
    @Query() query: TimelineQuery,
    @Req() request: FastifyRequest,
  ): Promise<Page> {
    const { kinds, sections, search } = narrowedBy(query)
    const narrowed = { kinds, sections, search }
    const read = await this.reading.toPrint(actor, id, questionOf(narrowed, request))
    const printedBy = request.signedIn?.displayName ?? ''
    return page(TimelinePrintPage, { ...timelineView(read, narrowed), printedBy })
  }
}

const questionOf = (
  { kinds, sections, search }: TimelineNarrowed,
  { locale, signedIn }: FastifyRequest,
): Omit<TimelineQuestion, 'after' | 'limit'> => ({
  kinds,
  sections,
  search: searchFor(search, translate(locale), formatter(locale, signedIn?.timeZone)),
})
