import { Injectable } from '@nestjs/common'
import { Clock } from '../../../platform/clock/clock.js'
import { decide } from '../../../platform/access/decide.js'
import type { DeliveredEvent } from '../../../platform/outbox/index.js'
import { Hearing, type Concern, type PathOf } from '../../notifications/index.js'
import { MergeRows } from '../data/merge-rows.js'

/** Tells those who lead the two cases, now or before, that they became one, or two again. */
@Injectable()
export class HearOfMerges extends Hearing {
  readonly types = ['case.merged', 'case.unmerged']
  readonly pages: Readonly<Record<string, PathOf>> = {
    'case-merge': (_, caseId) => `/cases/${caseId ?? ''}`,
  }

  constructor(
    private readonly merges: MergeRows,
    private readonly clock: Clock,
  ) {
    super()
  }

  async concerned({ type, subjectId }: DeliveredEvent): Promise<readonly Concern[]> {
    const merge = await this.merges.one(subjectId)
    if (merge === undefined) return []
    const by = type === 'case.merged' ? merge.mergedById : merge.undoneById
    const lead = await this.merges.lead(merge.mainId)
    const common = { subject: { type: 'case-merge', id: subjectId }, deskUnitId: null }
    return [
      {
        ...common,
        caseId: merge.mainId,
        workerIds: lead === null || lead === by ? [] : [lead],
        mayHear: ({ case: facts, actor }) =>
          decide(actor, 'case.read', { now: this.clock.now(), case: facts }).allowed,
      },
      {
        ...common,
        // Whoever led the duplicate may see nothing of it any more, and is told that it is so.
        caseId: null,
        workerIds: [merge.oldLeadId].filter((one) => one !== lead && one !== by),
        mayHear: ({ actor }) => decide(actor, 'case.list', { now: this.clock.now() }).allowed,
      },
    ]
  }
}
