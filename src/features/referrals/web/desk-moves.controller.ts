import { Body, Controller, Get, Param, Post } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { asId } from '../../../platform/web/as-id.js'
import { readForm, typedText, type Typed } from '../../../platform/web/form.js'
import { page, seeOther, type Page, type SeeOther } from '../../../platform/web/page.js'
import { Allow, CurrentActor } from '../../../platform/web/route-permissions.js'
import { FormVersion } from '../../../platform/web/versions.js'
import { zonedTime } from '../../../platform/clock/local-time.js'
import type { FieldErrors } from '../../cases/index.js'
import { AnswerQuestion } from '../use-cases/answer-question.js'
import { AskQuestion } from '../use-cases/ask-question.js'
import { AssignReferral } from '../use-cases/assign-referral.js'
import { ConfirmCancellation } from '../use-cases/confirm-cancellation.js'
import { NoteNoShow } from '../use-cases/note-no-show.js'
import { PrepareMove } from '../use-cases/prepare-move.js'
import { ResumeService } from '../use-cases/resume-service.js'
import { SetAppointment } from '../use-cases/set-appointment.js'
import { TakeOverReferral } from '../use-cases/take-over-referral.js'
import { AppointmentPage } from './appointment.page.js'
import { AssignPage } from './assign.page.js'
import { formTrouble } from './form-trouble.js'
import { AppointmentForm, AssignForm, WordsForm } from './move.forms.js'
import { WordsPage } from './words.page.js'

const asReferralId = asId('referral.read', 'referral')

type Answer = Promise<Page | SeeOther>
type DeskMove = 'ask' | 'answer' | 'appointment' | 'assign'

interface Returned {
  readonly values: Typed
  readonly version: number
  readonly errors: FieldErrors
}

/** What the desk does between acceptance and the end: appointments, questions, handing on. */
@Controller('referrals/:id')
export class ReferralDeskPages {
  constructor(
    private readonly prepare: PrepareMove,
    private readonly askQuestion: AskQuestion,
    private readonly answerQuestion: AnswerQuestion,
    private readonly setAppointment: SetAppointment,
    private readonly assignReferral: AssignReferral,
    private readonly resumeService: ResumeService,
    private readonly takeOverReferral: TakeOverReferral,
    private readonly confirmCancellation: ConfirmCancellation,
    private readonly noteNoShow: NoteNoShow,
  ) {}

