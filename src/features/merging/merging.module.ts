import { Module } from '@nestjs/common'
import { APP_INTERCEPTOR } from '@nestjs/core'
import { CasesModule } from '../cases/index.js'
import { MergesApi } from './api/merges.controller.js'
import { MergeRows } from './data/merge-rows.js'
import { HearOfMerges } from './jobs/hear-of-merges.js'
import { MergeCases } from './use-cases/merge-cases.js'
import { MergePanel } from './use-cases/merge-panel.js'
import { WhereItLivesOn } from './use-cases/where-it-lives-on.js'
import { LivesOnInterceptor } from './web/lives-on.interceptor.js'
import { MergePages } from './web/merge.controller.js'

/** Two cases of one person in one unit are joined, and can be parted again. */
@Module({
  imports: [CasesModule],
  controllers: [MergePages, MergesApi],
  providers: [
    MergeRows,
    MergeCases,
    MergePanel,
    WhereItLivesOn,
    HearOfMerges,
    { provide: APP_INTERCEPTOR, useClass: LivesOnInterceptor },
  ],
})
export class MergingModule {}
