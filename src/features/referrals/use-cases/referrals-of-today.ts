import { Injectable } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { TodayPart, type TodayItem } from '../../today/index.js'
import {
  DayOfReferrals,
  type DayOfReferral,
  type DayReferralRow,
} from '../data/day-of-referrals.js'

// What a caseworker has to do about it, or only hears of.
const kindOf: Readonly<Record<DayOfReferral, TodayItem['kind']>> = {
  draft: 'draft',
  question: 'due',
  confirm: 'due',
  'find-another': 'due',
  late: 'due',
  accepted: 'answer',
  started: 'answer',
  failed: 'answer',
  'answer-desk': 'new',
  'in-hand': 'due',
  serve: 'due',
}

const pathOf = ({ id, what }: DayReferralRow): string =>
  what === 'confirm' ? `/referrals/${id}/confirm` : `/referrals/${id}`

/** Answers, questions and what lies on the desk. */
@Injectable()
export class ReferralsOfToday extends TodayPart {
  constructor(private readonly day: DayOfReferrals) {
    super()
  }

  async itemsFor(actor: WorkerActor, now: Date, limit: number): Promise<TodayItem[]> {
    const rows = await this.day.of(actor, now, limit)
    return rows.map((row) => ({
      kind: kindOf[row.what],
      title: `referrals.today.${row.what}`,
      facts: { unit: row.unitName ?? '' },
      href: pathOf(row),
      about: row.number,
      caseId: row.caseId,
      due: row.due,
      since: row.since,
    }))
  }
}
