import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common'
import {
  ApiBearerAuth,
  ApiCreatedResponse,
  ApiHeader,
  ApiNoContentResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiPreconditionFailedResponse,
  ApiQuery,
  ApiTags,
} from '@nestjs/swagger'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { asId } from '../../../platform/web/as-id.js'
import { Allow, CurrentActor } from '../../../platform/web/route-permissions.js'
import { IfMatch, withEtag, type Versioned } from '../../../platform/web/versions.js'
import { AnswerApproval } from '../use-cases/answer-approval.js'
import { ApprovalRules } from '../use-cases/approval-rules.js'
import { ReadApprovals } from '../use-cases/read-approvals.js'
import { ReadPlan } from '../use-cases/read-plan.js'
import { RequestApproval } from '../use-cases/request-approval.js'
import { approvalOf } from './planning-of.js'
import { AnswerApprovalDto, ApprovalRulesDto, AskApprovalDto } from './planning-requests.dto.js'
import { ApprovalDto, ApprovalRulesReadDto, IdDto, WaitingApprovalsDto } from './planning.dto.js'

const asCase = asId('approval.request', 'case')
const asApproval = asId('approval.read', 'case-approval')

/** What a supervisor agrees to in a case: its version is what If-Match names. */
@ApiTags('planning')
@ApiBearerAuth()
@ApiNotFoundResponse()
@Controller('api/v1')
export class ApprovalsApi {
  constructor(
    private readonly approvals: ReadApprovals,
    private readonly requests: RequestApproval,
    private readonly answers: AnswerApproval,
    private readonly rules: ApprovalRules,
    private readonly plans: ReadPlan,
  ) {}

  @Get('case-approvals')
  @Allow('approval.list')
  @ApiOperation({ summary: 'What waits for the supervisors of the caller’s unit' })
  @ApiQuery({ name: 'after', required: false })
  @ApiOkResponse({ type: WaitingApprovalsDto })
  async waiting(
    @CurrentActor() actor: WorkerActor,
    @Query('after') asked: unknown,
  ): Promise<WaitingApprovalsDto> {
    const after = typeof asked === 'string' && asked !== '' ? asked : undefined
    const { items, next } = await this.approvals.waiting(actor, { after })
    return {
      items: items.map(({ id, caseId, caseNumber, kind, requesterName, requestedAt }) => ({
        id,
        caseId,
        caseNumber,
        kind,
        requestedBy: requesterName,
        requestedAt: requestedAt.toISOString(),
      })),
      next,
    }
  }

  @Get('case-approvals/rules')
  @Allow('approval.rule')
  @ApiOperation({ summary: 'When the caller’s unit wants which approval' })
  @ApiOkResponse({ type: ApprovalRulesReadDto })
  readRules(@CurrentActor() actor: WorkerActor): Promise<ApprovalRulesReadDto> {
    return this.rules.read(actor)
  }

  @Put('case-approvals/rules')
  @Allow('approval.rule')
  @ApiOperation({ summary: 'Says anew when the unit wants which approval' })
  @ApiOkResponse({ type: ApprovalRulesReadDto })
  async setRules(
    @CurrentActor() actor: WorkerActor,
    @Body() { assessment, plan, closing }: ApprovalRulesDto,
  ): Promise<ApprovalRulesReadDto> {
    await this.rules.set(actor, { assessment, plan, closing })
    return this.rules.read(actor)
  }

  @Post('cases/:id/approvals')
  @Allow('approval.request')
  @ApiOperation({ summary: 'Asks the supervisors to agree to what is there now' })
  @ApiCreatedResponse({ type: IdDto })
  async ask(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCase) id: string,
    @Body() { kind, note }: AskApprovalDto,
  ): Promise<IdDto> {
    const pin = await this.plans.pin(actor, id, kind)
    return { id: await this.requests.run(actor, id, { kind, pin, note: note ?? null }) }
  }

  @Get('case-approvals/:approvalId')
  @Allow('approval.read')
  @ApiOperation({ summary: 'One approval, for who manages the case' })
  @ApiOkResponse({ type: ApprovalDto })
  one(
    @CurrentActor() actor: WorkerActor,
    @Param('approvalId', asApproval) id: string,
  ): Promise<Versioned> {
    return this.oneApproval(actor, id)
  }

  @Post('case-approvals/:approvalId/answer')
  @HttpCode(200)
  @Allow('approval.decide')
  @ApiOperation({ summary: 'Approves, or returns with a reason; never one’s own request' })
  @ApiHeader({ name: 'If-Match', required: true })
  @ApiOkResponse({ type: ApprovalDto })
  @ApiPreconditionFailedResponse()
  async answer(
    @CurrentActor() actor: WorkerActor,
    @Param('approvalId', asApproval) id: string,
    @IfMatch() version: number,
    @Body() { answer, reason }: AnswerApprovalDto,
  ): Promise<Versioned> {
    await this.answers.run(actor, id, version, { to: answer, reason: reason ?? null })
    return this.oneApproval(actor, id)
  }

  @Post('case-approvals/:approvalId/withdraw')
  @HttpCode(204)
  @Allow('approval.request')
  @ApiOperation({ summary: 'Takes back what was asked and not yet answered' })
  @ApiHeader({ name: 'If-Match', required: true })
  @ApiNoContentResponse()
  @ApiPreconditionFailedResponse()
  async withdraw(
    @CurrentActor() actor: WorkerActor,
    @Param('approvalId', asApproval) id: string,
    @IfMatch() version: number,
  ): Promise<void> {
    const { row } = await this.approvals.one(actor, id)
    await this.requests.withdraw(actor, row.id, id, version)
  }

  private async oneApproval(actor: WorkerActor, id: string): Promise<Versioned> {
    const approval = approvalOf((await this.approvals.one(actor, id)).approval)
    const { state, version } = approval
    return withEtag(version, approval, { id, state, version })
  }
}
