import { Injectable } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { Clock } from '../../../platform/clock/clock.js'
import { Transactions } from '../../../platform/database/transactions.js'
import { NotFound } from '../../../platform/errors/not-found.js'
import { UnitsRepository } from '../data/units.repository.js'
import { unitNow, type UnitNow } from './list-units.js'

/** One active unit of the directory. Everybody at work may read it. */
@Injectable()
export class ReadUnit {
  constructor(
    private readonly repository: UnitsRepository,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound when there is no such unit, or it works no more */
  run(actor: WorkerActor, id: string): Promise<UnitNow> {
    return this.transactions.run(actor, async () => {
      const [unit] = await this.repository.byIds([id])
      if (unit?.active !== true) throw new NotFound('directory.read', 'unit', id)
      return unitNow(unit, this.clock.now())
    })
  }
}
