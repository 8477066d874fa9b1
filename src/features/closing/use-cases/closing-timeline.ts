import { Injectable } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import {
  placeOf,
  TimelinePart,
  type TimelineAsked,
  type TimelineEntry,
} from '../../timeline/index.js'
import { ClosingTimelineRows } from '../data/closing-timeline.js'

/** Why the case was closed and opened again: for who manages it. */
@Injectable()
export class ClosingTimeline extends TimelinePart {
  readonly kinds = ['case'] as const

  constructor(private readonly rows: ClosingTimelineRows) {
    super()
  }

  async entriesFor(_: WorkerActor, asked: TimelineAsked): Promise<TimelineEntry[]> {
    return (await this.rows.before(placeOf(asked))).map((row) => ({
      id: row.id,
      at: row.at,
      kind: 'case',
      section: null,
      ...(row.kind === 'closed'
        ? { title: 'timeline.closing.closed', said: { reason: `code.closure.${row.reason}` } }
        : { title: 'timeline.closing.reopened', said: { reason: `closing.reopen.${row.reason}` } }),
      by: row.byName,
      href: `/cases/${asked.caseId}/closing`,
      isStrong: true,
    }))
  }
}
