import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common'
import {
  ApiBearerAuth,
  ApiConflictResponse,
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
import { AnswerException } from '../use-cases/answer-exception.js'
import type { ExceptionView } from '../use-cases/exception-view.js'
import { ListExceptions } from '../use-cases/list-exceptions.js'
import { ReadException } from '../use-cases/read-exception.js'
import { ReviewException } from '../use-cases/review-exception.js'
import {
  ApproveSharingDto,
  DeclineSharingDto,
  ExceptionDto,
  ExceptionsPageDto,
  ExceptionsQuery,
  ReviewSharingDto,
} from './exception.dto.js'

const asExceptionId = asId('exception.read', 'exception')

/** What is shared without consent: approval before, review after. */
@ApiTags('exceptions')
@ApiBearerAuth()
@Controller('api/v1')
export class ExceptionsApi {
  constructor(
    private readonly exceptions: ListExceptions,
    private readonly read: ReadException,
    private readonly answer: AnswerException,
    private readonly review: ReviewException,
  ) {}

  @Get('approvals')
  @Allow('exception.list')
  @ApiOperation({ summary: 'What waits for the caller’s approval, the longest waiting first' })
  @ApiOkResponse({ type: ExceptionsPageDto })
  approvals(
    @CurrentActor() actor: WorkerActor,
    @Query() query: ExceptionsQuery,
  ): Promise<ExceptionsPageDto> {
    return this.list(actor, 'approvals', query)
  }

  @Get('approvals/:id')
  @Allow('exception.read')
  @ApiOperation({ summary: 'One of them, with its grounds' })
  @ApiOkResponse({ type: ExceptionDto })
  @ApiNotFoundResponse()
  approval(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asExceptionId) id: string,
  ): Promise<Versioned> {
    return this.one(actor, id)
  }

  @Post('approvals/:id/approve')
  @HttpCode(204)
  @Allow('exception.approve')
  @ApiOperation({ summary: 'Lets it be shared' })
  @ApiHeader({ name: 'If-Match', required: true })
  @ApiNoContentResponse()
  @ApiNotFoundResponse()
  @ApiConflictResponse()
  async approve(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asExceptionId) id: string,
    @IfMatch() version: number,
    @Body() { note }: ApproveSharingDto,
  ): Promise<void> {
    await this.answer.run(actor, id, version, { approved: true, note: note ?? null })
  }

  @Post('approvals/:id/decline')
  @HttpCode(204)
  @Allow('exception.approve')
  @ApiOperation({ summary: 'Does not let it be shared, and says why' })
  @ApiHeader({ name: 'If-Match', required: true })
  @ApiNoContentResponse()
  @ApiNotFoundResponse()
  @ApiConflictResponse()
  async decline(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asExceptionId) id: string,
    @IfMatch() version: number,
    @Body() { note }: DeclineSharingDto,
  ): Promise<void> {
    const words = note.trim()
    await this.answer.run(actor, id, version, {
      approved: false,
      note: words === '' ? null : words,
    })
  }

  @Get('reviews')
  @Allow('exception.list')
  @ApiOperation({ summary: 'What waits for the caller’s review, the longest waiting first' })
  @ApiOkResponse({ type: ExceptionsPageDto })
  reviews(
    @CurrentActor() actor: WorkerActor,
    @Query() query: ExceptionsQuery,
  ): Promise<ExceptionsPageDto> {
    return this.list(actor, 'reviews', query)
  }

  @Get('reviews/:id')
  @Allow('exception.read')
  @ApiOperation({ summary: 'One of them, with its grounds' })
  @ApiOkResponse({ type: ExceptionDto })
  @ApiNotFoundResponse()
  oneReview(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asExceptionId) id: string,
  ): Promise<Versioned> {
    return this.one(actor, id)
  }

  @Post('reviews/:id')
  @HttpCode(204)
  @Allow('exception.review')
  @ApiOperation({ summary: 'What the review found; what was not justified ends at once' })
  @ApiHeader({ name: 'If-Match', required: true })
  @ApiNoContentResponse()
  @ApiNotFoundResponse()
  @ApiConflictResponse()
  async reviewIt(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asExceptionId) id: string,
    @IfMatch() version: number,
    @Body() { outcome, note }: ReviewSharingDto,
  ): Promise<void> {
    await this.review.run(actor, id, version, { outcome, note: note ?? null })
  }

  private async list(
    actor: WorkerActor,
    list: 'approvals' | 'reviews',
    { limit, after }: ExceptionsQuery,
  ): Promise<ExceptionsPageDto> {
    const { items, next } = await this.exceptions.run(actor, list, { limit, after })
    return { items: items.map(exceptionOf), next }
  }

  private async one(actor: WorkerActor, id: string): Promise<Versioned> {
    const { exception } = await this.read.run(actor, id)
    return withEtag(exception.version, exceptionOf(exception))
  }
}

const iso = (at: Date | null): string | null => at?.toISOString() ?? null

const exceptionOf = (exception: ExceptionView): ExceptionDto => ({
  id: exception.id,
  kind: exception.kind,
  unitName: exception.unitName,
  recipientUnitName: exception.recipientUnitName,
  authority: exception.authority,
  duty: exception.duty,
  basis: exception.basis,
  sections: exception.sections,
  reason: exception.reason,
  article: exception.article,
  recordedBy: exception.recorderName,
  recordedAt: exception.recordedAt.toISOString(),
  approval: exception.approval,
  isEscalated: exception.isEscalated,
  decidedBy: exception.deciderName,
  decidedAt: iso(exception.decidedAt),
  decisionNote: exception.decisionNote,
  review: exception.review,
  reviewNote: exception.reviewNote,
  reviewDueAt: iso(exception.reviewDueAt),
  isReviewOverdue: exception.isReviewOverdue,
  version: exception.version,
})
