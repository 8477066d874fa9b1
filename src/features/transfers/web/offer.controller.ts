import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common'
import { isUUID as isUuid } from 'class-validator'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { Clock } from '../../../platform/clock/clock.js'
import { readForm, typedText, type Typed } from '../../../platform/web/form.js'
import { page, seeOther, type Page, type SeeOther } from '../../../platform/web/page.js'
import { Allow, CurrentActor } from '../../../platform/web/route-permissions.js'
import { asId } from '../../../platform/web/as-id.js'
import type { FieldErrors } from '../../cases/index.js'
import { offerReasons } from '../domain/transfer-reasons.js'
import { OfferTransfer, type OfferInput, type OfferOptions } from '../use-cases/offer-transfer.js'
import { CheckOfferPage } from './check-offer.page.js'
import { OfferPage } from './offer.page.js'
import { lastDayOf, placeOf } from './place-of.js'
import { OfferForm, offerOfForm } from './transfer.forms.js'
import { transferTrouble } from './transfer-trouble.js'

const asCaseId = asId('transfer.offer', 'case')

/** The offer is written, looked at, and made. */
@Controller('cases/:id/transfer')
export class TransferOfferPages {
  constructor(
    private readonly offer: OfferTransfer,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Allow('transfer.offer')
  async write(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCaseId) id: string,
    @Query() query: Record<string, unknown>,
  ): Promise<Page | SeeOther> {
    const asked = query['request']
    const requestId = typeof asked === 'string' && isUuid(asked) ? asked : null
    const options = await this.offer.options(actor, id, requestId)
    if (options.openOfferId !== null) return seeOther(`/transfers/${options.openOfferId}`)
    const why = offerReasons.find((reason) => reason === query['why'])
    const values = {
      ...(why === undefined ? {} : { why }),
      ...(options.request === null
        ? {}
        : {
            requestId: options.request.id,
            toUnitId: options.request.fromUnitId,
            why: 'asked_by_unit',
          }),
    }
    return this.form(actor, options, values)
  }

  /** Shows what would happen, or does it, or goes back to what was typed. */
  @Post()
  @Allow('transfer.offer')
  async next(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCaseId) id: string,
    @Body() body: unknown,
  ): Promise<Page | SeeOther> {
    const form = readForm(OfferForm, body)
    const step = typedText(form.values, 'step')
    const again = async (errors: FieldErrors): Promise<Page> => {
      const requestId = typedText(form.values, 'requestId')
      const options = await this.offer.options(actor, id, isUuid(requestId) ? requestId : null)
      return this.form(actor, options, form.values, errors)
    }
    if (!form.ok) return again(step === 'change' ? {} : form.errors)
    if (step === 'change') return again({})
    const offer = offerOfForm(form.value)
    if (!offer.ok) return again(offer.errors)
    try {
      if (step !== 'offer') return await this.check(actor, id, offer.input, form.values)
      const transferId = await this.offer.run(actor, id, offer.input)
      return seeOther(`/transfers/${transferId}`, 'said.transfers.offered')
    } catch (error) {
      return again(transferTrouble(error))
    }
  }

  private async check(
    actor: WorkerActor,
    caseId: string,
    input: OfferInput,
    values: Typed,
  ): Promise<Page> {
    const check = await this.offer.check(actor, caseId, input)
    const { unit, preview, agreedUntil } = check
    return page(CheckOfferPage, {
      frame: frameOf(check),
      unitId: unit.id,
      unitName: unit.name,
      preview: {
        preview,
        place: placeOf(preview, this.clock.now()),
        number: null,
        fromUnitName: check.case.unitName,
        why: input.why,
        need: input.need,
        urgency: input.urgency,
        answerDueAt: check.answerDueAt,
        keeping:
          input.keeping === null
            ? null
            : { sections: input.keeping.sections, lastDay: lastDayOf(input.keeping.until) },
      },
      recorded: check.recorded,
      agreedUntil: agreedUntil === null ? null : lastDayOf(agreedUntil),
      missing: check.missing,
      mayRecordConsent: check.mayRecordConsent,
      expiresAt: check.expiresAt,
      values,
    })
  }

  private form(
    actor: WorkerActor,
    options: OfferOptions,
    values: Typed,
    errors: FieldErrors = {},
  ): Page {
    const view = {
      frame: frameOf(options),
      recorded: options.recorded,
      units: options.units,
      requestedBy: options.request?.fromUnitName ?? null,
      ownUnitId: actor.unitId,
      mayRecordConsent: options.mayRecordConsent,
      values,
      errors,
    }
    return page(OfferPage, view, Object.keys(errors).length > 0 ? 422 : 200)
  }
}

const frameOf = ({ case: { id, number }, safeContact }: OfferOptions) => ({
  caseId: id,
  number,
  safeContact,
})
