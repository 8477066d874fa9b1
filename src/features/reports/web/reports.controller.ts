import { Controller, Get, Query } from '@nestjs/common'
import { hasRole, type WorkerActor } from '../../../platform/access/actor.js'
import { page, type Page } from '../../../platform/web/page.js'
import { Allow, CurrentActor } from '../../../platform/web/route-permissions.js'
import { isDirection } from '../domain/referral-counts.js'
import { ReadAreaReport } from '../use-cases/read-area-report.js'
import { ReadUnitReport } from '../use-cases/read-unit-report.js'
import { AreaReportPage } from './area-report.page.js'
import { UnitReportPage } from './unit-report.page.js'

interface ReportsQuery {
  readonly direction?: unknown
  readonly province?: unknown
}

@Controller('reports')
export class ReportPages {
  constructor(
    private readonly readUnitReport: ReadUnitReport,
    private readonly readAreaReport: ReadAreaReport,
  ) {}

  /** A supervisor's own unit; for those who only coordinate, their area. */
  @Get()
  @Allow('report.read')
  own(@CurrentActor() actor: WorkerActor, @Query() query: ReportsQuery): Promise<Page> {
    return hasRole(actor, 'supervisor') ? this.unit(actor, query) : this.area(actor, query)
  }

  @Get('area')
  @Allow('report.read')
  async area(
    @CurrentActor() actor: WorkerActor,
    @Query() { province }: ReportsQuery,
  ): Promise<Page> {
    const asked = typeof province === 'string' && province !== '' ? province : undefined
    return page(AreaReportPage, { report: await this.readAreaReport.run(actor, asked) })
  }

  private async unit(actor: WorkerActor, { direction }: ReportsQuery): Promise<Page> {
    return page(UnitReportPage, {
      report: await this.readUnitReport.run(actor, isDirection(direction) ? direction : 'in'),
      coordinatesToo: hasRole(actor, 'coordinator'),
    })
  }
}
