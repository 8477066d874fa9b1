import { Injectable } from '@nestjs/common'
import { randomUUID } from 'node:crypto'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { maskOf } from '../../../platform/access/sections.js'
import { AuditTrail } from '../../../platform/audit/index.js'
import { Clock } from '../../../platform/clock/clock.js'
import type { LocalDate } from '../../../platform/clock/local-time.js'
import type { Json } from '../../../platform/crypto/index.js'
import { Transactions } from '../../../platform/database/transactions.js'
import { NotFound } from '../../../platform/errors/not-found.js'
import { Stale } from '../../../platform/errors/stale.js'
import { Workers } from '../../accounts/index.js'
import { CaseReading, type CaseRow } from '../../cases/index.js'
import { ReferralReading } from '../../referrals/index.js'
import { ApprovalRows } from '../data/approval-rows.js'
import { CaseTaskRows } from '../data/case-task-rows.js'
import { PlanRows, type PlanItemRow } from '../data/plan-rows.js'
import type {
  ActionText,
  Basis,
  Doer,
  DropReason,
  GoalState,
  GoalText,
  NeedDomain,
  NeedPriority,
  NeedText,
  PlanStep,
} from '../domain/plan.js'
import { AlreadyEnded, ReferralUnfit, WorkerUnfit } from '../domain/planning.errors.js'
import { sealedUnder } from './approval-views.js'
import { PlanningAccess } from './planning-access.js'
import { itemPlace } from './plan-reading.js'
import { TaskKeeper } from './task-keeper.js'

export interface NeedToWrite extends NeedText {
  readonly domain: NeedDomain
  readonly priority: NeedPriority
}

export interface GoalToWrite extends Pick<GoalText, 'text' | 'measure'> {
  readonly dueOn: LocalDate | null
}

export interface ActionToWrite extends Pick<ActionText, 'text'> {
  readonly doer: Doer
  /** Of the unit; only where a worker does it. */
  readonly workerId: string | null
  /** Which service; only where one is asked. */
  readonly service: string | null
  /** The referral by which it is asked. */
  readonly referralId: string | null
  readonly dueOn: LocalDate | null
}

type Worded = Omit<PlanItemRow, 'id' | 'itemId' | 'workerName' | 'sealed' | 'position'> & {
  readonly text: Json
}

const plain = {
  parentId: null,
  priority: null,
  state: 'open',
  reason: null,
  dueOn: null,
  workerId: null,
  service: null,
  referralId: null,
} as const

/**
 * Writes the plan of a case. Each deed makes a new version of it: what held before stays readable, and
 * what a supervisor agreed to stays what it was. `version` is always the one that was read.
 */
