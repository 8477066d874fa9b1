import { Module } from '@nestjs/common'
import { PlanningTimelineRows } from './data/planning-timeline.js'
import { PlanningTimeline } from './use-cases/planning-timeline.js'
import { AccountsModule } from '../accounts/index.js'
import { CasesModule } from '../cases/index.js'
import { ReferralsModule } from '../referrals/index.js'
import { ApprovalsApi } from './api/approvals.controller.js'
import { PlansApi } from './api/plans.controller.js'
import { PlanningWorkApi } from './api/planning-work.controller.js'
import { ApprovalRows } from './data/approval-rows.js'
import { CaseParties } from './data/case-parties.js'
import { CaseTaskRows } from './data/case-task-rows.js'
import { ContactRows } from './data/contact-rows.js'
import { DayOfPlanning } from './data/day-of-planning.js'
import { FlagRows } from './data/flag-rows.js'
import { PlanRows } from './data/plan-rows.js'
import { HearOfApprovals } from './jobs/hear-of-approvals.js'
import { HearOfPlanning } from './jobs/hear-of-planning.js'
import { AnswerApproval } from './use-cases/answer-approval.js'
import { ApprovalOf } from './use-cases/approval-of.js'
import { ApprovalRules } from './use-cases/approval-rules.js'
import { ApprovalViews } from './use-cases/approval-views.js'
import { CaseTasks } from './use-cases/case-tasks.js'
import { ContactLog } from './use-cases/contact-log.js'
import { Flags } from './use-cases/flags.js'
import { PlanReading } from './use-cases/plan-reading.js'
import { PlanningAccess } from './use-cases/planning-access.js'
import { PlanningCasePanel } from './use-cases/planning-case-panel.js'
import { PlanningOfToday } from './use-cases/planning-of-today.js'
import { ReadApprovals } from './use-cases/read-approvals.js'
import { ReadPlan } from './use-cases/read-plan.js'
import { RequestApproval } from './use-cases/request-approval.js'
import { TaskKeeper } from './use-cases/task-keeper.js'
import { TaskViews } from './use-cases/task-views.js'
import { WritePlan } from './use-cases/write-plan.js'
import { ApprovalPages } from './web/approvals.controller.js'
import { ContactPages } from './web/contacts.controller.js'
import { PlanPages } from './web/plan.controller.js'
import { CaseTaskPages } from './web/tasks.controller.js'

const useCases = [
  RequestApproval,
  ApprovalOf,
  AnswerApproval,
  ReadApprovals,
  ApprovalRules,
  WritePlan,
  ReadPlan,
  CaseTasks,
  ContactLog,
  Flags,
]

/** What is planned in a case: who does what until when, how it goes, and who agrees to it. */
@Module({
  imports: [AccountsModule, CasesModule, ReferralsModule],
  controllers: [
    PlanPages,
    CaseTaskPages,
    ContactPages,
    ApprovalPages,
    PlansApi,
    PlanningWorkApi,
    ApprovalsApi,
  ],
  providers: [
    PlanningTimelineRows,
    PlanningTimeline,
    ApprovalRows,
    PlanRows,
    CaseTaskRows,
    FlagRows,
    ContactRows,
    CaseParties,
    DayOfPlanning,
    PlanningAccess,
    ApprovalViews,
    PlanReading,
    TaskKeeper,
    TaskViews,
    HearOfApprovals,
    HearOfPlanning,
    PlanningCasePanel,
    PlanningOfToday,
    ...useCases,
  ],
  exports: useCases,
})
export class PlanningModule {}
