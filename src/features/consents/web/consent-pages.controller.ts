import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { DomainError } from '../../../platform/errors/domain-error.js'
import { NotFound } from '../../../platform/errors/not-found.js'
import { readForm, typedText, type Typed } from '../../../platform/web/form.js'
import { page, seeOther, type Page, type SeeOther } from '../../../platform/web/page.js'
import { Allow, CurrentActor } from '../../../platform/web/route-permissions.js'
import { asCaseId, type FieldErrors } from '../../cases/index.js'
import { ConsentNotValid } from '../domain/consent.errors.js'
import { ListConsents, type ConsentQuestions } from '../use-cases/list-consents.js'
import { RecordConsent } from '../use-cases/record-consent.js'
import { WithdrawConsent } from '../use-cases/withdraw-consent.js'
import { ConsentForm, consentOfForm, freshConsent } from './consent.form.js'
import { ConsentsPage } from './consents.page.js'
import { NewConsentPage } from './new-consent.page.js'
import { ownPath } from './own-path.js'
import { WithdrawConsentPage } from './withdraw-consent.page.js'

const asConsentId = new ParseUUIDPipe({
  exceptionFactory: () => new NotFound('consent.withdraw', 'consent', null),
})

/** What was agreed in a case. */
@Controller('cases/:id/consents')
export class ConsentPages {
  constructor(
    private readonly listConsents: ListConsents,
    private readonly recordConsent: RecordConsent,
    private readonly withdrawConsent: WithdrawConsent,
  ) {}

  @Get()
  @Allow('consent.read')
  async list(@CurrentActor() actor: WorkerActor, @Param('id', asCaseId) id: string): Promise<Page> {
    const { consents, mayRecord, ...frame } = await this.listConsents.run(actor, id)
    return page(ConsentsPage, { frame, consents, mayRecord })
  }

  @Get('new')
  @Allow('consent.record')
  async form(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCaseId) id: string,
    @Query() query: Record<string, unknown>,
  ): Promise<Page> {
    const questions = await this.listConsents.questions(actor, id)
    const unitId = typeof query['unit'] === 'string' ? query['unit'] : undefined
    const values = freshConsent(unitId, questions.bases[0] ?? 'consent')
    return formPage(questions, values, {}, ownPath(query['return']))
  }

  @Post('new')
  @Allow('consent.record')
  async record(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCaseId) id: string,
    @Body() body: unknown,
  ): Promise<Page | SeeOther> {
    const form = readForm(ConsentForm, body)
    const returnTo = ownPath(typedText(form.values, 'return'))
    const again = async (errors: FieldErrors) =>
      formPage(await this.listConsents.questions(actor, id), form.values, errors, returnTo)
    if (!form.ok) return again(form.errors)
    const reading = consentOfForm(form.value)
    if (!reading.ok) return again(reading.errors)
    try {
      await this.recordConsent.run(actor, id, reading.input)
    } catch (error) {
      const errors = errorsIn(error)
      if (errors === null) throw error
      return again(errors)
    }
    return seeOther(returnTo ?? `/cases/${id}/consents`, 'said.consents.recorded')
  }

  @Get(':consentId/withdraw')
  @Allow('consent.withdraw')
  async preview(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCaseId) id: string,
    @Param('consentId', asConsentId) consentId: string,
  ): Promise<Page> {
    const consent = await this.withdrawConsent.preview(actor, id, consentId)
    const { number, safeContact } = await this.listConsents.run(actor, id)
    return page(WithdrawConsentPage, { frame: { caseId: id, number, safeContact }, consent })
  }

  @Post(':consentId/withdraw')
  @Allow('consent.withdraw')
  async withdraw(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCaseId) id: string,
    @Param('consentId', asConsentId) consentId: string,
  ): Promise<SeeOther> {
    await this.withdrawConsent.run(actor, id, consentId)
    return seeOther(`/cases/${id}/consents`, 'said.consents.withdrawn')
  }
}

// Each problem at its field; null for trouble that no field can mend.
const errorsIn = (error: unknown): FieldErrors | null => {
  if (error instanceof ConsentNotValid) {
    return Object.fromEntries(
      error.fields.map(({ field, problem }) => [field, `code.consent-problem.${problem}`]),
    )
  }
  if (!(error instanceof DomainError)) return null
  if (error.code === 'consents.recipient-unfit') return { recipientUnitId: error.code }
  if (error.code === 'consents.approver-unfit') return { approvedBy: error.code }
  return null
}

const formPage = (
  questions: ConsentQuestions,
  values: Typed,
  errors: FieldErrors,
  returnTo: string | undefined,
): Page => {
  const { caseId, number, safeContact } = questions
  const view = { frame: { caseId, number, safeContact }, questions, values, errors, returnTo }
  return page(NewConsentPage, view, Object.keys(errors).length > 0 ? 422 : 200)
}
