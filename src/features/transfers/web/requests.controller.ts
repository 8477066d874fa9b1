import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common'
import { isUUID as isUuid } from 'class-validator'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { asId } from '../../../platform/web/as-id.js'
import { readForm, typedText, type Typed } from '../../../platform/web/form.js'
import { page, seeOther, type Page, type SeeOther } from '../../../platform/web/page.js'
import { Allow, CurrentActor } from '../../../platform/web/route-permissions.js'
import { FormVersion } from '../../../platform/web/versions.js'
import { normalCaseNumber, type FieldErrors } from '../../cases/index.js'
import { AskForTransfer } from '../use-cases/ask-for-transfer.js'
import { TransferRequests } from '../use-cases/transfer-requests.js'
import { AskPage, RequestPage, RequestsPage } from './requests.page.js'
import { AskForm, DeclineForm } from './transfer.forms.js'
import { transferTrouble } from './transfer-trouble.js'

const asRequestId = asId('transfer.list', 'request')

const statusOf = (errors: FieldErrors): number => (Object.keys(errors).length > 0 ? 422 : 200)

/** Asking to take a case over, and answering who asks. */
@Controller('transfers')
export class TransferRequestPages {
  constructor(
    private readonly requests: TransferRequests,
    private readonly asking: AskForTransfer,
  ) {}

  @Get('asks')
  @Allow('transfer.list')
  async list(@CurrentActor() actor: WorkerActor): Promise<Page> {
    const toAnswer = await this.requests.toAnswer(actor)
    const asked = await this.requests.asked(actor)
    return page(RequestsPage, { toAnswer, asked })
  }

  @Get('ask')
  @Allow('transfer.ask')
  form(@Query() query: Record<string, unknown>): Page {
    const referral = query['referral']
    const referralId = typeof referral === 'string' && isUuid(referral) ? referral : ''
    return askPage({ referral: referralId })
  }

  @Post('ask')
  @Allow('transfer.ask')
  async ask(@CurrentActor() actor: WorkerActor, @Body() body: unknown): Promise<Page | SeeOther> {
    const form = readForm(AskForm, body)
    if (!form.ok) return askPage(form.values, form.errors)
    const { number = '', referral, why, text = null } = form.value
    const caseNumber = normalCaseNumber(number)
    if (referral === undefined && caseNumber === null)
      return askPage(form.values, { number: 'transfers.ask.number.missing' })
    try {
      await this.asking.run(actor, {
        case: referral === undefined ? { caseNumber: caseNumber ?? '' } : { referralId: referral },
        why,
        text,
      })
    } catch (error) {
      return askPage(form.values, transferTrouble(error))
    }
    return seeOther('/transfers/asks', 'said.transfers.asked')
  }

  @Get('asks/:id')
  @Allow('transfer.list')
  async one(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asRequestId) id: string,
  ): Promise<Page> {
    const request = await this.requests.one(actor, id)
    return page(RequestPage, { request, reason: '', errors: {} })
  }

  @Post('asks/:id/decline')
  @Allow('transfer.decide-ask')
  async decline(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asRequestId) id: string,
    @FormVersion() version: number,
    @Body() body: Typed,
  ): Promise<Page | SeeOther> {
    const form = readForm(DeclineForm, body)
    const again = async (errors: FieldErrors): Promise<Page> => {
      const request = await this.requests.one(actor, id)
      const reason = typedText(form.values, 'reason')
      return page(RequestPage, { request, reason, errors }, statusOf(errors))
    }
    if (!form.ok) return again(form.errors)
    try {
      await this.requests.decline(actor, id, version, form.value.reason)
    } catch (error) {
      return again(transferTrouble(error, 'reason'))
    }
    return seeOther(`/transfers/asks/${id}`, 'said.transfers.declined')
  }
}

const askPage = (values: Typed, errors: FieldErrors = {}): Page =>
  page(
    AskPage,
    {
      referralId: typedText(values, 'referral') || null,
      number: typedText(values, 'number'),
      why: typedText(values, 'why'),
      text: typedText(values, 'text'),
      errors,
    },
    statusOf(errors),
  )
