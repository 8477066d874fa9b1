import { Injectable } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { TodayPart, type TodayItem } from '../../today/index.js'
import { GivenCases } from '../data/given-cases.js'

/** Cases that a worker was given to lead, until they have read of it. */
@Injectable()
export class GivenCasesOfToday extends TodayPart {
  constructor(private readonly given: GivenCases) {
    super()
  }

  async itemsFor({ workerId }: WorkerActor, now: Date, limit: number): Promise<TodayItem[]> {
    const cases = await this.given.unreadBy(workerId, now, limit)
    return cases.map(({ caseId, number, givenAt }) => ({
      kind: 'new',
      title: 'finding.today.given',
      href: `/cases/${caseId}`,
      about: number,
      caseId,
      due: null,
      since: givenAt,
    }))
  }
}
