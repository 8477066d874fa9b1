import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common'
import {
  ApiBearerAuth,
  ApiBody,
  ApiConflictResponse,
  ApiCreatedResponse,
  ApiHeader,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { NotFound } from '../../../platform/errors/not-found.js'
import { Allow, CurrentActor } from '../../../platform/web/route-permissions.js'
import { asCaseId } from '../../cases/index.js'
import type { ConsentView } from '../use-cases/consent-view.js'
import { consentPaper, paperLanguage } from '../use-cases/consent-paper.js'
import { ListConsents } from '../use-cases/list-consents.js'
import { RecordConsent } from '../use-cases/record-consent.js'
import { NarrowConsent } from '../use-cases/narrow-consent.js'
import { PrintConsent } from '../use-cases/print-consent.js'
import { WithdrawConsent } from '../use-cases/withdraw-consent.js'
import { InvalidInput } from '../../../platform/web/web-errors.js'
import type { ConsentDetail } from '../domain/consent-detail.js'
import { ConsentNotValid } from '../domain/consent.errors.js'
import {
  ConsentsDto,
  EffectsDto,
  NarrowDto,
  NarrowedDto,
  NewConsentDto,
  RecordedConsentDto,
  PaperDto,
  PaperQuery,
  WithdrawDto,
  WithdrawnConsentDto,
} from './consent.dto.js'

const asConsentId = new ParseUUIDPipe({
  exceptionFactory: () => new NotFound('consent.withdraw', 'consent', null),
})

@ApiTags('consents')
@ApiBearerAuth()
@Controller('api/v1/cases/:id/consents')
export class ConsentsApi {
  constructor(
    private readonly listConsents: ListConsents,
    private readonly recordConsent: RecordConsent,
    private readonly withdrawConsent: WithdrawConsent,
    private readonly narrowConsent: NarrowConsent,
    private readonly printConsent: PrintConsent,
  ) {}

  @Get()
  @Allow('consent.read')
  @ApiOperation({ summary: 'All consents of a case, the newest first' })
  @ApiOkResponse({ type: ConsentsDto })
  @ApiNotFoundResponse()
  async list(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCaseId) id: string,
  ): Promise<ConsentsDto> {
    const { consents } = await this.listConsents.run(actor, id)
    return {
      items: consents.map((consent) => Object.assign(consentOf(consent), wordsOf(consent.detail))),
      next: null,
    }
  }

  @Post()
  @Allow('consent.record')
  @ApiOperation({ summary: 'Record that somebody agreed, or what stands in its place' })
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @ApiCreatedResponse({ type: RecordedConsentDto })
  @ApiNotFoundResponse()
  async record(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCaseId) id: string,
    @Body() dto: NewConsentDto,
  ): Promise<RecordedConsentDto> {
    return told(
      this.recordConsent.run(actor, id, {
        basis: dto.basis ?? 'consent',
        recipientUnitId: dto.recipientUnitId,
        sections: dto.sections,
        purposes: dto.purposes.filter((purpose) => purpose !== 'reporting'),
        selfAnswer: dto.selfAnswer ?? null,
        representativeAnswer: dto.representativeAnswer ?? null,
        mode: dto.mode ?? null,
        explained: dto.explained,
        until: dto.until,
        consentsToStatistics: dto.consentsToStatistics ?? dto.purposes.includes('reporting'),
        reason: dto.reason ?? null,
        detail: detailOf(dto),
      }),
    )
  }

  @Post(':consentId/withdraw')
  @HttpCode(200)
  @Allow('consent.withdraw')
  @ApiOperation({ summary: 'Take consent back: what was shared closes at once' })
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @ApiBody({ type: WithdrawDto, required: false })
  @ApiOkResponse({ type: WithdrawnConsentDto })
  @ApiNotFoundResponse()
  @ApiConflictResponse()
  async withdraw(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCaseId) id: string,
    @Param('consentId', asConsentId) consentId: string,
    @Body() { reason = 'person_asked', note }: WithdrawDto,
  ): Promise<WithdrawnConsentDto> {
    const why = { reason, note: note ?? null }
    return consentOf(await this.withdrawConsent.run(actor, id, consentId, why))
  }

  @Get(':consentId/effects')
  @Allow('consent.withdraw')
  @ApiOperation({ summary: 'What taking it back would end, exactly' })
  @ApiOkResponse({ type: EffectsDto })
  @ApiNotFoundResponse()
  @ApiConflictResponse()
  async effects(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCaseId) id: string,
    @Param('consentId', asConsentId) consentId: string,
  ): Promise<EffectsDto> {
    const { effects } = await this.withdrawConsent.preview(actor, id, consentId)
    return {
      items: effects.map(({ referralId, number, status, effect, lost, kept }) => ({
        referralId,
        referralNumber: number,
        status,
        effect,
        lost,
        kept,
      })),
      next: null,
    }
  }

  @Get(':consentId/paper')
  @Allow('consent.print')
  @ApiOperation({
    summary: 'What was agreed, to be signed: neutral words in the person’s language',
  })
  @ApiOkResponse({ type: PaperDto })
  @ApiNotFoundResponse()
  async paper(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCaseId) id: string,
    @Param('consentId', asConsentId) consentId: string,
    @Query() { language }: PaperQuery,
  ): Promise<PaperDto> {
    const { facts, language: own } = await this.printConsent.run(actor, id, consentId)
    return consentPaper(facts, paperLanguage(language, own))
  }

  @Post(':consentId/narrow')
  @Allow('consent.withdraw')
  @ApiOperation({ summary: 'Take a part back: a narrower consent stands in its place' })
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @ApiCreatedResponse({ type: NarrowedDto })
  @ApiNotFoundResponse()
  @ApiConflictResponse()
  async narrow(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCaseId) id: string,
    @Param('consentId', asConsentId) consentId: string,
    @Body() { keep, note }: NarrowDto,
  ): Promise<NarrowedDto> {
    const narrowing = { keep, note: note ?? null }
    return { id: await this.narrowConsent.run(actor, id, consentId, narrowing) }
  }
}

