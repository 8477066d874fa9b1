import { Injectable } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { TodayPart, type TodayItem } from '../../today/index.js'
import { TakedownRows } from '../data/takedown-rows.js'
import { remindDaysBefore } from '../domain/takedown.js'

/** Platforms that do not answer, and evidence that is soon kept no more, in the cases one leads. */
@Injectable()
export class TakedownsOfToday extends TodayPart {
  constructor(private readonly rows: TakedownRows) {
    super()
  }

  async itemsFor(actor: WorkerActor, now: Date, limit: number): Promise<TodayItem[]> {
    if (!actor.roles.includes('caseworker')) return []
    const until = new Date(now.getTime() + remindDaysBefore * 86_400_000)
    const pressing = await this.rows.pressing(actor.workerId, now, until, limit)
    return pressing.map(({ id, number, caseId, caseNumber, kind, due }) => ({
      kind: 'due',
      title: `takedown.today.${kind}`,
      facts: { number },
      href: `/cases/${caseId}/takedown/${id}`,
      about: caseNumber,
      caseId,
      due,
      since: null,
    }))
  }
}
