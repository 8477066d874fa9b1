import { Body, Controller, HttpCode, Param, Post, Req } from '@nestjs/common'
import {
  ApiBearerAuth,
  ApiHeader,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger'
import type { FastifyRequest } from 'fastify'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { asId } from '../../../platform/web/as-id.js'
import { Allow, CurrentActor } from '../../../platform/web/route-permissions.js'
import { IfMatch, withEtag, type Versioned } from '../../../platform/web/versions.js'
import { ResumeService } from '../use-cases/resume-service.js'
import { TakeOverReferral } from '../use-cases/take-over-referral.js'
import { ConfirmCancellation } from '../use-cases/confirm-cancellation.js'
import { NoteNoShow } from '../use-cases/note-no-show.js'
import { HoldReferral } from '../use-cases/hold-referral.js'
import { AskToCancel } from '../use-cases/ask-to-cancel.js'
import { EnterInError } from '../use-cases/enter-in-error.js'
import { AskQuestion } from '../use-cases/ask-question.js'
import { AnswerQuestion } from '../use-cases/answer-question.js'
import { SetAppointment } from '../use-cases/set-appointment.js'
import { AssignReferral } from '../use-cases/assign-referral.js'
import { AcceptReferral } from '../use-cases/accept-referral.js'
import { CancelReferral } from '../use-cases/cancel-referral.js'
import { ClaimReferral } from '../use-cases/claim-referral.js'
import { CompleteReferral } from '../use-cases/complete-referral.js'
import { ConfirmReferral } from '../use-cases/confirm-referral.js'
import { FailReferral } from '../use-cases/fail-referral.js'
import { ReadReferral } from '../use-cases/read-referral.js'
import { RejectReferral } from '../use-cases/reject-referral.js'
import { ReleaseReferral } from '../use-cases/release-referral.js'
import { SendReferral } from '../use-cases/send-referral.js'
import { StartService } from '../use-cases/start-service.js'
import { referralOf } from './referral-of.js'
import {
  AppointmentDto,
  AssignDto,
  CancelDto,
  CompleteDto,
  ConfirmDto,
  ErrorDto,
  FailDto,
  HoldReferralDto,
  RejectDto,
  WordsDto,
} from './referral-requests.dto.js'
import { ReferralDto } from './referral.dto.js'

const asReferralId = asId('referral.read', 'referral')

/** Moves a referral; each answers with the referral as it is then. */
@ApiTags('referrals')
@ApiBearerAuth()
@ApiHeader({ name: 'If-Match', required: true })
@ApiOkResponse({ type: ReferralDto })
@ApiNotFoundResponse()
@Controller('api/v1/referrals/:id')
export class ReferralMovesApi {
  constructor(
    private readonly read: ReadReferral,
    private readonly sendReferral: SendReferral,
    private readonly cancelReferral: CancelReferral,
    private readonly claimReferral: ClaimReferral,
    private readonly releaseReferral: ReleaseReferral,
    private readonly acceptReferral: AcceptReferral,
    private readonly rejectReferral: RejectReferral,
    private readonly startService: StartService,
    private readonly completeReferral: CompleteReferral,
    private readonly failReferral: FailReferral,
    private readonly confirmReferral: ConfirmReferral,
    private readonly resumeService: ResumeService,
    private readonly takeOverReferral: TakeOverReferral,
    private readonly confirmCancellation: ConfirmCancellation,
    private readonly noteNoShow: NoteNoShow,
    private readonly holdReferral: HoldReferral,
    private readonly askToCancel: AskToCancel,
    private readonly enterInError: EnterInError,
    private readonly askQuestion: AskQuestion,
    private readonly answerQuestion: AnswerQuestion,
    private readonly setAppointment: SetAppointment,
    private readonly assignReferral: AssignReferral,
  ) {}

  @Post('send')
  @HttpCode(200)
  @Allow('referral.send')
  @ApiOperation({ summary: 'Hands the draft over' })
  async send(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asReferralId) id: string,
    @IfMatch() version: number,
    @Req() request: FastifyRequest,
  ): Promise<Versioned> {
    await this.sendReferral.run(actor, id, version)
    return this.one(actor, id, request)
  }

  @Post('cancel')
  @HttpCode(200)
  @Allow('referral.cancel')
  @ApiOperation({ summary: 'Takes it back before the service has begun' })
  async cancel(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asReferralId) id: string,
    @IfMatch() version: number,
    @Body() { reason, note }: CancelDto,
    @Req() request: FastifyRequest,
  ): Promise<Versioned> {
    await this.cancelReferral.run(actor, id, version, { code: reason, note: note ?? null })
    return this.one(actor, id, request)
  }

  @Post('claim')
  @HttpCode(200)
  @Allow('referral.claim')
  @ApiOperation({ summary: 'Takes it in hand at the desk' })
  async claim(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asReferralId) id: string,
    @IfMatch() version: number,
    @Req() request: FastifyRequest,
  ): Promise<Versioned> {
    await this.claimReferral.run(actor, id, version)
    return this.one(actor, id, request)
  }

  @Post('release')
  @HttpCode(200)
  @Allow('referral.release')
  @ApiOperation({ summary: 'Puts it back on the desk' })
  async release(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asReferralId) id: string,
    @IfMatch() version: number,
    @Req() request: FastifyRequest,
  ): Promise<Versioned> {
    await this.releaseReferral.run(actor, id, version)
    return this.one(actor, id, request)
  }

  @Post('accept')
  @HttpCode(200)
  @Allow('referral.accept')
  @ApiOperation({ summary: 'Commits; the caller becomes the handler and sees what is shared' })
  async accept(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asReferralId) id: string,
    @IfMatch() version: number,
    @Req() request: FastifyRequest,
  ): Promise<Versioned> {
    await this.acceptReferral.run(actor, id, version)
    return this.one(actor, id, request)
  }

  @Post('reject')
  @HttpCode(200)
  @Allow('referral.reject')
  @ApiOperation({ summary: 'Declines, with a reason' })
  async reject(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asReferralId) id: string,
    @IfMatch() version: number,
    @Body() { reason, note, suggestedUnitId }: RejectDto,
    @Req() request: FastifyRequest,
  ): Promise<Versioned> {
    await this.rejectReferral.run(actor, id, version, {
      reason,
      note: note ?? null,
      suggestedUnitId: suggestedUnitId ?? null,
    })
    return this.one(actor, id, request)
  }

  @Post('start')
  @HttpCode(200)
  @Allow('referral.serve')
  @ApiOperation({ summary: 'The first service is given' })
  async start(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asReferralId) id: string,
    @IfMatch() version: number,
    @Req() request: FastifyRequest,
  ): Promise<Versioned> {
    await this.startService.run(actor, id, version)
    return this.one(actor, id, request)
  }

  @Post('complete')
  @HttpCode(200)
  @Allow('referral.serve')
  @ApiOperation({ summary: 'The service was given; sharing ends' })
  async complete(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asReferralId) id: string,
    @IfMatch() version: number,
    @Body() { outcome, text }: CompleteDto,
    @Req() request: FastifyRequest,
  ): Promise<Versioned> {
    await this.completeReferral.run(actor, id, version, { outcome, text })
    return this.one(actor, id, request)
  }

  @Post('fail')
  @HttpCode(200)
  @Allow('referral.serve')
  @ApiOperation({ summary: 'The service could not be given; sharing ends' })
  async fail(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asReferralId) id: string,
    @IfMatch() version: number,
    @Body() { reason, note }: FailDto,
    @Req() request: FastifyRequest,
  ): Promise<Versioned> {
    await this.failReferral.run(actor, id, version, { code: reason, note: note ?? null })
    return this.one(actor, id, request)
  }

  @Post('confirm')
  @HttpCode(200)
  @Allow('referral.confirm')
  @ApiOperation({ summary: 'The sender has asked the person; the loop is closed' })
  async confirm(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asReferralId) id: string,
    @IfMatch() version: number,
    @Body() { received, safe, helpful }: ConfirmDto,
    @Req() request: FastifyRequest,
  ): Promise<Versioned> {
    await this.confirmReferral.run(actor, id, version, { received, safe, helpful })
    return this.one(actor, id, request)
  }

  @Post('resume')
  @HttpCode(200)
  @Allow('referral.serve')
  @ApiOperation({ summary: 'Goes on after a pause' })
  async resume(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asReferralId) id: string,
    @IfMatch() version: number,
    @Req() request: FastifyRequest,
  ): Promise<Versioned> {
    await this.resumeService.run(actor, id, version)
    return this.one(actor, id, request)
  }

  @Post('take-over')
  @HttpCode(200)
  @Allow('referral.take-over')
  @ApiOperation({ summary: 'Goes on with what a colleague who is away had in hand' })
  async takeOver(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asReferralId) id: string,
    @IfMatch() version: number,
    @Req() request: FastifyRequest,
  ): Promise<Versioned> {
    await this.takeOverReferral.run(actor, id, version)
    return this.one(actor, id, request)
  }

  @Post('confirm-cancel')
  @HttpCode(200)
  @Allow('referral.serve')
  @ApiOperation({ summary: 'Stops the service because the sender asked for it' })
  async confirmCancel(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asReferralId) id: string,
    @IfMatch() version: number,
    @Req() request: FastifyRequest,
  ): Promise<Versioned> {
    await this.confirmCancellation.run(actor, id, version)
    return this.one(actor, id, request)
  }

  @Post('no-show')
  @HttpCode(200)
  @Allow('referral.serve')
  @ApiOperation({ summary: 'The person did not come to the appointment' })
  async noShow(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asReferralId) id: string,
    @IfMatch() version: number,
    @Req() request: FastifyRequest,
  ): Promise<Versioned> {
    await this.noteNoShow.run(actor, id, version)
    return this.one(actor, id, request)
  }

  @Post('hold')
  @HttpCode(200)
  @Allow('referral.serve')
  @ApiOperation({ summary: 'Pauses, with a reason; the clock of the first service stands still' })
  async hold(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asReferralId) id: string,
    @IfMatch() version: number,
    @Body() { reason, note }: HoldReferralDto,
    @Req() request: FastifyRequest,
  ): Promise<Versioned> {
    await this.holdReferral.run(actor, id, version, { code: reason, note: note ?? null })
    return this.one(actor, id, request)
  }

  @Post('ask-to-cancel')
  @HttpCode(200)
  @Allow('referral.cancel')
  @ApiOperation({ summary: 'The sender asks to stop a service that has begun' })
  async askForEnd(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asReferralId) id: string,
    @IfMatch() version: number,
    @Body() { reason, note }: CancelDto,
    @Req() request: FastifyRequest,
  ): Promise<Versioned> {
    await this.askToCancel.run(actor, id, version, { code: reason, note: note ?? null })
    return this.one(actor, id, request)
  }

  @Post('enter-in-error')
  @HttpCode(200)
  @Allow('referral.enter-in-error')
  @ApiOperation({ summary: 'Either side: it should never have been' })
  async markInError(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asReferralId) id: string,
    @IfMatch() version: number,
    @Body() { reason, note }: ErrorDto,
    @Req() request: FastifyRequest,
  ): Promise<Versioned> {
    await this.enterInError.run(actor, id, version, { code: reason, note: note ?? null })
    return this.one(actor, id, request)
  }

  @Post('ask')
  @HttpCode(200)
  @Allow('referral.ask')
  @ApiOperation({ summary: 'Asks the sender something; the clocks run on' })
  async ask(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asReferralId) id: string,
    @IfMatch() version: number,
    @Body() { text }: WordsDto,
    @Req() request: FastifyRequest,
  ): Promise<Versioned> {
    await this.askQuestion.run(actor, id, version, text)
    return this.one(actor, id, request)
  }

  @Post('answer')
  @HttpCode(200)
  @Allow('referral.answer-question')
  @ApiOperation({ summary: 'Answers what the receiver asked' })
  async answer(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asReferralId) id: string,
    @IfMatch() version: number,
    @Body() { text }: WordsDto,
    @Req() request: FastifyRequest,
  ): Promise<Versioned> {
    await this.answerQuestion.run(actor, id, version, text)
    return this.one(actor, id, request)
  }

  @Post('appointment')
  @HttpCode(200)
  @Allow('referral.serve')
  @ApiOperation({ summary: 'Sets when the person comes or is called; a new one replaces the last' })
  async appointment(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asReferralId) id: string,
    @IfMatch() version: number,
    @Body() { at, note }: AppointmentDto,
    @Req() request: FastifyRequest,
  ): Promise<Versioned> {
    await this.setAppointment.run(actor, id, version, { at: new Date(at), note: note ?? null })
    return this.one(actor, id, request)
  }

  @Post('assign')
  @HttpCode(200)
  @Allow('referral.assign')
  @ApiOperation({ summary: 'A supervisor gives it to a caseworker of the unit' })
  async assign(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asReferralId) id: string,
    @IfMatch() version: number,
    @Body() { workerId }: AssignDto,
    @Req() request: FastifyRequest,
  ): Promise<Versioned> {
    await this.assignReferral.run(actor, id, version, workerId)
    return this.one(actor, id, request)
  }

  private async one(
    actor: WorkerActor,
    id: string,
    { locale }: FastifyRequest,
  ): Promise<Versioned> {
    const view = await this.read.run(actor, id)
    const referral = referralOf(view, locale)
    // Sight ends; an answer kept for who repeats a request must not outlive it.
    return withEtag(referral.version, referral, Object.assign({}, referral, { shared: null }))
  }
}