// Each problem points to the field of the request where it is mended.
const told = <Result>(deed: Promise<Result>): Promise<Result> =>
  deed.catch((error: unknown) => {
    if (!(error instanceof ConsentNotValid)) throw error
    throw new InvalidInput(
      error.fields.map(({ field, problem }) => ({
        pointer: `/${field}`,
        code: `code.consent-problem.${problem}`,
      })),
    )
  })

const representativeOf = ({ representative }: NewConsentDto): ConsentDetail['representative'] =>
  representative === undefined
    ? null
    : { name: representative.name, relation: representative.relation }

const detailOf = (dto: NewConsentDto): Partial<ConsentDetail> => ({
  ...(dto.explainedOn === undefined ? {} : { explainedOn: dto.explainedOn }),
  explainedLanguage: dto.explainedLanguage ?? null,
  explainedBy: dto.explainedBy ?? null,
  interpreter: dto.interpreter ?? null,
  representative: representativeOf(dto),
  childView: dto.ownWords ?? null,
  withheld: dto.withheld ?? null,
  withheldReason: dto.withheldReason ?? null,
})

const wordsOf = ({ childView, ...detail }: ConsentDetail) => ({
  ...detail,
  representative: detail.representative === null ? null : { ...detail.representative },
  ownWords: childView,
})

const consentOf = (consent: ConsentView): WithdrawnConsentDto => ({
  id: consent.id,
  recipientUnitId: consent.recipientUnitId,
  recipientUnitName: consent.recipientUnitName,
  sections: consent.sections,
  purposes: consent.purposes,
  legalBasis: consent.legalBasis,
  givenBy: consent.givenBy,
  mode: consent.mode,
  childAssents: consent.childAssents,
  consentsToStatistics: consent.consentsToStatistics,
  givenAt: consent.givenAt.toISOString(),
  validUntil: consent.validUntil.toISOString(),
  withdrawnAt: consent.withdrawnAt?.toISOString() ?? null,
  withdrawnReason: consent.withdrawnReason,
  approval: consent.approval,
  isLive: consent.isLive,
})
