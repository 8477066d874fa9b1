import { Body, Controller, Get, Param, Post } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { asId } from '../../../platform/web/as-id.js'
import { readForm, typedText, type Typed } from '../../../platform/web/form.js'
import { page, seeOther, type Page, type SeeOther } from '../../../platform/web/page.js'
import { Allow, CurrentActor } from '../../../platform/web/route-permissions.js'
import { FormVersion } from '../../../platform/web/versions.js'
import type { FieldErrors } from '../../cases/index.js'
import { AskToCancel } from '../use-cases/ask-to-cancel.js'
import { EnterInError } from '../use-cases/enter-in-error.js'
import { HoldReferral } from '../use-cases/hold-referral.js'
import { CancelReferral } from '../use-cases/cancel-referral.js'
import { CompleteReferral } from '../use-cases/complete-referral.js'
import { ConfirmReferral } from '../use-cases/confirm-referral.js'
import { FailReferral } from '../use-cases/fail-referral.js'
import { PrepareMove } from '../use-cases/prepare-move.js'
import { RejectReferral } from '../use-cases/reject-referral.js'
import { CompletePage } from './complete.page.js'
import { ConfirmPage } from './confirm.page.js'
import { formTrouble } from './form-trouble.js'
import {
  CancelForm,
  CompleteForm,
  ConfirmForm,
  ErrorForm,
  FailForm,
  HoldForm,
  RejectForm,
} from './move.forms.js'
import type { MoveView } from './move-frame.js'
import { ReasonedMovePage, type ReasonedMoveView } from './reasoned-move.page.js'

const asReferralId = asId('referral.read', 'referral')

type Answer = Promise<Page | SeeOther>
type WordedMove = ReasonedMoveView['move'] | 'complete' | 'confirm'

/** What was typed, with the version it was typed at and what has to be mended. */
interface Returned {
  readonly values: Typed
  readonly version: number
  readonly errors: FieldErrors
}

/** The moves that need words: a reason, an outcome, what the person said. */
@Controller('referrals/:id')
export class ReferralMovePages {
  constructor(
    private readonly prepare: PrepareMove,
    private readonly reject: RejectReferral,
    private readonly fail: FailReferral,
    private readonly cancel: CancelReferral,
    private readonly complete: CompleteReferral,
    private readonly confirm: ConfirmReferral,
    private readonly hold: HoldReferral,
    private readonly askToCancel: AskToCancel,
    private readonly enterInError: EnterInError,
  ) {}

  @Get('reject')
  @Allow('referral.reject')
  askReject(@CurrentActor() actor: WorkerActor, @Param('id', asReferralId) id: string): Answer {
    return this.ask(actor, id, 'reject')
  }

