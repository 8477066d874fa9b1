import { Injectable } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { isSentence } from '../../../ui/translate.js'
import {
  placeOf,
  TimelinePart,
  type TimelineAsked,
  type TimelineEntry,
} from '../../timeline/index.js'
import { ReferralTimelineRows, type ReferralTimelineRow } from '../data/referral-timeline.js'

/** The story of the case's referrals: for who manages the case, and for the receiver its own. */
@Injectable()
export class ReferralTimeline extends TimelinePart {
  readonly kinds = ['referral'] as const

  constructor(private readonly rows: ReferralTimelineRows) {
    super()
  }

  async entriesFor(_: WorkerActor, asked: TimelineAsked): Promise<TimelineEntry[]> {
    return (await this.rows.before(placeOf(asked))).map(entryOf)
  }
}

const strong: readonly string[] = ['rejected', 'failed', 'expired']

const entryOf = ({
  id,
  at,
  kind,
  referralId,
  number,
  unitName,
  byName,
}: ReferralTimelineRow): TimelineEntry => {
  const title = `referrals.case-event.${kind}`
  return {
    id,
    at,
    kind: 'referral',
    section: null,
    title: isSentence(title) ? title : 'timeline.referral.other',
    facts: { number, unit: unitName ?? '' },
    by: byName,
    href: `/referrals/${referralId}`,
    isStrong: strong.includes(kind),
  }
}
