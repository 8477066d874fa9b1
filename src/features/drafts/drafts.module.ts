import { Global, Module } from '@nestjs/common'
import { FormDrafts } from '../../platform/web/form-drafts.js'
import { DraftsApi } from './api/drafts.controller.js'
import { DraftRows } from './data/draft-rows.js'
import { DraftSeal } from './data/draft-seal.js'
import { DraftsOfToday } from './use-cases/drafts-of-today.js'
import { OwnDrafts } from './use-cases/own-drafts.js'
import { DraftPages } from './web/drafts.controller.js'

/** What was typed and not sent. Global: every page offers what was begun on it. */
@Global()
@Module({
  controllers: [DraftPages, DraftsApi],
  providers: [
    DraftRows,
    DraftSeal,
    OwnDrafts,
    DraftsOfToday,
    { provide: FormDrafts, useExisting: OwnDrafts },
  ],
  exports: [FormDrafts],
})
export class DraftsModule {}
