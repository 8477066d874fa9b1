import { Module, type DynamicModule } from '@nestjs/common'
import { AccountsModule } from './features/accounts/index.js'
import { AdulthoodModule } from './features/adulthood/index.js'
import { CasesModule } from './features/cases/index.js'
import { ClosingModule } from './features/closing/index.js'
import { ConsentsModule } from './features/consents/index.js'
import { EscalationsModule } from './features/escalations/index.js'
import { ExchangeModule } from './features/exchange/index.js'
import { DeliveriesModule } from './features/deliveries/index.js'
import { DraftsModule } from './features/drafts/index.js'
import { DirectoryModule } from './features/directory/index.js'
import { GroupIntakeModule } from './features/group-intake/index.js'
import { FindingModule } from './features/finding/index.js'
import { HomeController } from './home/home.controller.js'
import { NotesModule } from './features/notes/index.js'
import { MergingModule } from './features/merging/index.js'
import { NotificationsModule } from './features/notifications/index.js'
import { OversightModule } from './features/oversight/index.js'
import { PapersModule } from './features/papers/index.js'
import { PlacesModule } from './features/places/index.js'
import { PlanningModule } from './features/planning/index.js'
import { ReferralsModule } from './features/referrals/index.js'
import { ReportsModule } from './features/reports/index.js'
import { TakedownModule } from './features/takedown/index.js'
import { TeamsModule } from './features/teams/index.js'
import { TodayModule } from './features/today/index.js'
import { TimelineModule } from './features/timeline/index.js'
import { TransfersModule } from './features/transfers/index.js'
import { WatchingModule } from './features/watching/index.js'
import { PlatformModule, type Runtime } from './platform/platform.module.js'
import { DeliveryModule } from './platform/queues/index.js'
import { WebModule } from './platform/web/web.module.js'
import { UiModule } from './ui/ui.module.js'

/** All of it, put together. */
@Module({})
export class AppModule {
  /** @param assetsFolder where the built stylesheet, script and fonts lie */
  static for(runtime: Runtime, assetsFolder: string): DynamicModule {
    return {
      module: AppModule,
      controllers: [HomeController],
      imports: [
        PlatformModule.for(runtime),
        DeliveryModule.for(runtime),
        WebModule,
        UiModule.for(assetsFolder),
        AccountsModule,
        DraftsModule,
        DirectoryModule,
        PlacesModule,
        TodayModule,
        CasesModule,
        GroupIntakeModule,
        FindingModule,
        ClosingModule,
        MergingModule,
        AdulthoodModule,
        ConsentsModule,
        ReferralsModule,
        TeamsModule,
        PlanningModule,
        TransfersModule,
        TimelineModule,
        NotesModule,
        TakedownModule,
        PapersModule,
        WatchingModule,
        ExchangeModule,
        NotificationsModule,
        EscalationsModule,
        ReportsModule,
        OversightModule,
        DeliveriesModule,
      ],
    }
  }
}
