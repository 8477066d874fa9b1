import { Injectable } from '@nestjs/common'
import { decide } from '../../../platform/access/decide.js'
import { Clock } from '../../../platform/clock/clock.js'
import type { DeliveredEvent } from '../../../platform/outbox/index.js'
import { comesOfAge, comesOfAgeSoon } from '../../cases/index.js'
import { Hearing, type Concern, type PathOf } from '../../notifications/index.js'
import { DecisionRows } from '../data/decision-rows.js'

/** Tells who leads the case that the child becomes an adult: ninety days before, and on the day. */
@Injectable()
export class HearOfAdulthood extends Hearing {
  readonly types: readonly string[] = [comesOfAgeSoon, comesOfAge]
  readonly pages: Readonly<Record<string, PathOf>> = { adulthood: (id) => `/cases/${id}/adult` }

  constructor(
    private readonly decisions: DecisionRows,
    private readonly clock: Clock,
  ) {
    super()
  }

  async concerned({ subjectId }: DeliveredEvent): Promise<readonly Concern[]> {
    const parties = await this.decisions.parties(subjectId)
    if (parties?.isOpen !== true) return []
    return [
      {
        subject: { type: 'adulthood', id: subjectId },
        caseId: subjectId,
        workerIds: [parties.leadId],
        deskUnitId: null,
        asksForDeed: true,
        mayHear: ({ actor, case: facts }) =>
          decide(actor, 'case.read', { now: this.clock.now(), case: facts }).allowed,
      },
    ]
  }
}
