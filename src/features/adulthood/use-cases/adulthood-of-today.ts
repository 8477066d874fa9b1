import { Injectable } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { TodayPart, type TodayItem } from '../../today/index.js'
import { DecisionRows } from '../data/decision-rows.js'

/** Children who become adults soon, or have: until it is decided with them what follows. */
@Injectable()
export class AdulthoodOfToday extends TodayPart {
  constructor(private readonly decisions: DecisionRows) {
    super()
  }

  async itemsFor(_: WorkerActor, __: Date, limit: number): Promise<TodayItem[]> {
    return (await this.decisions.undecided(limit)).map(({ caseId, number }) => ({
      kind: 'due',
      title: 'adulthood.task',
      href: `/cases/${caseId}/adult`,
      about: number,
      caseId,
      // The day is sealed with the birth date, and stands on the page; no other is to be taken for it.
      due: null,
      since: null,
    }))
  }
}
