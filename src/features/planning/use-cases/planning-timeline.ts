import { Injectable } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import {
  placeOf,
  TimelinePart,
  type TimelineAsked,
  type TimelineEntry,
} from '../../timeline/index.js'
import { PlanningTimelineRows, type PlanningTimelineRow } from '../data/planning-timeline.js'

/** The plan, its tasks and the contacts with the person: for who manages the case. */
@Injectable()
export class PlanningTimeline extends TimelinePart {
  readonly kinds = ['plan', 'task', 'contact'] as const

  constructor(private readonly rows: PlanningTimelineRows) {
    super()
  }

  async entriesFor(_: WorkerActor, asked: TimelineAsked): Promise<TimelineEntry[]> {
    return (await this.rows.before(placeOf(asked))).map(({ id, at, kind, byName }) => ({
      id,
      at,
      kind: kindOf(kind),
      section: null,
      title: `timeline.planning.${kind}`,
      by: byName,
    }))
  }
}

const kindOf = (kind: PlanningTimelineRow['kind']): 'plan' | 'task' | 'contact' => {
  if (kind === 'plan') return 'plan'
  return kind === 'reached' || kind === 'not-reached' ? 'contact' : 'task'
}
