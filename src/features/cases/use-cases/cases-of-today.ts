import { Injectable } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { TodayPart, type TodayItem } from '../../today/index.js'
import { WorkList } from '../data/work-list.js'

/** The open cases at high risk that a worker leads, the one changed last first. */
@Injectable()
export class CasesOfToday extends TodayPart {
  constructor(private readonly list: WorkList) {
    super()
  }

  async itemsFor({ workerId }: WorkerActor, _now: Date, limit: number): Promise<TodayItem[]> {
    const cases = await this.list.read({
      scope: 'lead',
      ownerId: workerId,
      status: 'open',
      risk: 'high',
      after: null,
      limit,
    })
    return cases.map(({ id, number, ageBand, updatedAt }) => ({
      kind: 'high-risk',
      // Never what was done to somebody: this page is open while people, and children, sit beside it.
      title: `code.age-band.${ageBand}`,
      href: `/cases/${id}`,
      about: number,
      caseId: id,
      due: null,
      since: updatedAt,
    }))
  }
}
