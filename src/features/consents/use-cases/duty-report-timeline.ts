import { Injectable } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import {
  placeOf,
  TimelinePart,
  type TimelineAsked,
  type TimelineEntry,
} from '../../timeline/index.js'
import { DutyReportTimelineRows } from '../data/duty-report-timeline.js'

/** What the law obliged to report, step by step, for who manages the case; of what was told, nothing. */
@Injectable()
export class DutyReportTimeline extends TimelinePart {
  readonly kinds = ['consent'] as const

  constructor(private readonly rows: DutyReportTimelineRows) {
    super()
  }

  async entriesFor(_: WorkerActor, asked: TimelineAsked): Promise<TimelineEntry[]> {
    return (await this.rows.before(placeOf(asked))).map((row) => ({
      id: row.id,
      at: row.at,
      kind: 'consent',
      section: null,
      title: `timeline.duty-report.${row.kind}`,
      facts: { number: row.number },
      said: { authority: `code.authority.${row.authority}` },
      by: row.byName,
      href: `/cases/${asked.caseId}/reports/${row.id}`,
    }))
  }
}
