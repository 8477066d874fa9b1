import { Injectable } from '@nestjs/common'
import { DiscoveryService } from '@nestjs/core'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { decide } from '../../../platform/access/decide.js'
import { AuditTrail } from '../../../platform/audit/index.js'
import { Clock } from '../../../platform/clock/clock.js'
import { Transactions } from '../../../platform/database/transactions.js'
import { NotFound } from '../../../platform/errors/not-found.js'
import { RiskOfCases } from '../data/risk-of-cases.js'
import { dayItem, mostPressingFirst, newestFirst, type DayItem } from './day-order.js'
import { TodayPart, type TodayKind } from './today-part.js'

export type { DayItem } from './day-order.js'

/** A worker's day, each list in its order. */
export interface Day {
  readonly now: Date
  readonly due: readonly DayItem[]
  readonly highRisk: readonly DayItem[]
  readonly answers: readonly DayItem[]
  readonly news: readonly DayItem[]
  readonly drafts: readonly DayItem[]
}

// More than anybody does in a day: who has more goes on in the lists.
const ofEachPart = 25

/** What is due, new and waiting for the actor, from all features, at one look. */
@Injectable()
export class ReadToday {
  private found: readonly TodayPart[] | undefined

  constructor(
    private readonly transactions: Transactions,
    private readonly discovery: DiscoveryService,
    private readonly risk: RiskOfCases,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound for who has no cases to look after */
  run(actor: WorkerActor): Promise<Day> {
    const now = this.clock.now()
    if (!decide(actor, 'today.read', { now }).allowed) {
      throw new NotFound('today.read', 'worker', actor.workerId)
    }
    return this.transactions.run(actor, async () => {
      const found = await Promise.all(
        this.parts().map((part) => part.itemsFor(actor, now, ofEachPart)),
      )
      const items = found.flat()
      const caseIds = items.flatMap(({ caseId }) => caseId ?? [])
      const highRisk = await this.risk.high([...new Set(caseIds)])
      await this.audit.record({ action: 'today.read' })
      const day = items.map((item) => dayItem(item, highRisk, now))
      const of = (kind: TodayKind) => day.filter((item) => item.kind === kind)
      return {
        now,
        due: of('due').sort(mostPressingFirst),
        highRisk: of('high-risk').sort(mostPressingFirst),
        answers: of('answer').sort(newestFirst),
        news: of('new').sort(newestFirst),
        drafts: of('draft').sort(newestFirst),
      }
    })
  }

  private parts(): readonly TodayPart[] {
    return (this.found ??= this.discovery
      .getProviders()
      .map(({ instance }: { instance: unknown }) => instance)
      .filter((instance) => instance instanceof TodayPart))
  }
}
