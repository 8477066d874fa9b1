import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common'
import {
  ApiBearerAuth,
  ApiHeader,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { asId } from '../../../platform/web/as-id.js'
import { Allow, CurrentActor } from '../../../platform/web/route-permissions.js'
import { IfMatch, withEtag, type Versioned } from '../../../platform/web/versions.js'
import { CloseCase } from '../use-cases/close-case.js'
import { PrepareClosing } from '../use-cases/prepare-closing.js'
import { ReadClosing, type ClosureView } from '../use-cases/read-closing.js'
import { ReopenCase } from '../use-cases/reopen-case.js'
import { ClosingDto, PrepareClosingDto, ReopenCaseDto, type ClosureDto } from './closing.dto.js'

const asCaseId = asId('case.read', 'case')

/** Closing a case. The ETag is that of what was prepared; of a closed case, the case's own. */
@ApiTags('cases')
@ApiBearerAuth()
@ApiNotFoundResponse()
@Controller('api/v1/cases/:id/closing')
export class ClosingApi {
  constructor(
    private readonly reading: ReadClosing,
    private readonly preparing: PrepareClosing,
    private readonly closing: CloseCase,
    private readonly reopening: ReopenCase,
  ) {}

  @Get()
  @Allow('case.read')
  @ApiOperation({ summary: 'What is open, what was prepared, what was closed before' })
  @ApiOkResponse({ type: ClosingDto })
  one(@CurrentActor() actor: WorkerActor, @Param('id', asCaseId) id: string): Promise<Versioned> {
    return this.answer(actor, id)
  }

  @Post()
  @HttpCode(200)
  @Allow('case.close')
  @ApiHeader({ name: 'If-Match', required: true, description: '"0" while nothing was prepared' })
  @ApiOperation({ summary: 'Prepares the closing; nothing ends by that' })
  @ApiOkResponse({ type: ClosingDto })
  async prepare(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCaseId) id: string,
    @IfMatch() version: number,
    @Body() { reason, goals, feedback, note, ends }: PrepareClosingDto,
  ): Promise<Versioned> {
    await this.preparing.run(actor, id, version, {
      reason,
      goals,
      feedback: feedback ?? null,
      note: note ?? null,
      ends: ends.map(({ id: end, how, text }) => ({ id: end, how, text: text ?? null })),
    })
    return this.answer(actor, id)
  }

  @Post('ask')
  @HttpCode(200)
  @Allow('case.close')
  @ApiHeader({ name: 'If-Match', required: true })
  @ApiOperation({ summary: 'Asks the supervisors to agree to what was prepared' })
  @ApiOkResponse({ type: ClosingDto })
  async ask(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCaseId) id: string,
    @IfMatch() version: number,
  ): Promise<Versioned> {
    await this.preparing.ask(actor, id, version)
    return this.answer(actor, id)
  }

  @Post('close')
  @HttpCode(200)
  @Allow('case.close')
  @ApiHeader({ name: 'If-Match', required: true })
  @ApiOperation({ summary: 'Closes the case as it was prepared: nobody writes in it any more' })
  @ApiOkResponse({ type: ClosingDto })
  async close(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCaseId) id: string,
    @IfMatch() version: number,
  ): Promise<Versioned> {
    await this.closing.run(actor, id, version)
    return this.answer(actor, id)
  }

  @Post('reopen')
  @HttpCode(200)
  @Allow('case.reopen')
  @ApiHeader({ name: 'If-Match', required: true, description: 'Of the case' })
  @ApiOperation({ summary: 'Opens the case again' })
  @ApiOkResponse({ type: ClosingDto })
  async reopen(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCaseId) id: string,
    @IfMatch() version: number,
    @Body() { reason, note }: ReopenCaseDto,
  ): Promise<Versioned> {
    await this.reopening.run(actor, id, version, { reason, note: note ?? null })
    return this.answer(actor, id)
  }

  private async answer(actor: WorkerActor, id: string): Promise<Versioned> {
    const view = await this.reading.run(actor, id)
    const { row, prepared, approval } = view
    const closing: ClosingDto = {
      status: row.status,
      heldBy: view.heldBy,
      openEnds: view.open.ends.map(({ id: end, title, about }) => ({ id: end, title, about })),
      prepared: prepared === null ? null : closureOf(prepared),
      isAgreed: approval?.isSatisfied ?? false,
      past: view.past.map(closureOf),
    }
    const version = row.status === 'open' ? (prepared?.version ?? 0) : row.version
    // What the person said is not kept with the answer to a repeated request.
    const kept = { status: row.status, heldBy: view.heldBy, isAgreed: closing.isAgreed }
    return withEtag(version, closing, kept)
  }
}

const closureOf = ({ id, state, reason, goals, texts, closedAt }: ClosureView): ClosureDto => ({
  id,
  state,
  reason,
  goals,
  feedback: texts?.feedback ?? null,
  closedAt: closedAt?.toISOString() ?? null,
})
