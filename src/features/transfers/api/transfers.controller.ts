import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common'
import {
  ApiBearerAuth,
  ApiCreatedResponse,
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
import { AcceptTransfer } from '../use-cases/accept-transfer.js'
import { ConfirmContact } from '../use-cases/confirm-contact.js'
import { ListTransfers } from '../use-cases/list-transfers.js'
import { OfferTransfer } from '../use-cases/offer-transfer.js'
import { ReadTransfer } from '../use-cases/read-transfer.js'
import { RejectTransfer } from '../use-cases/reject-transfer.js'
import { WithdrawTransfer } from '../use-cases/withdraw-transfer.js'
import { transferOf, transferSummaryOf } from './transfer-of.js'
import {
  AcceptTransferDto,
  OfferTransferDto,
  RejectTransferDto,
  TransferDto,
  TransfersPageDto,
  TransfersQuery,
  WithdrawTransferDto,
} from './transfer.dto.js'

const asTransferId = asId('transfer.read', 'transfer')
const asCaseId = asId('transfer.offer', 'case')

/** Cases that move from one unit to another. */
@ApiTags('transfers')
@ApiBearerAuth()
@ApiNotFoundResponse()
@Controller('api/v1')
export class TransfersApi {
  constructor(
    private readonly transfers: ListTransfers,
    private readonly reading: ReadTransfer,
    private readonly offering: OfferTransfer,
    private readonly accepting: AcceptTransfer,
    private readonly rejecting: RejectTransfer,
    private readonly withdrawing: WithdrawTransfer,
    private readonly contacting: ConfirmContact,
  ) {}

  @Get('transfers')
  @Allow('transfer.list')
  @ApiOperation({ summary: 'What was offered to the unit, or handed over by it' })
  @ApiOkResponse({ type: TransfersPageDto })
  async list(
    @CurrentActor() actor: WorkerActor,
    @Query() query: TransfersQuery,
  ): Promise<TransfersPageDto> {
    const { items, next } = await this.transfers.run(actor, query)
    return { items: items.map(transferSummaryOf), next }
  }

  @Get('transfers/:id')
  @Allow('transfer.read')
  @ApiOperation({ summary: 'One transfer: a preview while it is offered, a receipt afterwards' })
  @ApiOkResponse({ type: TransferDto })
  one(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asTransferId) id: string,
  ): Promise<Versioned> {
    return this.answer(actor, id)
  }

  @Post('cases/:id/transfers')
  @Allow('transfer.offer')
  @ApiOperation({ summary: 'Offers the case to another unit; nothing moves before it accepts' })
  @ApiCreatedResponse({ type: TransferDto })
  async offer(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCaseId) caseId: string,
    @Body() { keeping, requestId, ...offer }: OfferTransferDto,
  ): Promise<Versioned> {
    const id = await this.offering.run(actor, caseId, {
      ...offer,
      keeping:
        keeping === undefined
          ? null
          : {
              sections: keeping.sections,
              reason: keeping.reason,
              until: new Date(keeping.until),
            },
      requestId: requestId ?? null,
    })
    return this.answer(actor, id)
  }

  @Post('transfers/:id/accept')
  @HttpCode(200)
  @Allow('transfer.accept')
  @ApiHeader({ name: 'If-Match', required: true })
  @ApiOperation({ summary: 'Takes the case: owner, lead and sight change at once' })
  @ApiOkResponse({ type: TransferDto })
  async accept(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asTransferId) id: string,
    @IfMatch() version: number,
    @Body() { leadId }: AcceptTransferDto,
  ): Promise<Versioned> {
    await this.accepting.run(actor, id, version, leadId)
    return this.answer(actor, id)
  }

  @Post('transfers/:id/reject')
  @HttpCode(200)
  @Allow('transfer.reject')
  @ApiHeader({ name: 'If-Match', required: true })
  @ApiOperation({ summary: 'Declines, with a reason; the case stays' })
  @ApiOkResponse({ type: TransferDto })
  async reject(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asTransferId) id: string,
    @IfMatch() version: number,
    @Body() { reason, note, suggestedUnitId }: RejectTransferDto,
  ): Promise<Versioned> {
    await this.rejecting.run(actor, id, version, {
      reason,
      note: note ?? null,
      suggestedUnitId: suggestedUnitId ?? null,
    })
    return this.answer(actor, id)
  }

  @Post('transfers/:id/withdraw')
  @HttpCode(200)
  @Allow('transfer.withdraw')
  @ApiHeader({ name: 'If-Match', required: true })
  @ApiOperation({ summary: 'Takes the offer back' })
  @ApiOkResponse({ type: TransferDto })
  async withdraw(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asTransferId) id: string,
    @IfMatch() version: number,
    @Body() { reason, note }: WithdrawTransferDto,
  ): Promise<Versioned> {
    await this.withdrawing.run(actor, id, version, { code: reason, note: note ?? null })
    return this.answer(actor, id)
  }

  @Post('transfers/:id/contact')
  @HttpCode(200)
  @Allow('transfer.contact')
  @ApiHeader({ name: 'If-Match', required: true })
  @ApiOperation({ summary: 'The new lead has reached the person; the old unit hears it' })
  @ApiOkResponse({ type: TransferDto })
  async contact(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asTransferId) id: string,
    @IfMatch() version: number,
  ): Promise<Versioned> {
    await this.contacting.run(actor, id, version)
    return this.answer(actor, id)
  }

  private async answer(actor: WorkerActor, id: string): Promise<Versioned> {
    const transfer = transferOf(await this.reading.run(actor, id))
    // An answer kept for who repeats a request must not outlive what the caller may see.
    return withEtag(
      transfer.version,
      transfer,
      Object.assign({}, transfer, { need: null, preview: null }),
    )
  }
}
