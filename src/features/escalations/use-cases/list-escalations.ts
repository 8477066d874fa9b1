import { Injectable } from '@nestjs/common'
import { hasRole, type WorkerActor } from '../../../platform/access/actor.js'
import { decide } from '../../../platform/access/decide.js'
import { AuditTrail } from '../../../platform/audit/index.js'
import { Clock } from '../../../platform/clock/clock.js'
import { localTimeOf } from '../../../platform/clock/local-time.js'
import { Transactions } from '../../../platform/database/transactions.js'
import { NotFound } from '../../../platform/errors/not-found.js'
import { decodeTimeCursor, sliceOf, type Slice } from '../../../platform/web/cursor.js'
import { provinceOn } from '../../directory/index.js'
import { EscalationRows, type EscalatedRow, type LateOfUnitRow } from '../data/escalation-rows.js'
import type { LateClock, LateList } from '../domain/late.js'

export type { EscalatedRow, LateOfUnitRow, LateRow } from '../data/escalation-rows.js'

/** One page of a list. */
export interface PageAsked {
  readonly after?: string | undefined
  readonly limit?: number | undefined
}

/** What has come to a coordinator: figures, and one page of the list. */
export interface Escalations extends Slice<EscalatedRow> {
  /** Null for the country. */
  readonly provinceName: string | null
  readonly total: number
  readonly units: number
  readonly byClock: readonly { readonly clock: LateClock; readonly count: number }[]
}

const usualLimit = 25

/** Shows who waits too long to those who can call somebody: numbers, units and clocks, no case. */
@Injectable()
export class ListEscalations {
  constructor(
    private readonly rows: EscalationRows,
    private readonly trail: AuditTrail,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** The lists that are there for this actor, the first one first. */
  listsOf(actor: WorkerActor): readonly LateList[] {
    return [
      ...(hasRole(actor, 'coordinator') ? (['area'] as const) : []),
      ...(hasRole(actor, 'supervisor') ? (['in', 'out'] as const) : []),
    ]
  }

  /** What has come to the coordinator of a province or the country. @throws NotFound | InvalidInput */
  ofArea(actor: WorkerActor, { after, limit = usualLimit }: PageAsked): Promise<Escalations> {
    this.mustBeTheirs(actor, 'area')
    const position = after === undefined ? null : decodeTimeCursor(after)
    return this.transactions.run(actor, async () => {
      const rows = await this.rows.ofArea(position, limit + 1)
      const counts = await this.rows.counts()
      const province = await this.rows.scopeOf(actor.workerId)
      await this.trail.record({ action: 'escalation.read' })
      const today = localTimeOf(this.clock.now()).date
      const clocks = [...new Set(counts.map(({ clock }) => clock))].sort()
      const sum = (some: readonly { readonly count: number }[]) =>
        some.reduce((all, { count }) => all + count, 0)
      return {
        ...sliceOf(rows, limit, ({ sortKey, id }) => [sortKey, id]),
        provinceName: province === null ? null : (provinceOn(province, today)?.name ?? province),
        total: sum(counts),
        units: new Set(counts.map(({ toUnitId }) => toUnitId)).size,
        byClock: clocks.map((clock) => ({
          clock,
          count: sum(counts.filter((each) => each.clock === clock)),
        })),
      }
    })
  }

  /** What a supervisor's unit lets wait, or waits for. @throws NotFound | InvalidInput */
  ofUnit(
    actor: WorkerActor,
    list: 'in' | 'out',
    { after, limit = usualLimit }: PageAsked,
  ): Promise<Slice<LateOfUnitRow>> {
    this.mustBeTheirs(actor, list)
    const position = after === undefined ? null : decodeTimeCursor(after)
    return this.transactions.run(actor, async () => {
      const rows = await this.rows.ofUnit(actor.unitId, list, this.clock.now(), position, limit + 1)
      await this.trail.record({ action: 'escalation.read' })
      return sliceOf(rows, limit, ({ sortKey, id }) => [sortKey, id])
    })
  }

  private mustBeTheirs(actor: WorkerActor, list: LateList): void {
    if (
      !decide(actor, 'escalation.read', { now: this.clock.now() }).allowed ||
      !this.listsOf(actor).includes(list)
    )
      throw new NotFound('escalation.read', 'escalation', null)
  }
}
