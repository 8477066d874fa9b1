import { Module } from '@nestjs/common'
import { DeadLettersApi } from './api/dead-letters.controller.js'
import { HearOfDeliveries } from './jobs/hear-of-deliveries.js'
import { ReplayDeliveries } from './use-cases/replay-deliveries.js'
import { WatchDeliveries } from './use-cases/watch-deliveries.js'
import { DeadLetterPages } from './web/dead-letters.controller.js'

/** What could not be delivered, for those who look after the service. */
@Module({
  providers: [WatchDeliveries, ReplayDeliveries, HearOfDeliveries],
  controllers: [DeadLetterPages, DeadLettersApi],
})
export class DeliveriesModule {}
