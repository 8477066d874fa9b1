import { Module } from '@nestjs/common'
import { DiscoveryModule } from '@nestjs/core'
import { TodayApi } from './api/today.controller.js'
import { RiskOfCases } from './data/risk-of-cases.js'
import { ReadToday } from './use-cases/read-today.js'
import { TodayPages } from './web/today.controller.js'

/** A worker's day at one look; what stands on it comes from the other features. */
@Module({
  imports: [DiscoveryModule],
  controllers: [TodayPages, TodayApi],
  providers: [RiskOfCases, ReadToday],
})
export class TodayModule {}
