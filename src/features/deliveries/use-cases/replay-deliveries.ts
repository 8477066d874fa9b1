import { Injectable } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { decide } from '../../../platform/access/decide.js'
import { AuditTrail } from '../../../platform/audit/index.js'
import { Clock } from '../../../platform/clock/clock.js'
import { Transactions } from '../../../platform/database/transactions.js'
import { NotFound } from '../../../platform/errors/not-found.js'
import { DeadLetters } from '../../../platform/outbox/index.js'

/**
 * Has what was given up delivered again, once its cause is repaired. Nothing is ever thrown away here:
 * an event that nobody can act on is a fault to be mended.
 */
@Injectable()
export class ReplayDeliveries {
  constructor(
    private readonly letters: DeadLetters,
    private readonly trail: AuditTrail,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound when it was not given up, or is tried again already */
  async one(actor: WorkerActor, id: string): Promise<void> {
    if ((await this.replay(actor, { id })) === 0) throw new NotFound('delivery.replay', 'event', id)
  }

  /** All of a type, or all; how many there were. */
  all(actor: WorkerActor, type: string | null = null): Promise<number> {
    return this.replay(actor, { type })
  }

  private async replay(
    actor: WorkerActor,
    which: { readonly id?: string; readonly type?: string | null },
  ): Promise<number> {
    const id = which.id ?? null
    if (!decide(actor, 'delivery.replay', { now: this.clock.now() }).allowed)
      throw new NotFound('delivery.replay', 'event', id)
    return this.transactions.run(actor, async () => {
      const count = await this.letters.replay(which)
      if (count > 0)
        await this.trail.record({
          action: 'delivery.replay',
          ...(id === null ? {} : { subject: { type: 'event', id } }),
        })
      return count
    })
  }
}
