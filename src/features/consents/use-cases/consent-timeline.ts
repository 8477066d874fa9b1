import { Injectable } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import {
  placeOf,
  TimelinePart,
  type TimelineAsked,
  type TimelineEntry,
} from '../../timeline/index.js'
import { ConsentTimelineRows } from '../data/consent-timeline.js'

/** Who may know what since when, and what was taken back: for who manages the case. */
@Injectable()
export class ConsentTimeline extends TimelinePart {
  readonly kinds = ['consent'] as const

  constructor(private readonly rows: ConsentTimelineRows) {
    super()
  }

  async entriesFor(_: WorkerActor, asked: TimelineAsked): Promise<TimelineEntry[]> {
    return (await this.rows.before(placeOf(asked))).map(({ id, at, kind, unitName, byName }) => ({
      id,
      at,
      kind: 'consent',
      section: null,
      title: `timeline.consent.${kind}`,
      facts: { unit: unitName },
      by: byName,
      href: `/cases/${asked.caseId}/consents`,
      isStrong: kind === 'withdrawn',
    }))
  }
}
