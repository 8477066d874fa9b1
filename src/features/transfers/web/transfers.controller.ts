import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { sectionsOf } from '../../../platform/access/sections.js'
import { Clock } from '../../../platform/clock/clock.js'
import { asId } from '../../../platform/web/as-id.js'
import { readForm, typedText, type Typed } from '../../../platform/web/form.js'
import { page, seeOther, type Page, type SeeOther } from '../../../platform/web/page.js'
import { Allow, CurrentActor } from '../../../platform/web/route-permissions.js'
import { FormVersion } from '../../../platform/web/versions.js'
import type { FieldErrors } from '../../cases/index.js'
import { TransferLeadUnfit } from '../domain/transfer.errors.js'
import { AcceptTransfer } from '../use-cases/accept-transfer.js'
import { ConfirmContact } from '../use-cases/confirm-contact.js'
import { ListTransfers, type Direction } from '../use-cases/list-transfers.js'
import { PrepareEnd } from '../use-cases/prepare-end.js'
import { ReadTransfer, type OneTransfer } from '../use-cases/read-transfer.js'
import { RejectTransfer } from '../use-cases/reject-transfer.js'
import { WithdrawTransfer } from '../use-cases/withdraw-transfer.js'
import { EndOfferPage } from './end-offer.page.js'
import { lastDayOf, placeOf } from './place-of.js'
import type { PreviewView } from './preview-rows.js'
import { AcceptTransferForm, RejectTransferForm, WithdrawTransferForm } from './transfer.forms.js'
import { TransferPage } from './transfer.page.js'
import { transferTrouble } from './transfer-trouble.js'
import { TransfersPage } from './transfers.page.js'

const asTransferId = asId('transfer.read', 'transfer')
const onAPage = 20

type Answer = Promise<Page | SeeOther>

/** What was typed, with the version it was typed at and what has to be mended. */
interface Returned {
  readonly values: Typed
  readonly version: number
  readonly errors: FieldErrors
}

/** Transfers: the lists, one of them, and what can be done with it. */
@Controller('transfers')
export class TransferPages {
  constructor(
    private readonly transfers: ListTransfers,
    private readonly reading: ReadTransfer,
    private readonly prepare: PrepareEnd,
    private readonly accepting: AcceptTransfer,
    private readonly rejecting: RejectTransfer,
    private readonly withdrawing: WithdrawTransfer,
    private readonly contacting: ConfirmContact,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Allow('transfer.list')
  async list(
    @CurrentActor() actor: WorkerActor,
    @Query() query: Record<string, unknown>,
  ): Promise<Page> {
    const direction: Direction = query['direction'] === 'out' ? 'out' : 'in'
    const after = typeof query['after'] === 'string' ? query['after'] : undefined
    const { items, next } = await this.transfers.run(actor, { direction, after, limit: onAPage })
    const path = `/transfers?direction=${direction}`
    return page(TransfersPage, {
      direction,
      rows: items,
      firstHref: after === undefined ? undefined : path,
      nextHref: next === null ? undefined : `${path}&after=${next}`,
    })
  }

  @Get(':id')
  @Allow('transfer.read')
  async one(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asTransferId) id: string,
  ): Promise<Page> {
    const view = await this.reading.run(actor, id)
    return page(TransferPage, {
      ...view,
      preview: previewView(view, this.clock.now()),
      keptLastDay: view.transfer.keptUntil === null ? null : lastDayOf(view.transfer.keptUntil),
      readerId: actor.workerId,
      readerIsCaseworker: actor.roles.includes('caseworker'),
    })
  }

