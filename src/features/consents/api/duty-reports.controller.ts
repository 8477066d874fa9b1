import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common'
import {
  ApiBearerAuth,
  ApiConflictResponse,
  ApiCreatedResponse,
  ApiHeader,
  ApiNoContentResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { asId } from '../../../platform/web/as-id.js'
import { Allow, CurrentActor } from '../../../platform/web/route-permissions.js'
import { IfMatch, withEtag, type Versioned } from '../../../platform/web/versions.js'
import { InvalidInput } from '../../../platform/web/web-errors.js'
import { asCaseId } from '../../cases/index.js'
import { ReportNotValid } from '../domain/consent.errors.js'
import { DutyReports, type DutyReportView } from '../use-cases/duty-reports.js'
import {
  ReportAcknowledgedDto,
  DutyReportDto,
  DutyReportsDto,
  ReportMadeDto,
  NewDutyReportDto,
  WrittenReportDto,
} from './duty-report.dto.js'

const asReportId = asId('consent.report', 'duty-report')

/** Reports that the law obliges to: notices to an authority, not referrals. */
@ApiTags('duty reports')
@ApiBearerAuth()
@ApiNotFoundResponse()
@Controller('api/v1/cases/:id/duty-reports')
export class DutyReportsApi {
  constructor(private readonly reports: DutyReports) {}

  @Get()
  @Allow('consent.read')
  @ApiOperation({ summary: 'All reports of a case, the newest first' })
  @ApiOkResponse({ type: DutyReportsDto })
  async list(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCaseId) id: string,
  ): Promise<DutyReportsDto> {
    return { items: (await this.reports.list(actor, id)).map(reportOf), next: null }
  }

  @Post()
  @Allow('consent.report')
  @ApiOperation({ summary: 'Write a report; it is made once it is approved' })
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @ApiCreatedResponse({ type: WrittenReportDto })
  async write(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCaseId) id: string,
    @Body() { emergency = false, ...dto }: NewDutyReportDto,
  ): Promise<WrittenReportDto> {
    try {
      return await this.reports.write(actor, id, { ...dto, emergency })
    } catch (error) {
      if (!(error instanceof ReportNotValid)) throw error
      throw new InvalidInput(
        error.fields.map(({ field, problem }) => ({
          pointer: `/${field}`,
          code: `code.report-problem.${problem}`,
        })),
      )
    }
  }

  @Get(':reportId')
  @Allow('consent.read')
  @ApiOperation({ summary: 'One report' })
  @ApiOkResponse({ type: DutyReportDto })
  async one(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCaseId) id: string,
    @Param('reportId', asReportId) reportId: string,
  ): Promise<Versioned> {
    const { report } = await this.reports.read(actor, id, reportId)
    return withEtag(report.version, reportOf(report))
  }

  @Post(':reportId/made')
  @HttpCode(204)
  @Allow('consent.report')
  @ApiOperation({ summary: 'The authority has been told' })
  @ApiHeader({ name: 'If-Match', required: true })
  @ApiNoContentResponse()
  @ApiConflictResponse()
  async made(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCaseId) id: string,
    @Param('reportId', asReportId) reportId: string,
    @IfMatch() version: number,
    @Body() { channel }: ReportMadeDto,
  ): Promise<void> {
    await this.reports.made(actor, id, reportId, version, channel)
  }

  @Post(':reportId/acknowledged')
  @HttpCode(204)
  @Allow('consent.report')
  @ApiOperation({ summary: 'The authority has said that it has it' })
  @ApiHeader({ name: 'If-Match', required: true })
  @ApiNoContentResponse()
  @ApiConflictResponse()
  async acknowledged(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCaseId) id: string,
    @Param('reportId', asReportId) reportId: string,
    @IfMatch() version: number,
    @Body() { acknowledgement }: ReportAcknowledgedDto,
  ): Promise<void> {
    await this.reports.acknowledged(actor, id, reportId, version, acknowledgement)
  }
}

const iso = (at: Date | null): string | null => at?.toISOString() ?? null

const reportOf = (report: DutyReportView): DutyReportDto => ({
  id: report.id,
  number: report.number,
  duty: report.exception.duty,
  authority: report.exception.authority,
  article: report.exception.article,
  sections: report.exception.sections,
  facts: report.facts,
  personInformed: report.personInformed,
  approval: report.exception.approval,
  toldAt: iso(report.toldAt),
  channel: report.channel,
  acknowledgedAt: iso(report.acknowledgedAt),
  acknowledgement: report.acknowledgement,
  version: report.version,
})
