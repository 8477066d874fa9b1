import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common'
import {
  ApiBearerAuth,
  ApiHeader,
  ApiNoContentResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { asId } from '../../../platform/web/as-id.js'
import { Allow, CurrentActor } from '../../../platform/web/route-permissions.js'
import { IfMatch, withEtag, type Versioned } from '../../../platform/web/versions.js'
import { SafetyPlan } from '../use-cases/safety-plan.js'
import { planOf } from './team-of.js'
import { ProposalAnswerDto, ProposalDto, StepDto } from './team-requests.dto.js'
import { PlanDto } from './team.dto.js'

const asCase = asId('plan.read', 'team')
const asPart = asId('plan.change', 'team')

/** The shared safety plan: its version is what If-Match names. */
@ApiTags('teams')
@ApiBearerAuth()
@ApiNotFoundResponse()
@Controller('api/v1/cases/:id/team/plan')
export class PlanApi {
  constructor(private readonly plans: SafetyPlan) {}

  @Get()
  @Allow('plan.read')
  @ApiOperation({ summary: 'The plan, as far as it is the caller’s to read' })
  @ApiOkResponse({ type: PlanDto })
  read(@CurrentActor() actor: WorkerActor, @Param('id', asCase) id: string): Promise<Versioned> {
    return this.one(actor, id)
  }

  @Post('steps')
  @HttpCode(200)
  @Allow('plan.change')
  @ApiOperation({ summary: 'Adds a step' })
  @ApiHeader({ name: 'If-Match', required: true })
  @ApiOkResponse({ type: PlanDto })
  async add(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCase) id: string,
    @IfMatch() version: number,
    @Body() { unitId, ...step }: StepDto,
  ): Promise<Versioned> {
    await this.plans.add(actor, id, version, { ...step, unitId: unitId ?? null })
    return this.one(actor, id)
  }

  @Put('steps/:stepId')
  @Allow('plan.change')
  @ApiOperation({ summary: 'Puts another step in the place of this one' })
  @ApiHeader({ name: 'If-Match', required: true })
  @ApiOkResponse({ type: PlanDto })
  async change(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCase) id: string,
    @Param('stepId', asPart) stepId: string,
    @IfMatch() version: number,
    @Body() { unitId, ...step }: StepDto,
  ): Promise<Versioned> {
    await this.plans.replace(actor, id, version, stepId, { ...step, unitId: unitId ?? null })
    return this.one(actor, id)
  }

  @Post('steps/:stepId/remove')
  @HttpCode(200)
  @Allow('plan.change')
  @ApiOperation({ summary: 'Takes a step out' })
  @ApiHeader({ name: 'If-Match', required: true })
  @ApiOkResponse({ type: PlanDto })
  async remove(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCase) id: string,
    @Param('stepId', asPart) stepId: string,
    @IfMatch() version: number,
  ): Promise<Versioned> {
    await this.plans.remove(actor, id, version, stepId)
    return this.one(actor, id)
  }

  @Post('read')
  @HttpCode(200)
  @Allow('plan.acknowledge')
  @ApiOperation({ summary: 'The caller has read this version' })
  @ApiHeader({ name: 'If-Match', required: true })
  @ApiOkResponse({ type: PlanDto })
  async acknowledge(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCase) id: string,
    @IfMatch() version: number,
  ): Promise<Versioned> {
    await this.plans.acknowledge(actor, id, version)
    return this.one(actor, id)
  }

  @Post('proposals')
  @HttpCode(204)
  @Allow('plan.propose')
  @ApiOperation({ summary: 'A member proposes a change' })
  @ApiNoContentResponse()
  async propose(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCase) id: string,
    @Body() { text }: ProposalDto,
  ): Promise<void> {
    await this.plans.propose(actor, id, text)
  }

  @Post('proposals/:proposalId/answer')
  @HttpCode(204)
  @Allow('plan.change')
  @ApiOperation({ summary: 'Says whether a proposal was taken up' })
  @ApiNoContentResponse()
  async answer(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCase) id: string,
    @Param('proposalId', asPart) proposalId: string,
    @Body() { answer }: ProposalAnswerDto,
  ): Promise<void> {
    await this.plans.answer(actor, id, proposalId, answer)
  }

  private async one(actor: WorkerActor, id: string): Promise<Versioned> {
    const plan = planOf(await this.plans.read(actor, id))
    return withEtag(plan.version, plan, { version: plan.version })
  }
}
