import { Injectable } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { maskOf } from '../../../platform/access/sections.js'
import { AuditTrail } from '../../../platform/audit/index.js'
import { Clock } from '../../../platform/clock/clock.js'
import { Transactions } from '../../../platform/database/transactions.js'
import { NotFound } from '../../../platform/errors/not-found.js'
import { Workers } from '../../accounts/index.js'
import { CaseReading, contactNow, type ContactAnswer } from '../../cases/index.js'
import { ReferralReading } from '../../referrals/index.js'
import { ApprovalRows } from '../data/approval-rows.js'
import { CaseTaskRows } from '../data/case-task-rows.js'
import { ContactRows, type DueRow } from '../data/contact-rows.js'
import { FlagRows } from '../data/flag-rows.js'
import { PlanRows, type PlanVersionRow } from '../data/plan-rows.js'
import { standingOf, type ApprovalKind, type ApprovalStanding } from '../domain/approval.js'
import type { Plan } from '../domain/plan.js'
import { ApprovalViews, sealedUnder, type ApprovalView } from './approval-views.js'
import { CaseTasks, type Carrier, type PlanningFrame } from './case-tasks.js'
import { ContactLog, type ContactView } from './contact-log.js'
import { Flags, type FlagView } from './flags.js'
import { PlanReading } from './plan-reading.js'
import { PlanningAccess } from './planning-access.js'
import { TaskViews, type CaseTaskView } from './task-views.js'

/** All that is planned in a case, on one page. */
export interface PlanningOfCase extends PlanningFrame {
  readonly plan: Plan
  readonly tasks: readonly CaseTaskView[]
  readonly flags: readonly FlagView[]
  readonly due: DueRow | null
  readonly isOverdue: boolean
  readonly answer: ContactAnswer
  readonly contacts: readonly ContactView[]
  readonly approvals: Readonly<Record<ApprovalKind, ApprovalStanding<ApprovalView>>>
  readonly mayChange: boolean
  /** Give tasks and raise flags. */
  readonly mayAsk: boolean
}

/** Who can be named in a plan, and what can be linked. */
export interface PlanOptions extends PlanningFrame {
  readonly plan: Plan
  readonly carriers: readonly Carrier[]
  readonly workers: readonly { readonly id: string; readonly name: string }[]
  readonly referrals: readonly {
    readonly id: string
    readonly number: string
    readonly unitName: string | null
    readonly service: string | null
  }[]
}

const fewContacts = 5

