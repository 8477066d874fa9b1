import { Injectable } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { isSentence } from '../../../ui/translate.js'
import {
  placeOf,
  TimelinePart,
  type TimelineAsked,
  type TimelineEntry,
} from '../../timeline/index.js'
import { TakedownRows, type TakedownEventRow } from '../data/takedown-rows.js'

/** What was done to have something removed or kept; of what it is, nothing. */
@Injectable()
export class TakedownTimeline extends TimelinePart {
  readonly kinds = ['takedown'] as const

  constructor(private readonly rows: TakedownRows) {
    super()
  }

  async entriesFor(_: WorkerActor, asked: TimelineAsked): Promise<TimelineEntry[]> {
    return (await this.rows.before(placeOf(asked))).map((row) => entryOf(row, asked.caseId))
  }
}

const entryOf = (row: TakedownEventRow, caseId: string): TimelineEntry => {
  const title = `takedown.event.${row.kind}`
  return {
    id: row.id,
    at: row.at,
    kind: 'takedown',
    section: 'incident',
    title: isSentence(title) ? title : 'takedown.event.other',
    facts: { number: row.number },
    said: { platform: `takedown.platform.${row.platform}` },
    by: row.byName,
    href: `/cases/${caseId}/takedown/${row.takedownId}`,
    isStrong: row.kind === 'refused' || row.kind === 'reappeared',
  }
}
