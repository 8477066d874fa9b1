import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { mayEver } from '../../../platform/access/decide.js'
import { asId } from '../../../platform/web/as-id.js'
import { readForm, type Typed } from '../../../platform/web/form.js'
import { page, seeOther, type Page, type SeeOther } from '../../../platform/web/page.js'
import { Allow, CurrentActor } from '../../../platform/web/route-permissions.js'
import { FormVersion } from '../../../platform/web/versions.js'
import type { FieldErrors } from '../../cases/index.js'
import { AnswerNeedsReason } from '../domain/consent.errors.js'
import { AnswerException } from '../use-cases/answer-exception.js'
import { ListExceptions, type ExceptionList } from '../use-cases/list-exceptions.js'
import { ReadException } from '../use-cases/read-exception.js'
import { ReviewException } from '../use-cases/review-exception.js'
import { AnswerForm, ReviewForm } from './exception.forms.js'
import { ExceptionPage } from './exception.page.js'
import { ExceptionsPage } from './exceptions.page.js'

const asExceptionId = asId('exception.read', 'exception')

/** What was typed, at which version, and what has to be mended. */
interface Returned {
  readonly version: number
  readonly values: Typed
  readonly errors: FieldErrors
}

/** What is shared without consent, for those who answer for it. */
@Controller()
export class ExceptionPages {
  constructor(
    private readonly exceptions: ListExceptions,
    private readonly read: ReadException,
    private readonly answer: AnswerException,
    private readonly review: ReviewException,
  ) {}

  @Get('approvals')
  @Allow('exception.list')
  approvals(@CurrentActor() actor: WorkerActor, @Query('after') after: unknown): Promise<Page> {
    return this.list(actor, 'approvals', after)
  }

  @Get('approvals/:id')
  @Allow('exception.read')
  approval(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asExceptionId) id: string,
  ): Promise<Page> {
    return this.one(actor, 'approvals', id)
  }

  @Post('approvals/:id')
  @Allow('exception.approve')
  async answerIt(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asExceptionId) id: string,
    @FormVersion() version: number,
    @Body() body: unknown,
  ): Promise<Page | SeeOther> {
    const form = readForm(AnswerForm, body)
    if (!form.ok) return this.one(actor, 'approvals', id, { ...form, version })
    const { outcome, note = null } = form.value
    try {
      await this.answer.run(actor, id, version, { approved: outcome === 'approved', note })
    } catch (error) {
      const returned = { values: form.values, version, errors: errorsIn(error) }
      return this.one(actor, 'approvals', id, returned)
    }
    return seeOther('/approvals', `said.exceptions.${outcome}`)
  }

  @Get('reviews')
  @Allow('exception.list')
  reviews(@CurrentActor() actor: WorkerActor, @Query('after') after: unknown): Promise<Page> {
    return this.list(actor, 'reviews', after)
  }

  @Get('reviews/:id')
  @Allow('exception.read')
  oneReview(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asExceptionId) id: string,
  ): Promise<Page> {
    return this.one(actor, 'reviews', id)
  }

  @Post('reviews/:id')
  @Allow('exception.review')
  async reviewIt(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asExceptionId) id: string,
    @FormVersion() version: number,
    @Body() body: unknown,
  ): Promise<Page | SeeOther> {
    const form = readForm(ReviewForm, body)
    if (!form.ok) return this.one(actor, 'reviews', id, { ...form, version })
    const { outcome, note = null } = form.value
    try {
      await this.review.run(actor, id, version, { outcome, note })
    } catch (error) {
      const returned = { values: form.values, version, errors: errorsIn(error) }
      return this.one(actor, 'reviews', id, returned)
    }
    return seeOther('/reviews', 'said.exceptions.reviewed')
  }

  private async list(actor: WorkerActor, list: ExceptionList, asked: unknown): Promise<Page> {
    const after = typeof asked === 'string' && asked !== '' ? asked : undefined
    const { items, next } = await this.exceptions.run(actor, list, { after })
    return page(ExceptionsPage, {
      list,
      rows: items,
      firstHref: after === undefined ? undefined : `/${list}`,
      nextHref: next === null ? undefined : `/${list}?after=${next}`,
      mayApproveCases: mayEver(actor, 'approval.list'),
    })
  }

  private async one(
    actor: WorkerActor,
    list: ExceptionList,
    id: string,
    { version, values = {}, errors = {} }: Partial<Returned> = {},
  ): Promise<Page> {
    const view = await this.read.run(actor, id)
    const seen = version ?? view.exception.version
    const status = Object.keys(errors).length > 0 ? 422 : 200
    return page(ExceptionPage, { ...view, list, version: seen, values, errors }, status)
  }
}

const errorsIn = (error: unknown): FieldErrors => {
  if (error instanceof AnswerNeedsReason) return { note: error.code }
  throw error
}
