import { Injectable } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { decide } from '../../../platform/access/decide.js'
import { AuditTrail } from '../../../platform/audit/index.js'
import { Clock } from '../../../platform/clock/clock.js'
import { Transactions } from '../../../platform/database/transactions.js'
import { NotFound } from '../../../platform/errors/not-found.js'
import {
  decodeCursor,
  decodeTimeCursor,
  sliceOf,
  type Slice,
} from '../../../platform/web/cursor.js'
import { GroupRows, type CasesSeen, type GroupCaseRow, type GroupRow } from '../data/group-rows.js'
import { ListSeal } from '../data/list-seal.js'

export type { CasesSeen, GroupCaseRow } from '../data/group-rows.js'

/** A group as its list shows it. */
export type GroupSummary = Omit<GroupRow, 'sealedPlace' | 'unitId'>

/** A group with the cases in it that the reader sees. */
export interface OneGroup {
  readonly group: GroupSummary
  readonly place: string | null
  readonly cases: Slice<GroupCaseRow>
  /** Counts of what the reader sees, beside the number of all. */
  readonly counts: CasesSeen
  readonly mayAdd: boolean
}

const usualLimit = 25

/** Groups the actor may know of: opened by them, of their unit, or with a case they manage. */
@Injectable()
export class ReadGroups {
  constructor(
    private readonly groups: GroupRows,
    private readonly seal: ListSeal,
    private readonly trail: AuditTrail,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** The last opened first. @throws NotFound | InvalidInput */
  async list(
    actor: WorkerActor,
    {
      after,
      limit = usualLimit,
    }: { readonly after?: string | undefined; readonly limit?: number | undefined },
  ): Promise<Slice<GroupSummary>> {
    this.mayRead(actor, null)
    const position = after === undefined ? null : decodeTimeCursor(after)
    return this.transactions.run(actor, async () => {
      const rows = await this.groups.list(actor.unitId, position, limit + 1)
      await this.trail.record({ action: 'group.read' })
      return sliceOf(rows.map(summaryOf), limit, ({ openedAt, id }) => [openedAt.toISOString(), id])
    })
  }

  /** @throws NotFound | InvalidInput */
  async one(
    actor: WorkerActor,
    id: string,
    {
      after,
      limit = usualLimit,
    }: { readonly after?: string | undefined; readonly limit?: number | undefined } = {},
  ): Promise<OneGroup> {
    this.mayRead(actor, id)
    const position = after === undefined ? null : (decodeCursor(after, 1)[0] ?? null)
    return this.transactions.run(actor, async () => {
      const group = await this.groups.see(id)
      if (group === undefined) throw new NotFound('group.read', 'group', id)
      const cases = await this.groups.cases(id, position, limit + 1)
      const counts = await this.groups.casesSeen(id)
      await this.trail.record({ action: 'group.read', subject: { type: 'group', id } })
      const { sealedPlace, unitId } = group
      return {
        group: summaryOf(group),
        place:
          sealedPlace === null
            ? null
            : this.seal.open<string>(sealedPlace, { table: 'victim_group', id, ownerId: unitId }),
        cases: sliceOf(cases, limit, ({ number }) => [number]),
        counts,
        mayAdd: decide(actor, 'group.open', { now: this.clock.now() }).allowed,
      }
    })
  }

  private mayRead(actor: WorkerActor, id: string | null): void {
    if (!decide(actor, 'group.read', { now: this.clock.now() }).allowed)
      throw new NotFound('group.read', 'group', id)
  }
}

const summaryOf = (group: GroupRow): GroupSummary => ({
  id: group.id,
  number: group.number,
  openedBy: group.openedBy,
  openedByName: group.openedByName,
  openedAt: group.openedAt,
  incidentType: group.incidentType,
  country: group.country,
  receivedOn: group.receivedOn,
  provinceCode: group.provinceCode,
  identification: group.identification,
  version: group.version,
  people: group.people,
})
