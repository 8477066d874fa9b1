import { Injectable } from '@nestjs/common'
import { isUUID as isUuid } from 'class-validator'
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
  type DeadLetterPosition,
} from '../../../platform/outbox/index.js'
import { decodeCursor, sliceOf, type Slice } from '../../../platform/web/cursor.js'
import { InvalidInput } from '../../../platform/web/web-errors.js'

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
    const position = after === undefined ? null : positionOf(after)
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

const positionOf = (after: string): DeadLetterPosition => {
  const [sortKey = '', id = ''] = decodeCursor(after, 2)
  // What PostgreSQL wrote: 2026-11-20 09:40:00.123456+00
  if (
    !/^\d{4,6}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?[+-]\d\d(:?\d\d)?$/.test(sortKey) ||
    !isUuid(id)
  )
    throw new InvalidInput([{ pointer: '/after', code: 'error.cursor' }])
  return { sortKey, id }
}
