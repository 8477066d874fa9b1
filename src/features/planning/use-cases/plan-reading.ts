import { Injectable } from '@nestjs/common'
import { CaseReading } from '../../cases/index.js'
import { PlanRows, type PlanItemRow } from '../data/plan-rows.js'
import type {
  ActionState,
  ActionText,
  Basis,
  BasisText,
  Doer,
  DropReason,
  Goal,
  GoalState,
  GoalText,
  Need,
  NeedDomain,
  NeedPriority,
  NeedText,
  PartTaken,
  Plan,
  PlannedAction,
} from '../domain/plan.js'
import { needPriorities } from '../domain/plan.js'
import { sealedUnder } from './approval-views.js'

type Texts = BasisText | NeedText | GoalText | ActionText

export const itemPlace = (id: string) => ({ table: 'plan_item', rowId: id, column: 'sealed' })

/** Reads a plan as it held with a version, inside the open transaction; who may is decided elsewhere. */
@Injectable()
export class PlanReading {
  constructor(
    private readonly rows: PlanRows,
    private readonly cases: CaseReading,
  ) {}

  /** @param asked an earlier version; the one that holds where it is left out */
  async of(caseId: string, asked?: number): Promise<Plan> {
    const version = asked ?? (await this.rows.version(caseId))
    const items = version === 0 ? [] : await this.rows.items(caseId, version)
    const opened = await this.cases.openAllFor<Texts>(
      caseId,
      items.map(({ id, sealed }) => ({ section: sealedUnder, sealed, place: itemPlace(id) })),
    )
    const texts = new Map(items.map(({ id }, index) => [id, opened[index] ?? null]))
    return planOf(version, items, texts)
  }
}

// What this feature sealed itself has the shape that its kind says.
const planOf = (
  version: number,
  items: readonly PlanItemRow[],
  texts: ReadonlyMap<string, Texts | null>,
): Plan => {
  const textOf = <Text extends Texts>({ id }: PlanItemRow, empty: Text): Text =>
    (texts.get(id) as Text | null | undefined) ?? empty
  const below = (parent: PlanItemRow, kind: PlanItemRow['kind']): PlanItemRow[] =>
    items.filter((row) => row.kind === kind && row.parentId === parent.itemId)
  const actionOf = (row: PlanItemRow): PlannedAction => ({
    ...textOf<ActionText>(row, { text: '', note: null }),
    itemId: row.itemId,
    doer: row.code as Doer,
    workerId: row.workerId,
    workerName: row.workerName,
    service: row.service,
    referralId: row.referralId,
    dueOn: row.dueOn,
    state: row.state as ActionState,
    reason: row.reason as DropReason | null,
  })
  const goalOf = (row: PlanItemRow): Goal => ({
    ...textOf<GoalText>(row, { text: '', measure: null, note: null }),
    itemId: row.itemId,
    dueOn: row.dueOn,
    state: row.state as GoalState,
    actions: below(row, 'action').map(actionOf),
  })
  const needOf = (row: PlanItemRow): Need => ({
    ...textOf<NeedText>(row, { text: '', ownWords: null }),
    itemId: row.itemId,
    domain: row.code as NeedDomain,
    priority: (row.priority ?? 'later') as NeedPriority,
    goals: below(row, 'goal').map(goalOf),
  })
  const basis = items.find(({ kind }) => kind === 'basis')
  return {
    version,
    basis: basis === undefined ? null : basisOf(basis, textOf(basis, noBasis)),
    needs: items
      .filter(({ kind }) => kind === 'need')
      .map(needOf)
      .sort(mostUrgentFirst),
  }
}

const noBasis: BasisText = { wishes: null, bestInterests: null }

const basisOf = (row: PlanItemRow, text: BasisText): Basis => ({
  ...text,
  part: row.code as PartTaken,
  reviewOn: row.dueOn,
})

const mostUrgentFirst = (one: Need, other: Need): number =>
  needPriorities.indexOf(one.priority) - needPriorities.indexOf(other.priority)
