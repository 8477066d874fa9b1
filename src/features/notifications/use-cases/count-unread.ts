import { Injectable } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { Transactions } from '../../../platform/database/transactions.js'
import { UnreadNotifications } from './unread-notifications.js'

/** How much waits for the actor. Without a trace: it says a number and is asked with every page. */
@Injectable()
export class CountUnread {
  constructor(
    private readonly unread: UnreadNotifications,
    private readonly transactions: Transactions,
  ) {}

  run(actor: WorkerActor): Promise<number> {
    return this.transactions.run(actor, () => this.unread.of(actor.workerId))
  }
}
