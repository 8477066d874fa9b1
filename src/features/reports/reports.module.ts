import { Module } from '@nestjs/common'
import { AccountsModule } from '../accounts/index.js'
import { DirectoryModule } from '../directory/index.js'
import { ReportsApi } from './api/reports.controller.js'
import { AreaFigures } from './data/area-figures.js'
import { ReportFacts } from './data/report-facts.js'
import { UnitFigures } from './data/unit-figures.js'
import { CountReferrals } from './jobs/count-referrals.job.js'
import { ReadAreaReport } from './use-cases/read-area-report.js'
import { ReadUnitReport } from './use-cases/read-unit-report.js'
import { RebuildReports } from './use-cases/rebuild-reports.js'
import { ReportPages } from './web/reports.controller.js'

/** Figures: where people wait, who carries how much, without anybody's name in them. */
@Module({
  imports: [AccountsModule, DirectoryModule],
  providers: [
    ReportFacts,
    UnitFigures,
    AreaFigures,
    CountReferrals,
    ReadUnitReport,
    ReadAreaReport,
    RebuildReports,
  ],
  controllers: [ReportPages, ReportsApi],
  exports: [RebuildReports],
})
export class ReportsModule {}
