import { Module } from '@nestjs/common'
import { EscalationsApi } from './api/escalations.controller.js'
import { EscalationRows } from './data/escalation-rows.js'
import { Coordinate } from './use-cases/coordinate.js'
import { ListEscalations } from './use-cases/list-escalations.js'
import { EscalationPages } from './web/escalations.controller.js'

/** Who waits too long, seen from above: by coordinators without a case, by supervisors for their unit. */
@Module({
  providers: [EscalationRows, ListEscalations, Coordinate],
  controllers: [EscalationPages, EscalationsApi],
})
export class EscalationsModule {}
