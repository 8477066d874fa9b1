export { ReportsModule } from './reports.module.js'
export { RebuildReports } from './use-cases/rebuild-reports.js'
