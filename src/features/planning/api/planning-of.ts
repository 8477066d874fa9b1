import type { Need, Plan } from '../domain/plan.js'
import { approvalKinds } from '../domain/approval.js'
import type { ApprovalView } from '../use-cases/approval-views.js'
import type { ContactView } from '../use-cases/contact-log.js'
import type { FlagView } from '../use-cases/flags.js'
import type { PlanningOfCase } from '../use-cases/read-plan.js'
import type { CaseTaskView } from '../use-cases/task-views.js'
import type {
  ApprovalDto,
  CasePlanDto,
  CaseTaskDto,
  ContactDto,
  FlagDto,
  NeedDto,
} from './planning.dto.js'

const needOf = (need: Need): NeedDto => ({
  id: need.itemId,
  domain: need.domain,
  priority: need.priority,
  text: need.text,
  ownWords: need.ownWords,
  goals: need.goals.map((goal) => ({
    id: goal.itemId,
    text: goal.text,
    measure: goal.measure,
    dueOn: goal.dueOn,
    state: goal.state,
    note: goal.note,
    actions: goal.actions.map((action) => ({
      id: action.itemId,
      text: action.text,
      doer: action.doer,
      workerId: action.workerId,
      service: action.service,
      referralId: action.referralId,
      dueOn: action.dueOn,
      state: action.state,
      reason: action.reason,
      note: action.note,
    })),
  })),
})

export const needsOf = ({ needs }: Plan): NeedDto[] => needs.map(needOf)

export const casePlanOf = ({ row, plan, due, approvals }: PlanningOfCase): CasePlanDto => ({
  step: row.step,
  basis: plan.basis === null ? null : { ...plan.basis },
  needs: needsOf(plan),
  contactDueAt: due?.contactDueAt?.toISOString() ?? null,
  lastContactAt: due?.lastContactAt?.toISOString() ?? null,
  approvals: approvalKinds.map((kind) => {
    const { isNeeded, isGiven, isOutdated, latest } = approvals[kind]
    return {
      kind,
      isNeeded,
      isGiven,
      isOutdated,
      latestId: latest?.id ?? null,
      latestState: latest?.state ?? null,
    }
  }),
  version: plan.version,
})

export const caseTaskOf = (task: CaseTaskView): CaseTaskDto => ({
  id: task.id,
  caseId: task.caseId,
  kind: task.kind,
  title: task.title,
  workerId: task.workerId,
  dueOn: task.dueOn,
  state: task.state,
  reason: task.reason,
  note: task.note,
  actionId: task.itemId,
  version: task.version,
})

export const flagOf = (flag: FlagView): FlagDto => ({
  id: flag.id,
  message: flag.message,
  dueOn: flag.dueOn,
  raisedBy: flag.raiserName,
  removedAt: flag.removedAt?.toISOString() ?? null,
  reason: flag.reason,
  version: flag.version,
})

export const contactOf = (contact: ContactView): ContactDto => ({
  id: contact.id,
  at: contact.at.toISOString(),
  channel: contact.channel,
  with: contact.withRole,
  fromPerson: contact.fromPerson,
  reached: contact.reached,
  wasSafe: contact.wasSafe,
  againstRules: contact.againstRules,
  note: contact.note,
  isStruck: contact.struckAt !== null,
})

export const approvalOf = (approval: ApprovalView): ApprovalDto => ({
  id: approval.id,
  caseId: approval.caseId,
  kind: approval.kind,
  state: approval.state,
  requestedBy: approval.requesterName,
  requestedAt: approval.requestedAt.toISOString(),
  note: approval.note,
  decidedBy: approval.deciderName,
  decidedAt: approval.decidedAt?.toISOString() ?? null,
  reason: approval.reason,
  version: approval.version,
})
