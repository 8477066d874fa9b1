import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common'
import {
  ApiBearerAuth,
  ApiHeader,
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
import { ReadPlan } from '../use-cases/read-plan.js'
import { WritePlan, type ActionToWrite } from '../use-cases/write-plan.js'
import { casePlanOf, needsOf } from './planning-of.js'
import {
  EndActionDto,
  WriteActionDto,
  WriteBasisDto,
  WriteGoalDto,
  WriteNeedDto,
  WriteProgressDto,
} from './planning-requests.dto.js'
import { CasePlanDto, PlanHistoryDto } from './planning.dto.js'

const asCase = asId('planning.read', 'case')
const asItem = asId('planning.change', 'plan')

/** The plan of a case: its version is what If-Match names, `"0"` while nothing is planned. */
@ApiTags('planning')
@ApiBearerAuth()
@ApiNotFoundResponse()
@Controller('api/v1/cases/:id/plan')
export class PlansApi {
  constructor(
    private readonly reading: ReadPlan,
    private readonly writing: WritePlan,
  ) {}

  @Get()
  @Allow('planning.read')
  @ApiOperation({ summary: 'Needs, goals and actions; the next contact; approvals' })
  @ApiOkResponse({ type: CasePlanDto })
  read(@CurrentActor() actor: WorkerActor, @Param('id', asCase) id: string): Promise<Versioned> {
    return this.one(actor, id)
  }

  @Get('history')
  @Allow('planning.read')
  @ApiOperation({ summary: 'What was changed when, and the needs as they were with a version' })
  @ApiQuery({ name: 'version', required: false })
  @ApiOkResponse({ type: PlanHistoryDto })
  async history(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCase) id: string,
    @Query('version') asked: unknown,
  ): Promise<PlanHistoryDto> {
    const version = typeof asked === 'string' && /^\d{1,6}$/.test(asked) ? Number(asked) : null
    const { versions, plan } = await this.reading.history(actor, id, version)
    return {
      versions: versions.map((one) => ({
        version: one.version,
        change: one.change,
        by: one.changedBy,
        at: one.changedAt.toISOString(),
      })),
      needs: needsOf(plan),
    }
  }

  @Put('basis')
  @Allow('planning.change')
  @ApiOperation({ summary: 'How the person took part, and what is best for them' })
  @ApiHeader({ name: 'If-Match', required: true })
  @ApiOkResponse({ type: CasePlanDto })
  @ApiPreconditionFailedResponse()
  async basis(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCase) id: string,
    @IfMatch() version: number,
    @Body() { part, wishes, bestInterests, reviewOn }: WriteBasisDto,
  ): Promise<Versioned> {
    await this.writing.basis(actor, id, version, {
      part,
      wishes: wishes ?? null,
      bestInterests: bestInterests ?? null,
      reviewOn: reviewOn ?? null,
    })
    return this.one(actor, id)
  }

  @Post('needs')
  @HttpCode(200)
  @Allow('planning.change')
  @ApiOperation({ summary: 'Adds a need' })
  @ApiHeader({ name: 'If-Match', required: true })
  @ApiOkResponse({ type: CasePlanDto })
  @ApiPreconditionFailedResponse()
  async addNeed(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCase) id: string,
    @IfMatch() version: number,
    @Body() { ownWords, ...need }: WriteNeedDto,
  ): Promise<Versioned> {
    await this.writing.addNeed(actor, id, version, { ...need, ownWords: ownWords ?? null })
    return this.one(actor, id)
  }

  @Put('needs/:itemId')
  @Allow('planning.change')
  @ApiOperation({ summary: 'Puts another wording in the place of a need' })
  @ApiHeader({ name: 'If-Match', required: true })
  @ApiOkResponse({ type: CasePlanDto })
  @ApiPreconditionFailedResponse()
  async changeNeed(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCase) id: string,
    @Param('itemId', asItem) itemId: string,
    @IfMatch() version: number,
    @Body() { ownWords, ...need }: WriteNeedDto,
  ): Promise<Versioned> {
    const written = { ...need, ownWords: ownWords ?? null }
    await this.writing.changeNeed(actor, id, version, itemId, written)
    return this.one(actor, id)
  }

  @Post('needs/:itemId/goals')
  @HttpCode(200)
  @Allow('planning.change')
  @ApiOperation({ summary: 'Adds a goal to a need' })
  @ApiHeader({ name: 'If-Match', required: true })
  @ApiOkResponse({ type: CasePlanDto })
  @ApiPreconditionFailedResponse()
  async addGoal(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCase) id: string,
    @Param('itemId', asItem) itemId: string,
    @IfMatch() version: number,
    @Body() { text, measure, dueOn }: WriteGoalDto,
  ): Promise<Versioned> {
    const goal = { text, measure: measure ?? null, dueOn: dueOn ?? null }
    await this.writing.addGoal(actor, id, version, itemId, goal)
    return this.one(actor, id)
  }

  @Put('goals/:itemId')
  @Allow('planning.change')
  @ApiOperation({ summary: 'Puts another wording in the place of a goal' })
  @ApiHeader({ name: 'If-Match', required: true })
  @ApiOkResponse({ type: CasePlanDto })
  @ApiPreconditionFailedResponse()
  async changeGoal(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCase) id: string,
    @Param('itemId', asItem) itemId: string,
    @IfMatch() version: number,
    @Body() { text, measure, dueOn }: WriteGoalDto,
  ): Promise<Versioned> {
    const goal = { text, measure: measure ?? null, dueOn: dueOn ?? null }
    await this.writing.changeGoal(actor, id, version, itemId, goal)
    return this.one(actor, id)
  }

  @Put('goals/:itemId/progress')
  @Allow('planning.change')
  @ApiOperation({ summary: 'How far a goal has come' })
  @ApiHeader({ name: 'If-Match', required: true })
  @ApiOkResponse({ type: CasePlanDto })
  @ApiPreconditionFailedResponse()
  async progress(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCase) id: string,
    @Param('itemId', asItem) itemId: string,
    @IfMatch() version: number,
    @Body() { state, note }: WriteProgressDto,
  ): Promise<Versioned> {
    await this.writing.assessGoal(actor, id, version, itemId, { state, note: note ?? null })
    return this.one(actor, id)
  }

  @Post('goals/:itemId/actions')
  @HttpCode(200)
  @Allow('planning.change')
  @ApiOperation({ summary: 'Adds an action to a goal; with a day it is a task, too' })
  @ApiHeader({ name: 'If-Match', required: true })
  @ApiOkResponse({ type: CasePlanDto })
  @ApiPreconditionFailedResponse()
  async addAction(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCase) id: string,
    @Param('itemId', asItem) itemId: string,
    @IfMatch() version: number,
    @Body() action: WriteActionDto,
  ): Promise<Versioned> {
    await this.writing.addAction(actor, id, version, itemId, actionOf(action))
    return this.one(actor, id)
  }

  @Put('actions/:itemId')
  @Allow('planning.change')
  @ApiOperation({ summary: 'Puts another wording in the place of an action' })
  @ApiHeader({ name: 'If-Match', required: true })
  @ApiOkResponse({ type: CasePlanDto })
  @ApiPreconditionFailedResponse()
  async changeAction(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCase) id: string,
    @Param('itemId', asItem) itemId: string,
    @IfMatch() version: number,
    @Body() action: WriteActionDto,
  ): Promise<Versioned> {
    await this.writing.changeAction(actor, id, version, itemId, actionOf(action))
    return this.one(actor, id)
  }

  @Post('actions/:itemId/end')
  @HttpCode(200)
  @Allow('planning.change')
  @ApiOperation({ summary: 'An action is done, or dropped with a reason' })
  @ApiHeader({ name: 'If-Match', required: true })
  @ApiOkResponse({ type: CasePlanDto })
  @ApiPreconditionFailedResponse()
  async end(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCase) id: string,
    @Param('itemId', asItem) itemId: string,
    @IfMatch() version: number,
    @Body() { state, reason, note }: EndActionDto,
  ): Promise<Versioned> {
    const how = { state, reason: reason ?? null, note: note ?? null }
    await this.writing.endAction(actor, id, version, itemId, how)
    return this.one(actor, id)
  }

  // Sight ends; an answer kept for who repeats a request must not outlive it.
  private async one(actor: WorkerActor, id: string): Promise<Versioned> {
    const plan = casePlanOf(await this.reading.run(actor, id))
    return withEtag(plan.version, plan, { version: plan.version })
  }
}

const actionOf = (action: WriteActionDto): ActionToWrite => ({
  text: action.text,
  doer: action.doer,
  workerId: action.workerId ?? null,
  service: action.service ?? null,
  referralId: action.referralId ?? null,
  dueOn: action.dueOn ?? null,
})
