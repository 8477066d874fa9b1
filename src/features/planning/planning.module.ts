import { Module } from '@nestjs/common'
import { CasesModule } from '../cases/index.js'
import { ApprovalRows } from './data/approval-rows.js'
import { HearOfApprovals } from './jobs/hear-of-approvals.js'
import { AnswerApproval } from './use-cases/answer-approval.js'
import { ApprovalOf } from './use-cases/approval-of.js'
import { ApprovalRules } from './use-cases/approval-rules.js'
import { ApprovalViews } from './use-cases/approval-views.js'
import { PlanningAccess } from './use-cases/planning-access.js'
import { ReadApprovals } from './use-cases/read-approvals.js'
import { RequestApproval } from './use-cases/request-approval.js'

const useCases = [RequestApproval, ApprovalOf, AnswerApproval, ReadApprovals, ApprovalRules]

/** What is planned in a case: who does what until when, how it goes, and who agrees to it. */
@Module({
  imports: [CasesModule],
  controllers: [],
  providers: [ApprovalRows, PlanningAccess, ApprovalViews, HearOfApprovals, ...useCases],
  exports: useCases,
})
export class PlanningModule {}
