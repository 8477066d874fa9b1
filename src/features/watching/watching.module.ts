import { Module } from '@nestjs/common'
import { CasesModule } from '../cases/index.js'
import { AccessApi } from './api/access.controller.js'
import { AccessLogRepository } from './data/access-log.repository.js'
import { WatchesRepository } from './data/watches.repository.js'
import { HearOfChanges } from './jobs/hear-of-changes.js'
import { ReadAccess } from './use-cases/read-access.js'
import { WatchSections } from './use-cases/watch-sections.js'
import { AccessPages } from './web/access.controller.js'

/** Who has been in a case, and who is told when a part of it changes. */
@Module({
  imports: [CasesModule],
  controllers: [AccessPages, AccessApi],
  providers: [AccessLogRepository, WatchesRepository, ReadAccess, WatchSections, HearOfChanges],
  exports: [WatchSections],
})
export class WatchingModule {}