  @Post('resume')
  @Allow('referral.serve')
  async resumeIt(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asReferralId) id: string,
    @FormVersion() version: number,
  ): Promise<SeeOther> {
    await this.resumeService.run(actor, id, version)
    return seeOther(`/referrals/${id}`, 'said.referrals.resume')
  }

  @Post('take-over')
  @Allow('referral.take-over')
  async takeItOver(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asReferralId) id: string,
    @FormVersion() version: number,
  ): Promise<SeeOther> {
    await this.takeOverReferral.run(actor, id, version)
    return seeOther(`/referrals/${id}`, 'said.referrals.take-over')
  }

  @Post('confirm-cancel')
  @Allow('referral.serve')
  async confirmCancel(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asReferralId) id: string,
    @FormVersion() version: number,
  ): Promise<SeeOther> {
    await this.confirmCancellation.run(actor, id, version)
    return seeOther(`/referrals/${id}`, 'said.referrals.confirm-cancel')
  }

  @Post('no-show')
  @Allow('referral.serve')
  async noShow(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asReferralId) id: string,
    @FormVersion() version: number,
  ): Promise<SeeOther> {
    await this.noteNoShow.run(actor, id, version)
    return seeOther(`/referrals/${id}`, 'said.referrals.no-show')
  }

  @Get('ask')
  @Allow('referral.ask')
  showAsk(@CurrentActor() actor: WorkerActor, @Param('id', asReferralId) id: string): Answer {
    return this.show(actor, id, 'ask')
  }

  @Post('ask')
  @Allow('referral.ask')
  async askIt(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asReferralId) id: string,
    @FormVersion() version: number,
    @Body() body: Typed,
  ): Answer {
    const form = readForm(WordsForm, body)
    if (!form.ok) return this.show(actor, id, 'ask', { ...form, version })
    return this.make(actor, id, 'ask', { ...form, version }, () =>
      this.askQuestion.run(actor, id, version, form.value.text),
    )
  }

  @Get('answer')
  @Allow('referral.answer-question')
  showAnswer(@CurrentActor() actor: WorkerActor, @Param('id', asReferralId) id: string): Answer {
    return this.show(actor, id, 'answer')
  }

  @Post('answer')
  @Allow('referral.answer-question')
  async answerIt(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asReferralId) id: string,
    @FormVersion() version: number,
    @Body() body: Typed,
  ): Answer {
    const form = readForm(WordsForm, body)
    if (!form.ok) return this.show(actor, id, 'answer', { ...form, version })
    return this.make(actor, id, 'answer', { ...form, version }, () =>
      this.answerQuestion.run(actor, id, version, form.value.text),
    )
  }

  @Get('appointment')
  @Allow('referral.serve')
  showAppointment(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asReferralId) id: string,
  ): Answer {
    return this.show(actor, id, 'appointment')
  }

  @Post('appointment')
  @Allow('referral.serve')
  async setIt(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asReferralId) id: string,
    @FormVersion() version: number,
    @Body() body: Typed,
  ): Answer {
    const form = readForm(AppointmentForm, body)
    if (!form.ok) return this.show(actor, id, 'appointment', { ...form, version })
    const { day, time, note = null } = form.value
    return this.make(
      actor,
      id,
      'appointment',
      { ...form, version },
      () => this.setAppointment.run(actor, id, version, { at: zonedTime(day, time), note }),
      'day',
    )
  }

  @Get('assign')
  @Allow('referral.assign')
  showAssign(@CurrentActor() actor: WorkerActor, @Param('id', asReferralId) id: string): Answer {
    return this.show(actor, id, 'assign')
  }

  @Post('assign')
  @Allow('referral.assign')
  async assignIt(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asReferralId) id: string,
    @FormVersion() version: number,
    @Body() body: Typed,
  ): Answer {
    const form = readForm(AssignForm, body)
    if (!form.ok) return this.show(actor, id, 'assign', { ...form, version })
    return this.make(
      actor,
      id,
      'assign',
      { ...form, version },
      () => this.assignReferral.run(actor, id, version, form.value.worker),
      'worker',
    )
  }

  private async make(
    actor: WorkerActor,
    id: string,
    move: DeskMove,
    typed: Pick<Returned, 'values' | 'version'>,
    work: () => Promise<void>,
    field?: string,
  ): Answer {
    try {
      await work()
    } catch (error) {
      return this.show(actor, id, move, { ...typed, errors: formTrouble(error, field) })
    }
    return seeOther(`/referrals/${id}`, `said.referrals.${move}`)
  }

  /** The page of the move, with what was typed; or the referral, where the move is not open (any more). */
  private async show(
    actor: WorkerActor,
    id: string,
    move: DeskMove,
    { values, version, errors }: Partial<Returned> & { readonly values: Typed } = { values: {} },
  ): Answer {
    const prepared = await this.prepare.run(actor, id, move)
    if (prepared === null) return seeOther(`/referrals/${id}`)
    const frame = { ...prepared, version: version ?? prepared.version, errors: errors ?? {} }
    const typed = (name: string): string => typedText(values, name)
    const status = errors === undefined ? 200 : 422
    switch (move) {
      case 'ask':
      case 'answer':
        return page(WordsPage, { ...frame, move, text: typed('text') }, status)
      case 'appointment':
        return page(
          AppointmentPage,
          { ...frame, day: typed('day'), time: typed('time'), note: typed('note') },
          status,
        )
      case 'assign':
        return page(AssignPage, { ...frame, worker: typed('worker') }, status)
    }
  }
}
