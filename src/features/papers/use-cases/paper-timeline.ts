import { Injectable } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import {
  placeOf,
  TimelinePart,
  type TimelineAsked,
  type TimelineEntry,
} from '../../timeline/index.js'
import { PaperTimelineRows } from '../data/paper-timeline.js'
import { sectionOf } from './case-papers.js'

/** Documents that were added or removed; of what they are called, nothing. */
@Injectable()
export class PaperTimeline extends TimelinePart {
  readonly kinds = ['document'] as const

  constructor(private readonly rows: PaperTimelineRows) {
    super()
  }

  async entriesFor(_: WorkerActor, asked: TimelineAsked): Promise<TimelineEntry[]> {
    return (await this.rows.before(placeOf(asked))).map((row) => ({
      id: row.id,
      at: row.at,
      kind: 'document',
      section: sectionOf(row),
      ...(row.removedReason === null
        ? { title: 'timeline.paper.added' }
        : {
            title: 'timeline.paper.removed',
            said: { reason: `code.removal.${row.removedReason}` },
          }),
      by: row.byName,
      href: `/cases/${asked.caseId}/papers`,
    }))
  }
}