/** Reads the planning of a case, for who manages it. */
@Injectable()
export class ReadPlan {
  constructor(
    private readonly transactions: Transactions,
    private readonly access: PlanningAccess,
    private readonly reading: PlanReading,
    private readonly plans: PlanRows,
    private readonly taskRows: CaseTaskRows,
    private readonly taskViews: TaskViews,
    private readonly tasks: CaseTasks,
    private readonly flagRows: FlagRows,
    private readonly flags: Flags,
    private readonly contactRows: ContactRows,
    private readonly contacts: ContactLog,
    private readonly approvals: ApprovalRows,
    private readonly approvalViews: ApprovalViews,
    private readonly cases: CaseReading,
    private readonly referrals: ReferralReading,
    private readonly workers: Workers,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound */
  run(actor: WorkerActor, caseId: string): Promise<PlanningOfCase> {
    return this.transactions.run(actor, async () => {
      const { row, facts } = await this.access.find(actor, 'planning.read', caseId)
      const now = this.clock.now()
      const safeContact = await this.cases.safeContact(caseId)
      const due = (await this.contactRows.due(caseId)) ?? null
      const contactDueAt = due?.contactDueAt ?? null
      const tasks = await this.taskRows.ofCase(caseId)
      const flags = await this.flagRows.ofCase(caseId)
      const contacts = await this.contactRows.ofCase(caseId, null, fewContacts)
      await this.record(caseId)
      const isOpen = row.status === 'open'
      return {
        row,
        safeContact,
        plan: await this.reading.of(caseId),
        tasks: await this.taskViews.of(actor, caseId, facts, tasks),
        flags: await this.flags.opened(caseId, flags),
        due,
        isOverdue: contactDueAt !== null && contactDueAt <= now,
        answer: contactNow(safeContact, now),
        contacts: await this.contacts.opened(caseId, contacts),
        approvals: await this.standings(caseId),
        mayChange: isOpen && this.access.may(actor, 'planning.change', facts),
        mayAsk: isOpen && this.access.may(actor, 'planning.task', facts),
      }
    })
  }

  /** The plan for who is about to change it. @throws NotFound | CaseIsClosed */
  toChange(actor: WorkerActor, caseId: string): Promise<PlanOptions> {
    return this.transactions.run(actor, async () => {
      const { row } = await this.access.findOpen(actor, 'planning.change', caseId)
      const [plan, safeContact, unit, referrals] = await Promise.all([
        this.reading.of(caseId),
        this.cases.safeContact(caseId),
        this.workers.workersOfUnit(row.unitId),
        this.referrals.ofCase(caseId),
        this.record(caseId),
      ])
      return {
        row,
        safeContact,
        plan,
        carriers: await this.tasks.carriersOf(row),
        workers: unit
          .filter(({ roles }) => roles.includes('caseworker') || roles.includes('supervisor'))
          .map(({ id, displayName }) => ({ id, name: displayName })),
        referrals: referrals.map(({ id, number, toUnitName, service }) => ({
          id,
          number,
          unitName: toUnitName,
          service,
        })),
      }
    })
  }

  /**
   * For who is about to ask a supervisor to agree.
   * @returns also the id of what was asked for already and waits for an answer
   * @throws NotFound | CaseIsClosed
   */
  toAsk(
    actor: WorkerActor,
    caseId: string,
    kind: 'assessment' | 'plan',
  ): Promise<PlanningFrame & { readonly pending: string | null }> {
    return this.transactions.run(actor, async () => {
      const { row } = await this.access.findOpen(actor, 'approval.request', caseId)
      const [asked, safeContact] = await Promise.all([
        this.approvals.ofCase(caseId),
        this.cases.safeContact(caseId),
        this.record(caseId),
      ])
      const waiting = asked.find((one) => one.kind === kind && one.state === 'requested')
      return { row, safeContact, pending: waiting?.id ?? null }
    })
  }

  /** What was when, and the plan as it held with an earlier version. @throws NotFound */
  history(
    actor: WorkerActor,
    caseId: string,
    asked: number | null,
  ): Promise<
    PlanningFrame & { readonly plan: Plan; readonly versions: readonly PlanVersionRow[] }
  > {
    return this.transactions.run(actor, async () => {
      const { row } = await this.access.find(actor, 'planning.read', caseId)
      const [versions, safeContact, current] = await Promise.all([
        this.plans.versions(caseId),
        this.cases.safeContact(caseId),
        this.plans.version(caseId),
        this.record(caseId),
      ])
      const version = asked ?? current
      if (version > current || (asked !== null && asked < 1))
        throw new NotFound('planning.read', 'case', caseId)
      return { row, safeContact, versions, plan: await this.reading.of(caseId, version) }
    })
  }

  /** Names what is there now, for who asks a supervisor to agree to it. @throws NotFound */
  pin(actor: WorkerActor, caseId: string, kind: 'assessment' | 'plan'): Promise<string> {
    return this.transactions.run(actor, async () => {
      await this.access.find(actor, 'planning.read', caseId)
      return kind === 'plan' ? this.plans.pinOfPlan(caseId) : this.plans.pinOfAssessment(caseId)
    })
  }

  private async standings(
    caseId: string,
  ): Promise<Record<ApprovalKind, ApprovalStanding<ApprovalView>>> {
    const views = await this.approvalViews.of(caseId, await this.approvals.ofCase(caseId))
    const of = (kind: ApprovalKind) => views.filter((view) => view.kind === kind)
    const isNeeded = (kind: ApprovalKind) => this.approvals.isNeeded(caseId, kind)
    // What a closing was asked about is known to who closes; here it is shown as it was asked.
    const closing = of('closing')
    return {
      assessment: standingOf(
        await isNeeded('assessment'),
        of('assessment'),
        await this.plans.pinOfAssessment(caseId),
      ),
      plan: standingOf(await isNeeded('plan'), of('plan'), await this.plans.pinOfPlan(caseId)),
      closing: standingOf(await isNeeded('closing'), closing, closing[0]?.pin ?? ''),
    }
  }

  private record(caseId: string): Promise<void> {
    return this.audit.record({
      action: 'planning.read',
      caseId,
      subject: { type: 'case', id: caseId },
      sections: maskOf([sealedUnder, 'contact']),
    })
  }
}
