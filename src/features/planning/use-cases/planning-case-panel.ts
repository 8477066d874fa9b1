import { Injectable } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { Clock } from '../../../platform/clock/clock.js'
import { CasePanel, type CasePanelsView, type TaskRow } from '../../cases/index.js'
import { ApprovalRows, type ApprovalRow } from '../data/approval-rows.js'
import { CaseTaskRows } from '../data/case-task-rows.js'
import { ContactRows } from '../data/contact-rows.js'
import { FlagRows } from '../data/flag-rows.js'
import { endOfDay } from '../domain/tasks.js'

/** What the case page shows of planning: tasks, the next contact, flags, and answers of supervisors. */
@Injectable()
export class PlanningCasePanel extends CasePanel {
  constructor(
    private readonly tasks: CaseTaskRows,
    private readonly contacts: ContactRows,
    private readonly flags: FlagRows,
    private readonly approvals: ApprovalRows,
    private readonly clock: Clock,
  ) {
    super()
  }

  async panelsFor(_: WorkerActor, caseId: string): Promise<Partial<CasePanelsView>> {
    const now = this.clock.now()
    const plan = `/cases/${caseId}/plan`
    const [tasks, due, flags, approvals] = await Promise.all([
      this.tasks.ofCase(caseId),
      this.contacts.due(caseId),
      this.flags.ofCase(caseId),
      this.approvals.ofCase(caseId),
    ])
    const contactDueAt = due?.contactDueAt ?? null
    return {
      tasks: [
        ...tasks
          .filter(({ state }) => state === 'open')
          .map(({ id, kind, workerName, dueAt }): TaskRow => ({
            title: `code.case-task.${kind}`,
            href: `${plan}/tasks/${id}`,
            about: workerName,
            due: dueAt,
            isOverdue: dueAt <= now,
          })),
        ...(contactDueAt === null
          ? []
          : [
              {
                title: 'planning.today.contact',
                href: plan,
                due: contactDueAt,
                isOverdue: contactDueAt <= now,
              } as const,
            ]),
        ...flags
          .filter(({ removedAt }) => removedAt === null)
          .map(({ id, raiserName, dueOn }): TaskRow => ({
            title: 'planning.today.flag',
            href: `${plan}/flags/${id}`,
            about: raiserName,
            due: endOfDay(dueOn),
            isOverdue: endOfDay(dueOn) <= now,
          })),
        ...latestReturned(approvals),
      ],
      events: approvals
        .filter(({ state }) => state === 'approved' || state === 'returned')
        .map(({ kind, state, decidedAt, requestedAt, deciderName }) => ({
          title: `planning.today.${state === 'approved' ? 'approved' : 'returned'}.${kind}`,
          at: decidedAt ?? requestedAt,
          by: deciderName,
        })),
    }
  }
}

// What was sent back waits for who asked, until it is asked for anew.
const latestReturned = (approvals: readonly ApprovalRow[]): TaskRow[] =>
  approvals
    .filter(
      ({ kind, state }, index) =>
        state === 'returned' && approvals.findIndex((one) => one.kind === kind) === index,
    )
    .map(({ id, kind }) => ({
      title: `planning.today.returned.${kind}`,
      href: `/approvals/cases/${id}`,
      due: null,
      isOverdue: false,
    }))
