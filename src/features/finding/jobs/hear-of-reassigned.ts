import { Injectable } from '@nestjs/common'
import { decide } from '../../../platform/access/decide.js'
import { Clock } from '../../../platform/clock/clock.js'
import type { DeliveredEvent } from '../../../platform/outbox/index.js'
import { Hearing, type Concern, type PathOf } from '../../notifications/index.js'
import { Reassignments } from '../data/reassignments.js'
import { reassignedTypes } from '../domain/reassignment.js'

/** Whom it concerns that a case has another lead: the new one, and the old one. */
@Injectable()
export class HearOfReassigned extends Hearing {
  readonly types: readonly string[] = reassignedTypes
  readonly pages: Readonly<Record<string, PathOf>> = {
    'reassigned-case': (_, caseId) => (caseId === null ? '/cases' : `/cases/${caseId}`),
  }

  constructor(
    private readonly reassignments: Reassignments,
    private readonly clock: Clock,
  ) {
    super()
  }

  async concerned({ type, subjectId }: DeliveredEvent): Promise<readonly Concern[]> {
    const moved = await this.reassignments.moved(subjectId)
    if (moved === undefined || moved.fromWorkerId === moved.toWorkerId) return []
    const subject = { type: 'reassigned-case', id: subjectId }
    const now = this.clock.now()
    if (type === 'case.given')
      return [
        {
          subject,
          caseId: moved.caseId,
          workerIds: [moved.toWorkerId],
          deskUnitId: null,
          asksForDeed: true,
          mayHear: ({ actor, case: facts }) =>
            decide(actor, 'case.read', { now, case: facts }).allowed,
        },
      ]
    return [
      {
        subject,
        // It is not theirs to see any more: they hear that one went, not which.
        caseId: null,
        workerIds: [moved.fromWorkerId],
        deskUnitId: null,
        mayHear: ({ actor, case: facts }) =>
          actor.workerId === moved.fromWorkerId &&
          decide(actor, 'case.list', { now, case: facts }).allowed,
      },
    ]
  }
}
