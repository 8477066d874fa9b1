import { Controller, Get, Param, Query } from '@nestjs/common'
import {
  ApiBearerAuth,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiTags,
} from '@nestjs/swagger'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { NotFound } from '../../../platform/errors/not-found.js'
import { Allow, CurrentActor } from '../../../platform/web/route-permissions.js'
import { ReadAreaReport, type AreaReport } from '../use-cases/read-area-report.js'
import { ReadUnitReport, type UnitReport } from '../use-cases/read-unit-report.js'
import { isReportName, ReportDto, reportNames, ReportQuery, type ReportName } from './report.dto.js'

@ApiTags('reports')
@ApiBearerAuth()
@Controller('api/v1/reports')
export class ReportsApi {
  constructor(
    private readonly readUnitReport: ReadUnitReport,
    private readonly readAreaReport: ReadAreaReport,
  ) {}

  @Get(':name')
  @Allow('report.read')
  @ApiOperation({ summary: 'A unit’s figures for its supervisors, an area’s for its coordinators' })
  @ApiParam({ name: 'name', enum: reportNames })
  @ApiOkResponse({ type: ReportDto })
  @ApiNotFoundResponse()
  async one(
    @CurrentActor() actor: WorkerActor,
    @Param('name') name: string,
    @Query() { direction, province }: ReportQuery,
  ): Promise<ReportDto> {
    if (!isReportName(name)) throw new NotFound('report.read', 'report', null)
    return name === 'referrals-of-area' || name === 'answers-of-area'
      ? ofArea(name, await this.readAreaReport.run(actor, province))
      : ofUnit(name, await this.readUnitReport.run(actor, direction))
  }
}

const ofUnit = (name: ReportName, report: UnitReport): ReportDto => {
  const head = { name, asOf: report.asOf.toISOString(), since: report.since }
  if (name === 'answers-of-unit') return { ...head, rows: report.answers }
  if (name === 'workload-of-unit') return { ...head, rows: report.workload.workers }
  return { ...head, rows: report.weeks, open: report.open }
}

const ofArea = (name: ReportName, report: AreaReport): ReportDto => {
  const head = { name, asOf: report.asOf.toISOString(), since: report.since }
  if (name === 'referrals-of-area') return { ...head, rows: report.rows, totals: report.totals }
  return {
    ...head,
    rows: report.answers.map(({ service, median }) => ({
      service,
      medianWithinHours: median ?? null,
      isTooFew: median === undefined,
    })),
  }
}
