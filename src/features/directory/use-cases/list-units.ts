import { Injectable } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { Clock } from '../../../platform/clock/clock.js'
import { Transactions } from '../../../platform/database/transactions.js'
import { UnitsRepository } from '../data/units.repository.js'
import { isOpenAt } from '../domain/opening-hours.js'
import type { UnitFilter } from '../domain/unit-filter.js'
import type { UnitView } from '../domain/unit-view.js'

/** A unit as it stands at the moment of asking. */
export interface UnitNow extends UnitView {
  readonly isOpenNow: boolean
}

/** The directory page by page, in the order of names. Everybody at work may read it. */
@Injectable()
export class ListUnits {
  constructor(
    private readonly repository: UnitsRepository,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** Up to `limit` active units after the one with the id `after`. */
  run(
    actor: WorkerActor,
    filter: UnitFilter,
    { after, limit }: { readonly after: string | null; readonly limit: number },
  ): Promise<UnitNow[]> {
    return this.transactions.run(actor, async () => {
      const now = this.clock.now()
      const units = await this.repository.active(filter, after, limit)
      return units.map((unit) => ({
        ...unit,
        isOpenNow: isOpenAt(unit.hours, now, unit.timeZone),
      }))
    })
  }
}
