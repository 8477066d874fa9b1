import { Injectable } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { Transactions } from '../../../platform/database/transactions.js'
import { Workers } from '../../accounts/index.js'

/** Who of the unit can lead a case: whom the cases of a group may be given to. */
@Injectable()
export class GroupColleagues {
  constructor(
    private readonly workers: Workers,
    private readonly transactions: Transactions,
  ) {}

  run(actor: WorkerActor): Promise<readonly { id: string; displayName: string }[]> {
    return this.transactions.run(actor, async () =>
      (await this.workers.workersOfUnit(actor.unitId)).filter(({ roles }) =>
        roles.includes('caseworker'),
      ),
    )
  }
}