  @Post('reject')
  @Allow('referral.reject')
  async rejectIt(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asReferralId) id: string,
    @FormVersion() version: number,
    @Body() body: Typed,
  ): Answer {
    const form = readForm(RejectForm, body)
    if (!form.ok) return this.ask(actor, id, 'reject', { ...form, version })
    const { reason, note = null, suggestedUnit = null } = form.value
    return this.make(actor, id, 'reject', { ...form, version }, () =>
      this.reject.run(actor, id, version, { reason, note, suggestedUnitId: suggestedUnit }),
    )
  }

  @Get('fail')
  @Allow('referral.serve')
  askFail(@CurrentActor() actor: WorkerActor, @Param('id', asReferralId) id: string): Answer {
    return this.ask(actor, id, 'fail')
  }

  @Post('fail')
  @Allow('referral.serve')
  async failIt(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asReferralId) id: string,
    @FormVersion() version: number,
    @Body() body: Typed,
  ): Answer {
    const form = readForm(FailForm, body)
    if (!form.ok) return this.ask(actor, id, 'fail', { ...form, version })
    const { reason, note = null } = form.value
    return this.make(actor, id, 'fail', { ...form, version }, () =>
      this.fail.run(actor, id, version, { code: reason, note }),
    )
  }

  @Get('cancel')
  @Allow('referral.cancel')
  askCancel(@CurrentActor() actor: WorkerActor, @Param('id', asReferralId) id: string): Answer {
    return this.ask(actor, id, 'cancel')
  }

  @Post('cancel')
  @Allow('referral.cancel')
  async cancelIt(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asReferralId) id: string,
    @FormVersion() version: number,
    @Body() body: Typed,
  ): Answer {
    const form = readForm(CancelForm, body)
    if (!form.ok) return this.ask(actor, id, 'cancel', { ...form, version })
    const { reason, note = null } = form.value
    return this.make(actor, id, 'cancel', { ...form, version }, () =>
      this.cancel.run(actor, id, version, { code: reason, note }),
    )
  }

  @Get('complete')
  @Allow('referral.serve')
  askComplete(@CurrentActor() actor: WorkerActor, @Param('id', asReferralId) id: string): Answer {
    return this.ask(actor, id, 'complete')
  }

  @Post('complete')
  @Allow('referral.serve')
  async completeIt(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asReferralId) id: string,
    @FormVersion() version: number,
    @Body() body: Typed,
  ): Answer {
    const form = readForm(CompleteForm, body)
    if (!form.ok) return this.ask(actor, id, 'complete', { ...form, version })
    const { outcome, text } = form.value
    return this.make(actor, id, 'complete', { ...form, version }, () =>
      this.complete.run(actor, id, version, { outcome, text }),
    )
  }

  @Get('confirm')
  @Allow('referral.confirm')
  askConfirm(@CurrentActor() actor: WorkerActor, @Param('id', asReferralId) id: string): Answer {
    return this.ask(actor, id, 'confirm')
  }

  @Post('confirm')
  @Allow('referral.confirm')
  async confirmIt(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asReferralId) id: string,
    @FormVersion() version: number,
    @Body() body: Typed,
  ): Answer {
    const form = readForm(ConfirmForm, body)
    if (!form.ok) return this.ask(actor, id, 'confirm', { ...form, version })
    const { received, safe, helpful } = form.value
    return this.make(actor, id, 'confirm', { ...form, version }, () =>
      this.confirm.run(actor, id, version, { received, safe, helpful }),
    )
  }

  @Get('hold')
  @Allow('referral.serve')
  askHold(@CurrentActor() actor: WorkerActor, @Param('id', asReferralId) id: string): Answer {
    return this.ask(actor, id, 'hold')
  }

  @Post('hold')
  @Allow('referral.serve')
  async doHold(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asReferralId) id: string,
    @FormVersion() version: number,
    @Body() body: Typed,
  ): Answer {
    const form = readForm(HoldForm, body)
    if (!form.ok) return this.ask(actor, id, 'hold', { ...form, version })
    const { reason, note = null } = form.value
    return this.make(actor, id, 'hold', { ...form, version }, () =>
      this.hold.run(actor, id, version, { code: reason, note }),
    )
  }

  @Get('ask-to-cancel')
  @Allow('referral.cancel')
  askAskToCancel(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asReferralId) id: string,
  ): Answer {
    return this.ask(actor, id, 'ask-to-cancel')
  }

  @Post('ask-to-cancel')
  @Allow('referral.cancel')
  async doAskToCancel(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asReferralId) id: string,
    @FormVersion() version: number,
    @Body() body: Typed,
  ): Answer {
    const form = readForm(CancelForm, body)
    if (!form.ok) return this.ask(actor, id, 'ask-to-cancel', { ...form, version })
    const { reason, note = null } = form.value
    return this.make(actor, id, 'ask-to-cancel', { ...form, version }, () =>
      this.askToCancel.run(actor, id, version, { code: reason, note }),
    )
  }

  @Get('enter-in-error')
  @Allow('referral.enter-in-error')
  askEnterInError(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asReferralId) id: string,
  ): Answer {
    return this.ask(actor, id, 'enter-in-error')
  }

  @Post('enter-in-error')
  @Allow('referral.enter-in-error')
  async doEnterInError(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asReferralId) id: string,
    @FormVersion() version: number,
    @Body() body: Typed,
  ): Answer {
    const form = readForm(ErrorForm, body)
    if (!form.ok) return this.ask(actor, id, 'enter-in-error', { ...form, version })
    const { reason, note = null } = form.value
    return this.make(actor, id, 'enter-in-error', { ...form, version }, () =>
      this.enterInError.run(actor, id, version, { code: reason, note }),
    )
  }

  private async make(
    actor: WorkerActor,
    id: string,
    move: WordedMove,
    typed: Pick<Returned, 'values' | 'version'>,
    work: () => Promise<void>,
  ): Answer {
    try {
      await work()
    } catch (error) {
      return this.ask(actor, id, move, { ...typed, errors: formTrouble(error) })
    }
    return seeOther(`/referrals/${id}`, `said.referrals.${move}`)
  }

  /** The page of the move, with what was typed; or the referral, where the move is not open (any more). */
  private async ask(
    actor: WorkerActor,
    id: string,
    move: WordedMove,
    { values, version, errors }: Partial<Returned> & { readonly values: Typed } = { values: {} },
  ): Answer {
    const prepared = await this.prepare.run(actor, id, move)
    if (prepared === null) return seeOther(`/referrals/${id}`)
    const frame = {
      ...prepared,
      version: version ?? prepared.version,
      errors: errors ?? {},
    } satisfies MoveView & Pick<ReasonedMoveView, 'units'>
    const typed = (name: string): string => typedText(values, name)
    const status = errors === undefined ? 200 : 422
    if (move === 'complete')
      return page(
        CompletePage,
        { ...frame, outcome: typed('outcome'), text: typed('text') },
        status,
      )
    if (move === 'confirm') {
      const answers = {
        received: typed('received'),
        safe: typed('safe'),
        helpful: typed('helpful'),
      }
      return page(ConfirmPage, { ...frame, answers }, status)
    }
    const view = {
      ...frame,
      move,
      reason: typed('reason'),
      note: typed('note'),
      suggestedUnit: typed('suggestedUnit'),
    }
    return page(ReasonedMovePage, view, status)
  }
}
