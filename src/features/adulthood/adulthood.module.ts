import { Module } from '@nestjs/common'
import { CasesModule } from '../cases/index.js'
import { ConsentsModule } from '../consents/index.js'
import { AdulthoodApi } from './api/adulthood.controller.js'
import { DecisionRows } from './data/decision-rows.js'
import { HearOfAdulthood } from './jobs/hear-of-adulthood.js'
import { AdulthoodOfToday } from './use-cases/adulthood-of-today.js'
import { AdulthoodPanel } from './use-cases/adulthood-panel.js'
import { ComeOfAge } from './use-cases/come-of-age.js'
import { AdulthoodPages } from './web/adulthood.controller.js'

/** A child becomes an adult: what changes, whose consent counts, and where the case goes on. */
@Module({
  imports: [CasesModule, ConsentsModule],
  controllers: [AdulthoodPages, AdulthoodApi],
  providers: [DecisionRows, ComeOfAge, AdulthoodPanel, AdulthoodOfToday, HearOfAdulthood],
})
export class AdulthoodModule {}
