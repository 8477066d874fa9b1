import { Injectable } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { isSentence } from '../../../ui/translate.js'
import {
  placeOf,
  TimelinePart,
  type TimelineAsked,
  type TimelineEntry,
} from '../../timeline/index.js'
import { TransferTimelineRows } from '../data/transfer-timeline.js'

/** How the case moved from unit to unit. */
@Injectable()
export class TransferTimeline extends TimelinePart {
  readonly kinds = ['transfer'] as const

  constructor(private readonly rows: TransferTimelineRows) {
    super()
  }

  async entriesFor(_: WorkerActor, asked: TimelineAsked): Promise<TimelineEntry[]> {
    return (await this.rows.before(placeOf(asked))).map((row) => {
      const title = `timeline.transfer.${row.kind}`
      return {
        id: row.id,
        at: row.at,
        kind: 'transfer',
        section: null,
        title: isSentence(title) ? title : 'timeline.transfer.other',
        facts: { number: row.number, from: row.fromName, to: row.toName },
        by: row.byName,
        href: `/transfers/${row.transferId}`,
        isStrong: row.kind === 'accepted' || row.kind === 'expired',
      }
    })
  }
}
