import { Injectable } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { TodayPart, type TodayItem } from '../../today/index.js'
import { TransferLists } from '../data/transfer-lists.js'

/** Cases that other units offer to hand over: the desk has to answer. */
@Injectable()
export class TransfersOfToday extends TodayPart {
  constructor(private readonly lists: TransferLists) {
    super()
  }

  async itemsFor(actor: WorkerActor, _now: Date, limit: number): Promise<TodayItem[]> {
    const offers = await this.lists.read(actor, 'in', 'offered', null, limit)
    return offers.map(({ id, number, fromUnitName, answerDueAt, offeredAt }) => ({
      kind: 'new',
      title: 'transfers.today.offered',
      facts: { unit: fromUnitName },
      href: `/transfers/${id}`,
      about: number,
      caseId: null,
      due: answerDueAt,
      since: offeredAt,
    }))
  }
}
