import { Module } from '@nestjs/common'
import { AccountsModule } from '../accounts/index.js'
import { CasesModule } from '../cases/index.js'
import { ReassignApi } from './api/reassign.controller.js'
import { SearchApi } from './api/search.controller.js'
import { GivenCases } from './data/given-cases.js'
import { Reassignments } from './data/reassignments.js'
import { SearchPace } from './data/search-pace.js'
import { HearOfReassigned } from './jobs/hear-of-reassigned.js'
import { ReassignJob } from './jobs/reassign.job.js'
import { GivenCasesOfToday } from './use-cases/given-cases-of-today.js'
import { ReassignCases } from './use-cases/reassign-cases.js'
import { SearchCases } from './use-cases/search-cases.js'
import { ReassignPages } from './web/reassign.controller.js'
import { SearchPages } from './web/search.controller.js'

/** Finding a case again, and handing many over. */
@Module({
  imports: [AccountsModule, CasesModule],
  controllers: [SearchPages, ReassignPages, SearchApi, ReassignApi],
  providers: [
    SearchPace,
    SearchCases,
    Reassignments,
    ReassignCases,
    ReassignJob,
    HearOfReassigned,
    GivenCases,
    GivenCasesOfToday,
  ],
})
export class FindingModule {}