  @Post(':id/accept')
  @Allow('transfer.accept')
  async accept(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asTransferId) id: string,
    @FormVersion() version: number,
    @Body() body: Typed,
  ): Promise<SeeOther> {
    const form = readForm(AcceptTransferForm, body)
    if (!form.ok) throw new TransferLeadUnfit()
    await this.accepting.run(actor, id, version, form.value.leadId)
    return seeOther(`/transfers/${id}`, 'said.transfers.accept')
  }

  @Post(':id/contact')
  @Allow('transfer.contact')
  async contact(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asTransferId) id: string,
    @FormVersion() version: number,
  ): Promise<SeeOther> {
    await this.contacting.run(actor, id, version)
    return seeOther(`/transfers/${id}`, 'said.transfers.contact')
  }

  @Get(':id/reject')
  @Allow('transfer.reject')
  askReject(@CurrentActor() actor: WorkerActor, @Param('id', asTransferId) id: string): Answer {
    return this.ask(actor, id, 'reject')
  }

  @Post(':id/reject')
  @Allow('transfer.reject')
  async reject(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asTransferId) id: string,
    @FormVersion() version: number,
    @Body() body: Typed,
  ): Answer {
    const form = readForm(RejectTransferForm, body)
    if (!form.ok) return this.ask(actor, id, 'reject', { ...form, version })
    const { reason, note = null, suggestedUnit = null } = form.value
    return this.make(actor, id, 'reject', { ...form, version }, () =>
      this.rejecting.run(actor, id, version, { reason, note, suggestedUnitId: suggestedUnit }),
    )
  }

  @Get(':id/withdraw')
  @Allow('transfer.withdraw')
  askWithdraw(@CurrentActor() actor: WorkerActor, @Param('id', asTransferId) id: string): Answer {
    return this.ask(actor, id, 'withdraw')
  }

  @Post(':id/withdraw')
  @Allow('transfer.withdraw')
  async withdraw(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asTransferId) id: string,
    @FormVersion() version: number,
    @Body() body: Typed,
  ): Answer {
    const form = readForm(WithdrawTransferForm, body)
    if (!form.ok) return this.ask(actor, id, 'withdraw', { ...form, version })
    const { reason, note = null } = form.value
    return this.make(actor, id, 'withdraw', { ...form, version }, () =>
      this.withdrawing.run(actor, id, version, { code: reason, note }),
    )
  }

  private async make(
    actor: WorkerActor,
    id: string,
    move: 'reject' | 'withdraw',
    typed: Pick<Returned, 'values' | 'version'>,
    work: () => Promise<void>,
  ): Answer {
    try {
      await work()
    } catch (error) {
      return this.ask(actor, id, move, { ...typed, errors: transferTrouble(error, 'reason') })
    }
    return seeOther(`/transfers/${id}`, `said.transfers.${move}`)
  }

  /** The page of the move, with what was typed; or the transfer, where it is not open (any more). */
  private async ask(
    actor: WorkerActor,
    id: string,
    move: 'reject' | 'withdraw',
    { values, version, errors }: Partial<Returned> & { readonly values: Typed } = { values: {} },
  ): Answer {
    const prepared = await this.prepare.run(actor, id, move)
    if (prepared === null) return seeOther(`/transfers/${id}`)
    const view = {
      ...prepared,
      move,
      version: version ?? prepared.version,
      errors: errors ?? {},
      reason: typedText(values, 'reason'),
      note: typedText(values, 'note'),
      suggestedUnit: typedText(values, 'suggestedUnit'),
    }
    return page(EndOfferPage, view, errors === undefined ? 200 : 422)
  }
}

const previewView = (view: OneTransfer, now: Date): PreviewView | null => {
  const { transfer, preview, why, need } = view
  if (preview === null) return null
  const { keptSections, keptUntil } = transfer
  return {
    preview,
    place: placeOf(preview, now),
    number: transfer.number,
    fromUnitName: transfer.fromUnitName,
    why,
    need,
    urgency: transfer.urgency,
    answerDueAt: transfer.answerDueAt,
    keeping:
      keptUntil === null
        ? null
        : { sections: sectionsOf(keptSections), lastDay: lastDayOf(keptUntil) },
  }
}
