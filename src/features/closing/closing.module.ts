import { Module } from '@nestjs/common'
import { CasesModule } from '../cases/index.js'
import { PlanningModule } from '../planning/index.js'
import { ClosingApi } from './api/closing.controller.js'
import { ClosingTimelineRows } from './data/closing-timeline.js'
import { ClosureRows } from './data/closure-rows.js'
import { HearOfClosings } from './jobs/hear-of-closings.js'
import { CloseCase } from './use-cases/close-case.js'
import { ClosingAccess } from './use-cases/closing-access.js'
import { ClosingPanel } from './use-cases/closing-panel.js'
import { ClosingTimeline } from './use-cases/closing-timeline.js'
import { ReadOpenEnds } from './use-cases/open-ends.js'
import { PrepareClosing } from './use-cases/prepare-closing.js'
import { ReadClosing } from './use-cases/read-closing.js'
import { ReopenCase } from './use-cases/reopen-case.js'
import { ClosingPages } from './web/closing.controller.js'

/** A case ends with a reason and nothing left open unsaid; and begins again when the person comes back. */
@Module({
  imports: [CasesModule, PlanningModule],
  controllers: [ClosingPages, ClosingApi],
  providers: [
    ClosureRows,
    ClosingAccess,
    ReadOpenEnds,
    PrepareClosing,
    CloseCase,
    ReopenCase,
    ReadClosing,
    ClosingPanel,
    ClosingTimelineRows,
    ClosingTimeline,
    HearOfClosings,
  ],
})
export class ClosingModule {}
