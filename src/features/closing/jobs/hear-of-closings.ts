import { Injectable } from '@nestjs/common'
import { decide } from '../../../platform/access/decide.js'
import { Clock } from '../../../platform/clock/clock.js'
import type { DeliveredEvent } from '../../../platform/outbox/index.js'
import { Hearing, type Concern, type PathOf } from '../../notifications/index.js'
import { ClosureRows } from '../data/closure-rows.js'

/** Whom it concerns that a case was closed or opened again: its lead, and the unit's supervisors. */
@Injectable()
export class HearOfClosings extends Hearing {
  readonly types = ['case.closed', 'case.reopened']
  readonly pages: Readonly<Record<string, PathOf>> = {
    'case-closure': (_, caseId) => `/cases/${caseId ?? ''}/closing`,
  }

  constructor(
    private readonly closures: ClosureRows,
    private readonly clock: Clock,
  ) {
    super()
  }

  async concerned({ type, subjectId, caseId }: DeliveredEvent): Promise<readonly Concern[]> {
    const closure = await this.closures.one(subjectId)
    const parties = caseId === null ? undefined : await this.closures.parties(caseId)
    if (closure === undefined || parties === undefined) return []
    const by = type === 'case.closed' ? closure.closedById : closure.reopenedById
    return [
      {
        subject: { type: 'case-closure', id: subjectId },
        caseId,
        workerIds: [parties.leadId].filter((lead) => lead !== by),
        deskUnitId: null,
        supervisorsOfUnitId: parties.unitId,
        asksForDeed: type === 'case.reopened' && parties.leadId !== by,
        mayHear: ({ actor, case: facts }) =>
          actor.workerId !== by &&
          decide(actor, 'case.read', { now: this.clock.now(), case: facts }).allowed,
      },
    ]
  }
}
