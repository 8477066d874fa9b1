import { Module } from '@nestjs/common'
import { CasesModule } from '../cases/index.js'
import { SearchApi } from './api/search.controller.js'
import { SearchPace } from './data/search-pace.js'
import { SearchCases } from './use-cases/search-cases.js'
import { SearchPages } from './web/search.controller.js'

/** Finding a case again, and handing many over. */
@Module({
  imports: [CasesModule],
  controllers: [SearchPages, SearchApi],
  providers: [SearchPace, SearchCases],
})
export class FindingModule {}
