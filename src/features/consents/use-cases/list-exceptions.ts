import { Injectable } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { decide } from '../../../platform/access/decide.js'
import { AuditTrail } from '../../../platform/audit/index.js'
import { Clock } from '../../../platform/clock/clock.js'
import { Transactions } from '../../../platform/database/transactions.js'
import { NotFound } from '../../../platform/errors/not-found.js'
import { decodeTimeCursor, sliceOf, type Slice } from '../../../platform/web/cursor.js'
import { ExceptionTexts } from '../data/exception-texts.js'
import { ExceptionsRepository } from '../data/exceptions.repository.js'
import { exceptionView, type ExceptionView } from './exception-view.js'

/** What waits for an answer: approval before it may be shared, or review after it was. */
export type ExceptionList = 'approvals' | 'reviews'

/** Lists what is shared without consent for those who answer for it, the longest waiting first. */
@Injectable()
export class ListExceptions {
  constructor(
    private readonly transactions: Transactions,
    private readonly exceptions: ExceptionsRepository,
    private readonly texts: ExceptionTexts,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound, InvalidInput for a cursor that is not ours */
  run(
    actor: WorkerActor,
    list: ExceptionList,
    {
      after,
      limit = 25,
    }: { readonly after?: string | undefined; readonly limit?: number | undefined } = {},
  ): Promise<Slice<ExceptionView>> {
    const now = this.clock.now()
    return this.transactions.run(actor, async () => {
      if (!decide(actor, 'exception.list', { now }).allowed)
        throw new NotFound('exception.list', 'exception', null)
      const asked = {
        workerId: actor.workerId,
        unitId: actor.unitId,
        supervises: actor.roles.includes('supervisor'),
        reviews: actor.roles.includes('safeguarding-reviewer'),
        after: after === undefined ? null : decodeTimeCursor(after),
        limit,
      }
      const rows = await (list === 'approvals'
        ? this.exceptions.toApprove(asked)
        : this.exceptions.toReview(asked))
      await this.audit.record({ action: 'exception.list' })
      const { items, next } = sliceOf(rows, limit, ({ sortKey, id }) => [sortKey, id])
      return { items: items.map((row) => exceptionView(row, this.texts, now)), next }
    })
  }
}
