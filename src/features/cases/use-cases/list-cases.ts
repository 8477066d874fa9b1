import { Injectable } from '@nestjs/common'
import { hasRole, type WorkerActor } from '../../../platform/access/actor.js'
import { decide } from '../../../platform/access/decide.js'
import { maskOf } from '../../../platform/access/sections.js'
import { AuditTrail } from '../../../platform/audit/index.js'
import { Clock } from '../../../platform/clock/clock.js'
import { startOfDay, type LocalDate } from '../../../platform/clock/local-time.js'
import { Transactions } from '../../../platform/database/transactions.js'
import { NotFound } from '../../../platform/errors/not-found.js'
import {
  decodeCursor,
  decodeTimeCursor,
  encodeCursor,
  sliceOf,
  type Slice,
} from '../../../platform/web/cursor.js'
import { InvalidInput } from '../../../platform/web/web-errors.js'
import {
  WorkList,
  type ListFilter,
  type ListScope,
  type ListSort,
  type WorkListRow,
} from '../data/work-list.js'
import { riskLevels } from '../domain/risk.js'

export { listSorts, type ListSort, type WorkListRow } from '../data/work-list.js'

/** What a list is narrowed to, in the words of who asks. */
export interface ListNarrowing extends Omit<ListFilter, 'dueBefore' | 'updatedSince'> {
  /** Only cases in which something is overdue. */
  readonly overdue?: boolean | undefined
  /** Only cases changed on this day or since. */
  readonly since?: LocalDate | undefined
}

/** What is asked of a list of cases. */
export interface CaseListAsked extends ListNarrowing {
  readonly sort?: ListSort | undefined
  /** Cursor of an earlier page in the same order. */
  readonly after?: string | undefined
  readonly limit?: number | undefined
}

const usualLimit = 25

/** The cases one leads, and for supervisors all of the unit. */
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

  /** Who may lead cases of the actor's unit, to narrow its list by. @throws NotFound */
  async colleagues(
    actor: WorkerActor,
  ): Promise<{ readonly id: string; readonly displayName: string }[]> {
    if (!hasRole(actor, 'supervisor')) throw new NotFound('case.list', 'unit', actor.unitId)
    return this.transactions.run(actor, () => this.list.leads(actor.unitId))
  }

  private async read(
    actor: WorkerActor,
    scope: ListScope,
    ownerId: string,
    { after, limit = usualLimit, sort = 'updated', overdue, since, ...filter }: CaseListAsked,
  ): Promise<Slice<WorkListRow>> {
    const now = this.clock.now()
    if (!decide(actor, 'case.list', { now }).allowed) throw new NotFound('case.list', 'case', null)
    const position = after === undefined ? null : positionOf(sort, after)
    return this.transactions.run(actor, async () => {
      const rows = await this.list.read({
        ...filter,
        dueBefore: overdue === true ? now : undefined,
        updatedSince: since === undefined ? undefined : startOfDay(since),
        scope,
        ownerId,
        sort,
        after: position,
        limit: limit + 1,
      })
      await this.audit.record({ action: 'case.list', sections: maskOf(['incident']) })
      return sliceOf(rows, limit, (row) => lastSeen(sort, row))
    })
  }
}

const lastSeen = (sort: ListSort, row: WorkListRow): string[] => {
  switch (sort) {
    case 'updated':
      return [row.updatedAt.toISOString(), row.id]
    case 'opened':
      return [row.openedAt.toISOString(), row.id]
    case 'risk':
      return [String(riskLevels.indexOf(row.riskLevel)), row.updatedAt.toISOString(), row.id]
    case 'due':
      return [row.nextDueAt?.toISOString() ?? 'infinity', row.id]
  }
}

const positionOf = (sort: ListSort, after: string): readonly string[] => {
  if (sort !== 'risk') {
    const { sortKey, id } = decodeTimeCursor(after)
    return [sortKey, id]
  }
  const [rank = '', ...last] = decodeCursor(after, 3)
  if (!/^[0-3]$/.test(rank)) {
    throw new InvalidInput([{ pointer: '/after', code: 'error.cursor' }])
  }
  const { sortKey, id } = decodeTimeCursor(encodeCursor(last))
  return [rank, sortKey, id]
}
