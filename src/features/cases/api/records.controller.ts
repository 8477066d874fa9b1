import { Body, Controller, Get, HttpCode, Param, Post, Put, Req } from '@nestjs/common'
import {
  ApiBearerAuth,
  ApiCreatedResponse,
  ApiHeader,
  ApiNoContentResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiPreconditionFailedResponse,
  ApiTags,
} from '@nestjs/swagger'
import type { FastifyRequest } from 'fastify'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { sections, type Section } from '../../../platform/access/sections.js'
import { NotFound } from '../../../platform/errors/not-found.js'
import { asId } from '../../../platform/web/as-id.js'
import { Allow, CurrentActor } from '../../../platform/web/route-permissions.js'
import { IfMatch, withEtag, type Versioned } from '../../../platform/web/versions.js'
import { InvalidInput } from '../../../platform/web/web-errors.js'
import { asCaseId } from '../use-cases/case-id.js'
import { ReadHistory } from '../use-cases/read-history.js'
import { ReadSections, type FormState } from '../use-cases/read-sections.js'
import { RecordForm, type Recorded } from '../use-cases/record-form.js'
import { saySectionRow, type SectionRow } from '../use-cases/section-view.js'
import { WhoSees } from '../use-cases/who-sees.js'
import {
  ChangedRecordDto,
  NewRecordDto,
  OnlookersDto,
  RecordDto,
  RecordsDto,
  RemoveRecordDto,
  SectionHistoryDto,
} from './record.dto.js'
import { sectionNamed } from '../use-cases/section-named.js'

@ApiTags('cases')
@ApiBearerAuth()
@ApiParam({ name: 'section', enum: sections })
@Controller('api/v1/cases/:id/sections/:section')
export class RecordsApi {
  constructor(
    private readonly readSections: ReadSections,
    private readonly recordForm: RecordForm,
    private readonly readHistory: ReadHistory,
    private readonly whoSees: WhoSees,
  ) {}

  @Get('records')
  @Allow('section.read')
  @ApiOperation({ summary: 'What was written in the forms of a section' })
  @ApiOkResponse({ type: RecordsDto })
  @ApiNotFoundResponse()
  async list(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCaseId) id: string,
    @Param('section') name: string,
  ): Promise<RecordsDto> {
    const { forms } = await this.readSections.withForms(actor, id, sectionNamed(name, id))
    return { items: forms.flatMap(({ records }) => records.map(recordOf)) }
  }

  @Get('records/:record')
  @Allow('section.read')
  @ApiOperation({ summary: 'One record of a form' })
  @ApiOkResponse({ type: RecordDto })
  @ApiNotFoundResponse()
  async one(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCaseId) id: string,
    @Param('section') name: string,
    @Param('record', asId('section.read', 'record')) recordId: string,
  ): Promise<Versioned> {
    return this.versioned(actor, id, sectionNamed(name, id), recordId)
  }

  @Post('records')
  @Allow('section.change')
  @ApiOperation({ summary: 'Fill in a form' })
  @ApiCreatedResponse({ type: RecordDto })
  @ApiNotFoundResponse()
  async add(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCaseId) id: string,
    @Param('section') name: string,
    @Body() { form, values }: NewRecordDto,
  ): Promise<Versioned> {
    const place = { caseId: id, section: sectionNamed(name, id) }
    const recorded = fitting(await this.recordForm.add(actor, place, form, { values }))
    return this.versioned(actor, id, place.section, recorded.id)
  }

  @Put('records/:record')
  @Allow('section.change')
  @ApiOperation({ summary: 'Write a record anew' })
  @ApiHeader({ name: 'If-Match', required: true })
  @ApiOkResponse({ type: RecordDto })
  @ApiNotFoundResponse()
  @ApiPreconditionFailedResponse()
  async change(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCaseId) id: string,
    @Param('section') name: string,
    @Param('record', asId('section.change', 'record')) recordId: string,
    @IfMatch() version: number,
    @Body() { values }: ChangedRecordDto,
  ): Promise<Versioned> {
    const place = { caseId: id, section: sectionNamed(name, id) }
    fitting(await this.recordForm.change(actor, place, recordId, version, { values }))
    return this.versioned(actor, id, place.section, recordId)
  }

  @Post('records/:record/remove')
  @HttpCode(204)
  @Allow('section.change')
  @ApiOperation({ summary: 'Take a record away, for a reason; it stays in the history' })
  @ApiHeader({ name: 'If-Match', required: true })
  @ApiNoContentResponse()
  @ApiNotFoundResponse()
  @ApiPreconditionFailedResponse()
  async remove(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCaseId) id: string,
    @Param('section') name: string,
    @Param('record', asId('section.change', 'record')) recordId: string,
    @IfMatch() version: number,
    @Body() { reason }: RemoveRecordDto,
  ): Promise<void> {
    const place = { caseId: id, section: sectionNamed(name, id) }
    await this.recordForm.remove(actor, place, recordId, version, reason)
  }

  @Get('history')
  @Allow('section.history')
  @ApiOperation({ summary: 'Who wrote what, when, and what stood there before; newest first' })
  @ApiOkResponse({ type: SectionHistoryDto })
  @ApiNotFoundResponse()
  async history(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCaseId) id: string,
    @Param('section') name: string,
    @Req() { locale }: FastifyRequest,
  ): Promise<SectionHistoryDto> {
    const { changes } = await this.readHistory.run(actor, id, sectionNamed(name, id))
    const said = (row: SectionRow | null): string | null =>
      row === null ? null : saySectionRow(row, locale).value
    return {
      items: changes.map(({ at, by, kind, title, reason, rows }) => ({
        at: at.toISOString(),
        by,
        kind,
        title: title?.[locale] ?? null,
        reason,
        rows: rows.flatMap(({ before, after }) => {
          const row = after ?? before
          if (row === null) return []
          const { label } = saySectionRow(row, locale)
          return [{ label, before: said(before), after: said(after) }]
        }),
      })),
    }
  }

  @Get('who')
  @Allow('section.who')
  @ApiOperation({ summary: 'Who sees a section at this moment, on what ground and until when' })
  @ApiOkResponse({ type: OnlookersDto })
  @ApiNotFoundResponse()
  async who(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCaseId) id: string,
    @Param('section') name: string,
  ): Promise<OnlookersDto> {
    const { onlookers } = await this.whoSees.run(actor, id, sectionNamed(name, id))
    return {
      items: onlookers.map(({ since, until, ...onlooker }) => ({
        ...onlooker,
        since: since.toISOString(),
        until: until?.toISOString() ?? null,
      })),
    }
  }

  private async versioned(
    actor: WorkerActor,
    caseId: string,
    section: Section,
    recordId: string,
  ): Promise<Versioned> {
    const { forms } = await this.readSections.withForms(actor, caseId, section)
    const record = forms.flatMap(({ records }) => records).find(({ id }) => id === recordId)
    if (record === undefined) throw new NotFound('section.read', 'record', recordId)
    return withEtag(record.version, recordOf(record))
  }
}

const recordOf = ({
  id,
  form,
  version,
  updatedAt,
  values,
}: FormState['records'][number]): RecordDto => ({
  id,
  form,
  version,
  updatedAt: updatedAt?.toISOString() ?? null,
  values,
})

const fitting = (recorded: Recorded): Extract<Recorded, { ok: true }> => {
  if (recorded.ok) return recorded
  throw new InvalidInput(
    Object.entries(recorded.errors).map(([field, code]) => ({
      // RFC 6901
      pointer: `/values/${field.replaceAll('~', '~0').replaceAll('/', '~1')}`,
      code,
    })),
  )
}
