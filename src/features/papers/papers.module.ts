import { Module } from '@nestjs/common'
import { CasesModule } from '../cases/index.js'
import { PapersApi } from './api/papers.controller.js'
import { PapersRepository } from './data/papers.repository.js'
import { PaperTimelineRows } from './data/paper-timeline.js'
import { CasePapers } from './use-cases/case-papers.js'
import { ExportCase } from './use-cases/export-case.js'
import { PaperTimeline } from './use-cases/paper-timeline.js'
import { ExportPages } from './web/export.controller.js'
import { PaperPages } from './web/papers.controller.js'

/** Documents of a case, and the case itself as a file for who has a right to it. */
@Module({
  imports: [CasesModule],
  controllers: [PaperPages, ExportPages, PapersApi],
  providers: [PapersRepository, PaperTimelineRows, PaperTimeline, CasePapers, ExportCase],
  exports: [CasePapers],
})
export class PapersModule {}