@Injectable()
export class WritePlan {
  constructor(
    private readonly transactions: Transactions,
    private readonly access: PlanningAccess,
    private readonly plans: PlanRows,
    private readonly approvals: ApprovalRows,
    private readonly tasks: CaseTaskRows,
    private readonly keeper: TaskKeeper,
    private readonly cases: CaseReading,
    private readonly referrals: ReferralReading,
    private readonly workers: Workers,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** How the person took part, what is best for them, when all is looked at anew. @throws NotFound | CaseIsClosed | Stale | DueInPast */
  basis(actor: WorkerActor, caseId: string, version: number, basis: Basis): Promise<void> {
    return this.change(actor, caseId, version, 'basis', async (row, items) => {
      const old = items.find(({ kind }) => kind === 'basis')
      const { part, reviewOn, wishes, bestInterests } = basis
      const text = { wishes, bestInterests }
      await this.put(caseId, version, old, {
        ...plain,
        kind: 'basis',
        code: part,
        dueOn: reviewOn,
        text,
      })
      await this.reviewFollows(actor, row, reviewOn)
    })
  }

  /** @returns its id, that stays. @throws NotFound | CaseIsClosed | Stale */
  addNeed(actor: WorkerActor, caseId: string, version: number, need: NeedToWrite): Promise<string> {
    return this.change(actor, caseId, version, 'need', () =>
      this.put(caseId, version, undefined, needRow(need)),
    )
  }

  /** @throws NotFound | CaseIsClosed | Stale */
  changeNeed(
    actor: WorkerActor,
    caseId: string,
    version: number,
    itemId: string,
    need: NeedToWrite,
  ): Promise<void> {
    return this.change(actor, caseId, version, 'need', async (_, items) => {
      await this.put(caseId, version, the(items, 'need', itemId), needRow(need))
    })
  }

  /** @returns its id, that stays. @throws NotFound | CaseIsClosed | Stale */
  addGoal(
    actor: WorkerActor,
    caseId: string,
    version: number,
    needId: string,
    goal: GoalToWrite,
  ): Promise<string> {
    return this.change(actor, caseId, version, 'goal', (_, items) =>
      this.put(caseId, version, undefined, {
        ...goalRow(the(items, 'need', needId).itemId, goal),
        state: 'open',
      }),
    )
  }

  /** Other words, another day; how far it has come stays. @throws NotFound | CaseIsClosed | Stale */
  changeGoal(
    actor: WorkerActor,
    caseId: string,
    version: number,
    itemId: string,
    goal: GoalToWrite,
  ): Promise<void> {
    return this.change(actor, caseId, version, 'goal', async (_, items) => {
      const old = the(items, 'goal', itemId)
      await this.put(caseId, version, old, { ...goalRow(old.parentId, goal), state: old.state })
    })
  }

  /** How far a goal has come. @throws NotFound | CaseIsClosed | Stale */
  assessGoal(
    actor: WorkerActor,
    caseId: string,
    version: number,
    itemId: string,
    { state, note }: { readonly state: GoalState; readonly note: string | null },
  ): Promise<void> {
    return this.change(actor, caseId, version, 'progress', async (_, items) => {
      const old = the(items, 'goal', itemId)
      const text = await this.textOf<GoalText>(caseId, old)
      await this.put(caseId, version, old, { ...old, state, text: { ...text, note } })
    })
  }

  /** @returns its id, that stays. @throws NotFound | CaseIsClosed | Stale | DueInPast | WorkerUnfit | ReferralUnfit */
  addAction(
    actor: WorkerActor,
    caseId: string,
    version: number,
    goalId: string,
    action: ActionToWrite,
  ): Promise<string> {
    return this.change(actor, caseId, version, 'action', async (row, items) => {
      const goal = the(items, 'goal', goalId)
      await this.mustFit(row, action)
      const itemId = await this.put(caseId, version, undefined, actionRow(goal.itemId, action))
      await this.taskFollows(actor, row, itemId, action)
      return itemId
    })
  }

  /** @throws NotFound | CaseIsClosed | Stale | AlreadyEnded | DueInPast | WorkerUnfit | ReferralUnfit */
  changeAction(
    actor: WorkerActor,
    caseId: string,
    version: number,
    itemId: string,
    action: ActionToWrite,
  ): Promise<void> {
    return this.change(actor, caseId, version, 'action', async (row, items) => {
      const old = the(items, 'action', itemId)
      if (old.state !== 'open') throw new AlreadyEnded()
      await this.mustFit(row, action)
      await this.put(caseId, version, old, actionRow(old.parentId, action))
      await this.taskFollows(actor, row, itemId, action)
    })
  }

  /** Done, or dropped with a reason. @throws NotFound | CaseIsClosed | Stale | AlreadyEnded */
  endAction(
    actor: WorkerActor,
    caseId: string,
    version: number,
    itemId: string,
    how: {
      readonly state: 'done' | 'dropped'
      /** Of what is dropped. */
      readonly reason: DropReason | null
      readonly note: string | null
    },
  ): Promise<void> {
    return this.change(actor, caseId, version, 'progress', async (_, items) => {
      const old = the(items, 'action', itemId)
      if (old.state !== 'open') throw new AlreadyEnded()
      const reason = how.state === 'done' ? null : (how.reason ?? 'no_longer_needed')
      const text = await this.textOf<ActionText>(caseId, old)
      await this.put(caseId, version, old, {
        ...old,
        state: how.state,
        reason,
        text: { ...text, note: how.note },
      })
      const task = await this.tasks.ofAction(caseId, itemId)
      if (task !== undefined)
        await this.keeper.end(
          actor,
          task,
          task.version,
          how.state === 'done' ? { state: 'done' } : { state: 'cancelled', reason: 'plan_changed' },
        )
    })
  }

  private change<Result>(
    actor: WorkerActor,
    caseId: string,
    version: number,
    step: PlanStep,
    work: (row: CaseRow, items: readonly PlanItemRow[]) => Promise<Result>,
  ): Promise<Result> {
    return this.transactions.run(actor, async () => {
      const { row } = await this.access.findOpen(actor, 'planning.change', caseId)
      // What does not fit is told on the form, in a transaction that goes on: nothing of it is kept.
      return this.transactions.allOrNone(async () => {
        const items = await this.plans.items(caseId, version)
        if (!(await this.plans.next(actor, caseId, version, step, this.clock.now())))
          throw new Stale()
        const result = await work(row, items)
        await this.approvals.followStep(caseId)
        await this.audit.record({
          action: 'planning.change',
          caseId,
          subject: { type: 'case', id: caseId },
          sections: maskOf([sealedUnder]),
        })
        return result
      })
    })
  }

  /** A new wording in the place of the old one, or something new at the end. */
  private async put(
    caseId: string,
    version: number,
    old: PlanItemRow | undefined,
    worded: Worded,
  ): Promise<string> {
    const id = randomUUID()
    const itemId = old?.itemId ?? randomUUID()
    if (old !== undefined) await this.plans.retire(caseId, itemId, version + 1)
    const { kind, parentId, code, priority, state, reason, dueOn, workerId, service } = worded
    await this.plans.add(caseId, version + 1, {
      id,
      itemId,
      kind,
      parentId,
      // Something new stands where the version that brought it says: at the end.
      position: old?.position ?? version + 1,
      code,
      priority,
      state,
      reason,
      dueOn,
      workerId,
      service,
      referralId: worded.referralId,
      sealed: await this.cases.sealFor(caseId, sealedUnder, worded.text, itemPlace(id)),
    })
    return itemId
  }

  private async textOf<Text extends Json>(
    caseId: string,
    { id, sealed }: PlanItemRow,
  ): Promise<Text> {
    const text = await this.cases.openFor<Text>(caseId, sealedUnder, sealed, itemPlace(id))
    if (text === null) throw new NotFound('planning.change', 'case', caseId)
    return text
  }

  private async mustFit(row: CaseRow, action: ActionToWrite): Promise<void> {
    const { doer, workerId, referralId } = action
    if (doer === 'worker') {
      const unit = await this.workers.workersOfUnit(row.unitId)
      if (!unit.some(({ id, roles }) => id === workerId && isAtWorkOnCases(roles)))
        throw new WorkerUnfit()
    }
    if (doer === 'service' && referralId !== null) {
      const known = await this.referrals.ofCase(row.id)
      if (!known.some(({ id }) => id === referralId)) throw new ReferralUnfit()
    }
  }

  /**
   * What has a day is a task. A colleague who does not see the case is named in the plan and told by
   * the lead: her task stays with who answers for the case.
   */
  private async taskFollows(
    actor: WorkerActor,
    row: CaseRow,
    itemId: string,
    { doer, workerId, text, dueOn }: ActionToWrite,
  ): Promise<void> {
    const open = await this.tasks.ofAction(row.id, itemId)
    if (dueOn === null) {
      const gone = { state: 'cancelled', reason: 'plan_changed' } as const
      if (open !== undefined) await this.keeper.end(actor, open, open.version, gone)
      return
    }
    const carries =
      doer === 'worker' && workerId !== null && (await this.tasks.answersForCase(row.id, workerId))
    const task = {
      kind: doer === 'service' ? 'service' : 'action',
      workerId: carries ? workerId : row.leadWorkerId,
      dueOn,
      reminds: true,
      title: text,
      itemId,
    } as const
    if (open === undefined) await this.keeper.add(actor, row.id, task)
    else await this.keeper.follow(open, task)
  }

  private async reviewFollows(
    actor: WorkerActor,
    row: CaseRow,
    reviewOn: LocalDate | null,
  ): Promise<void> {
    const open = await this.tasks.ofKind(row.id, 'review')
    if (reviewOn === null) {
      const gone = { state: 'cancelled', reason: 'plan_changed' } as const
      if (open !== undefined) await this.keeper.end(actor, open, open.version, gone)
      return
    }
    const task = {
      kind: 'review',
      workerId: row.leadWorkerId,
      dueOn: reviewOn,
      reminds: true,
      title: null,
      itemId: null,
    } as const
    if (open === undefined) await this.keeper.add(actor, row.id, task)
    else if (open.dueOn !== reviewOn) await this.keeper.follow(open, task)
  }
}

const isAtWorkOnCases = (roles: readonly string[]): boolean =>
  roles.includes('caseworker') || roles.includes('supervisor')

/** @throws NotFound where the plan has none such */
const the = (
  items: readonly PlanItemRow[],
  kind: PlanItemRow['kind'],
  itemId: string,
): PlanItemRow => {
  const found = items.find((row) => row.kind === kind && row.itemId === itemId)
  if (found === undefined) throw new NotFound('planning.change', 'plan', itemId)
  return found
}

const needRow = ({ domain, priority, text, ownWords }: NeedToWrite): Worded => ({
  ...plain,
  kind: 'need',
  code: domain,
  priority,
  text: { text, ownWords },
})

const goalRow = (parentId: string | null, { text, measure, dueOn }: GoalToWrite): Worded => ({
  ...plain,
  kind: 'goal',
  code: 'goal',
  parentId,
  dueOn,
  text: { text, measure, note: null },
})

const actionRow = (parentId: string | null, action: ActionToWrite): Worded => {
  const { doer, workerId, service, referralId, dueOn, text } = action
  return {
    ...plain,
    kind: 'action',
    code: doer,
    parentId,
    dueOn,
    workerId: doer === 'worker' ? workerId : null,
    service: doer === 'service' ? service : null,
    referralId: doer === 'service' ? referralId : null,
    text: { text, note: null },
  }
}
