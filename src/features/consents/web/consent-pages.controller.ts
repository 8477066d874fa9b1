import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { sectorDefault } from '../../../platform/access/sector-defaults.js'
import type { Section } from '../../../platform/access/sections.js'
import type { Sector } from '../../../platform/access/sectors.js'
import { DomainError } from '../../../platform/errors/domain-error.js'
import { NotFound } from '../../../platform/errors/not-found.js'
import { readForm, typedText, type Typed } from '../../../platform/web/form.js'
import { page, seeOther, type Page, type SeeOther } from '../../../platform/web/page.js'
import { Allow, CurrentActor } from '../../../platform/web/route-permissions.js'
import { asCaseId, type FieldErrors } from '../../cases/index.js'
import { ConsentNotValid, NothingNarrowed } from '../domain/consent.errors.js'
import type { Approval } from '../domain/sharing-exception.js'
import { consentPaper, paperLanguage } from '../use-cases/consent-paper.js'
import { ListConsents, type ConsentQuestions } from '../use-cases/list-consents.js'
import { RecordConsent } from '../use-cases/record-consent.js'
import { NarrowConsent } from '../use-cases/narrow-consent.js'
import { PrintConsent } from '../use-cases/print-consent.js'
import { WithdrawConsent } from '../use-cases/withdraw-consent.js'
import {
  ConsentForm,
  consentOfForm,
  freshConsent,
  NarrowForm,
  WithdrawForm,
} from './consent.form.js'
import { ConsentPaperPage } from './consent-paper.page.js'
import { ConsentsPage } from './consents.page.js'
import { NarrowConsentPage } from './narrow-consent.page.js'
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
    private readonly narrowConsent: NarrowConsent,
    private readonly printConsent: PrintConsent,
  ) {}

  @Get()
  @Allow('consent.read')
  async list(@CurrentActor() actor: WorkerActor, @Param('id', asCaseId) id: string): Promise<Page> {
    const { consents, reports, mayRecord, mayWithdraw, ...frame } = await this.listConsents.run(
      actor,
      id,
    )
    return page(ConsentsPage, { frame, consents, reports, mayRecord, mayWithdraw })
  }

  @Get('new')
  @Allow('consent.record')
  async form(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCaseId) id: string,
    @Query() query: Record<string, unknown>,
  ): Promise<Page> {
    const unitId = typeof query['unit'] === 'string' ? query['unit'] : undefined
    const questions = await this.listConsents.questions(actor, id, unitId)
    const values = freshConsent(unitId, questions)
    const whole = query['whole'] === 'yes' ? { whole: 'yes' } : {}
    const limits = { limits: paperLanguage(query['language'], questions.language) }
    return formPage(questions, { ...values, ...whole, ...limits }, {}, ownPath(query['return']))
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
    const unitId = typedText(form.values, 'recipientUnitId')
    const again = async (errors: FieldErrors) =>
      formPage(await this.listConsents.questions(actor, id, unitId), form.values, errors, returnTo)
    if (!form.ok) return again(form.errors)
    const reading = consentOfForm(form.value)
    if (!reading.ok) return again(reading.errors)
    const { unit } = await this.listConsents.questions(actor, id, unitId)
    // Who takes the case over has all of it, whatever a receiver of the same sector may see.
    const isWhole = typedText(form.values, 'whole') === 'yes'
    if (unit !== null && !isWhole && isBeyond(unit.sector, reading.input.sections))
      return again({ sections: 'consents.form.sections.beyond' })
    let approval: Approval
    try {
      ;({ approval } = await this.recordConsent.run(actor, id, reading.input))
    } catch (error) {
      const errors = errorsIn(error)
      if (errors === null) throw error
      return again(errors)
    }
    return approval === 'pending'
      ? seeOther(`/cases/${id}/consents`, 'said.consents.waits')
      : seeOther(returnTo ?? `/cases/${id}/consents`, 'said.consents.recorded')
  }

  @Get(':consentId/print')
  @Allow('consent.print')
  async print(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCaseId) id: string,
    @Param('consentId', asConsentId) consentId: string,
    @Query('language') asked: unknown,
  ): Promise<Page> {
    const { facts, language: own, ...consent } = await this.printConsent.run(actor, id, consentId)
    const language = paperLanguage(asked, own)
    return page(ConsentPaperPage, {
      ...consent,
      consentId,
      language,
      isTheirOwn: paperLanguage(own, null) === own,
      text: consentPaper(facts, language),
    })
  }

  @Get(':consentId/withdraw')
  @Allow('consent.withdraw')
  async preview(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCaseId) id: string,
    @Param('consentId', asConsentId) consentId: string,
  ): Promise<Page> {
    return this.withdrawPage(actor, id, consentId)
  }

  @Post(':consentId/withdraw')
  @Allow('consent.withdraw')
  async withdraw(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCaseId) id: string,
    @Param('consentId', asConsentId) consentId: string,
    @Body() body: unknown,
  ): Promise<Page | SeeOther> {
    const form = readForm(WithdrawForm, body)
    if (!form.ok) return this.withdrawPage(actor, id, consentId, form.values, form.errors)
    const { reason, note = null } = form.value
    await this.withdrawConsent.run(actor, id, consentId, { reason, note })
    return seeOther(`/cases/${id}/consents`, 'said.consents.withdrawn')
  }

  @Get(':consentId/narrow')
  @Allow('consent.withdraw')
  async askNarrow(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCaseId) id: string,
    @Param('consentId', asConsentId) consentId: string,
  ): Promise<Page> {
    return this.narrowPage(actor, id, consentId)
  }

  @Post(':consentId/narrow')
  @Allow('consent.withdraw')
  async narrow(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCaseId) id: string,
    @Param('consentId', asConsentId) consentId: string,
    @Body() body: unknown,
  ): Promise<Page | SeeOther> {
    const form = readForm(NarrowForm, body)
    if (!form.ok) return this.narrowPage(actor, id, consentId, form.values, form.errors)
    const { keep, note = null } = form.value
    try {
      await this.narrowConsent.run(actor, id, consentId, { keep, note })
    } catch (error) {
      if (!(error instanceof NothingNarrowed)) throw error
      return this.narrowPage(actor, id, consentId, form.values, { keep: error.code })
    }
    return seeOther(`/cases/${id}/consents`, 'said.consents.narrowed')
  }

  private async withdrawPage(
    actor: WorkerActor,
    id: string,
    consentId: string,
    // She need give no reason: that she asked is enough, unless the worker knows another.
    values: Typed = { reason: 'person_asked' },
    errors: FieldErrors = {},
  ): Promise<Page> {
    const preview = await this.withdrawConsent.preview(actor, id, consentId)
    const { number, safeContact } = await this.listConsents.run(actor, id)
    const frame = { caseId: id, number, safeContact }
    return page(WithdrawConsentPage, { frame, preview, values, errors }, statusOf(errors))
  }

  private async narrowPage(
    actor: WorkerActor,
    id: string,
    consentId: string,
    values?: Typed,
    errors: FieldErrors = {},
  ): Promise<Page> {
    const preview = await this.withdrawConsent.preview(actor, id, consentId)
    const { number, safeContact } = await this.listConsents.run(actor, id)
    const frame = { caseId: id, number, safeContact }
    // Everything stays ticked to begin with: what she takes back is taken away.
    const shown = values ?? { keep: preview.consent.sections }
    return page(NarrowConsentPage, { frame, preview, values: shown, errors }, statusOf(errors))
  }
}

const statusOf = (errors: FieldErrors): number => (Object.keys(errors).length > 0 ? 422 : 200)

const isBeyond = (sector: Sector, sections: readonly Section[]): boolean =>
  sections.some((section) => !sectorDefault(sector).includes(section))

// Each problem at its field; null for trouble that no field can mend.
const errorsIn = (error: unknown): FieldErrors | null => {
  if (error instanceof ConsentNotValid) {
    return Object.fromEntries(
      error.fields.map(({ field, problem }) => [
        // The form asks for the representative by name and relation.
        field === 'representative' ? 'representativeName' : field,
        `code.consent-problem.${problem}`,
      ]),
    )
  }
  if (!(error instanceof DomainError)) return null
  if (error.code === 'consents.recipient-unfit') return { recipientUnitId: error.code }
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
  return page(NewConsentPage, view, statusOf(errors))
}
