import { Injectable } from '@nestjs/common'
import { hasRole, type WorkerActor } from '../../../platform/access/actor.js'
import { decide } from '../../../platform/access/decide.js'
import { maskOf } from '../../../platform/access/sections.js'
import { AuditTrail } from '../../../platform/audit/index.js'
import { Clock } from '../../../platform/clock/clock.js'
import { Transactions } from '../../../platform/database/transactions.js'
import { NotFound } from '../../../platform/errors/not-found.js'
import { decodeTimeCursor, sliceOf, type Slice } from '../../../platform/web/cursor.js'
import { WorkList, type ListFilter, type ListScope, type WorkListRow } from '../data/work-list.js'

export type { ListFilter, WorkListRow } from '../data/work-list.js'

/** What is asked of a list of cases. */
export interface CaseListAsked extends ListFilter {
  /** Cursor of an earlier page. */
  readonly after?: string | undefined
  readonly limit?: number | undefined
}

const usualLimit = 25

/** The cases one leads, and for supervisors all of the unit, newest change first. */
@Injectable()
export class ListCases {
  constructor(
    private readonly transactions: Transactions,
    private readonly list: WorkList,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** The cases the actor leads. @throws NotFound, InvalidInput for a cursor that is not ours */
  mine(actor: WorkerActor, asked: CaseListAsked = {}): Promise<Slice<WorkListRow>> {
    return this.read(actor, 'lead', actor.workerId, asked)
  }

  /** The cases of the actor's unit, for its supervisors. @throws NotFound, InvalidInput */
  async ofUnit(actor: WorkerActor, asked: CaseListAsked = {}): Promise<Slice<WorkListRow>> {
    if (!hasRole(actor, 'supervisor')) throw new NotFound('case.list', 'unit', actor.unitId)
    return this.read(actor, 'unit', actor.unitId, asked)
  }

  private async read(
    actor: WorkerActor,
    scope: ListScope,
    ownerId: string,
    { after, limit = usualLimit, ...filter }: CaseListAsked,
  ): Promise<Slice<WorkListRow>> {
    if (!decide(actor, 'case.list', { now: this.clock.now() }).allowed) {
      throw new NotFound('case.list', 'case', null)
    }
    const position = after === undefined ? null : decodeTimeCursor(after)
    return this.transactions.run(actor, async () => {
      const question = { ...filter, scope, ownerId, after: position, limit: limit + 1 }
      const rows = await this.list.read(question)
      await this.audit.record({ action: 'case.list', sections: maskOf(['incident']) })
      return sliceOf(rows, limit, ({ updatedAt, id }) => [updatedAt.toISOString(), id])
    })
  }
}
