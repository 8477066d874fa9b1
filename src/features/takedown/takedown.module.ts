import { Module } from '@nestjs/common'
import { CasesModule } from '../cases/index.js'
import { DirectoryModule } from '../directory/index.js'
import { TakedownApi } from './api/takedown.controller.js'
import { TakedownRows } from './data/takedown-rows.js'
import { HearOfTakedowns } from './jobs/hear-of-takedowns.js'
import { MoveTakedown } from './use-cases/move-takedown.js'
import { NoteTakedowns } from './use-cases/note-takedowns.js'
import { OpenTakedowns } from './use-cases/open-takedowns.js'
import { ReadTakedowns } from './use-cases/read-takedowns.js'
import { TakedownPanel } from './use-cases/takedown-panel.js'
import { TakedownTimeline } from './use-cases/takedown-timeline.js'
import { TakedownsOfToday } from './use-cases/takedowns-of-today.js'
import { TakedownPages } from './web/takedown.controller.js'

/** What platforms are asked to remove or to keep as evidence; never the picture itself. */
@Module({
  imports: [CasesModule, DirectoryModule],
  controllers: [TakedownPages, TakedownApi],
  providers: [
    TakedownRows,
    OpenTakedowns,
    ReadTakedowns,
    NoteTakedowns,
    MoveTakedown,
    TakedownPanel,
    TakedownTimeline,
    TakedownsOfToday,
    HearOfTakedowns,
  ],
  exports: [NoteTakedowns, MoveTakedown],
})
export class TakedownModule {}
