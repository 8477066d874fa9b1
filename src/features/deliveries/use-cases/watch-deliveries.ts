import { Injectable } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { decide } from '../../../platform/access/decide.js'
import { AuditTrail } from '../../../platform/audit/index.js'
import { Clock } from '../../../platform/clock/clock.js'
import { Transactions } from '../../../platform/database/transactions.js'
import { NotFound } from '../../../platform/errors/not-found.js'
import {
  DeadLetters,
  type DeadLetter,
  type DeadLetterCount,
} from '../../../platform/outbox/index.js'
import { decodeTimeCursor, sliceOf, type Slice } from '../../../platform/web/cursor.js'

/** What could not be delivered: how much of each type, and one page of it. */
export interface Undelivered extends Slice<DeadLetter> {
  readonly counts: readonly DeadLetterCount[]
}

/** Looks at what was given up: type, cause, tries and age; never what it was about. */
@Injectable()
export class WatchDeliveries {
  constructor(
    private readonly letters: DeadLetters,
    private readonly trail: AuditTrail,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** The latest first. @throws NotFound | InvalidInput for a cursor that is not ours */
  async run(
    actor: WorkerActor,
    { after, limit }: { readonly after?: string | undefined; readonly limit: number },
  ): Promise<Undelivered> {
    if (!decide(actor, 'delivery.watch', { now: this.clock.now() }).allowed)
      throw new NotFound('delivery.watch', 'event', null)
    const position = after === undefined ? null : decodeTimeCursor(after)
    return this.transactions.run(actor, async () => {
      const [counts, rows] = await Promise.all([
        this.letters.counts(),
        this.letters.list(position, limit + 1),
      ])
      await this.trail.record({ action: 'delivery.watch' })
      return { counts, ...sliceOf(rows, limit, ({ sortKey, id }) => [sortKey, id]) }
    })
  }
}
