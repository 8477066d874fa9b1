import { Injectable } from '@nestjs/common'
import { decide } from '../../../platform/access/decide.js'
import { bitOf, isSection } from '../../../platform/access/sections.js'
import { Clock } from '../../../platform/clock/clock.js'
import type { DeliveredEvent } from '../../../platform/outbox/index.js'
import { Hearing, type Concern, type PathOf } from '../../notifications/index.js'
import { WatchesRepository } from '../data/watches.repository.js'

/** Tells who watches a section that somebody else changed it; once, until it is read. */
@Injectable()
export class HearOfChanges extends Hearing {
  readonly types = ['case.section-changed']
  readonly pages: Readonly<Record<string, PathOf>> = {
    'watched-section': (_, caseId) => `/cases/${caseId ?? ''}/access?kind=changes`,
  }

  constructor(
    private readonly watches: WatchesRepository,
    private readonly clock: Clock,
  ) {
    super()
  }

  async concerned({ caseId, data }: DeliveredEvent): Promise<readonly Concern[]> {
    const [section, changedBy] = [String(data['section']), String(data['actorId'])]
    if (caseId === null || !isSection(section)) return []
    const watchers = await this.watches.watchers(caseId, bitOf(section), changedBy)
    const [first] = watchers
    if (first === undefined) return []
    return [
      {
        subject: { type: 'watched-section', id: first.watchedId },
        caseId,
        workerIds: watchers.map(({ workerId }) => workerId),
        deskUnitId: null,
        mayHear: ({ actor, case: facts }) => {
          const context = { now: this.clock.now(), case: facts }
          return (
            watchers.some(({ workerId }) => workerId === actor.workerId) &&
            decide(actor, 'case.watch', context).allowed &&
            decide(actor, 'section.read', { ...context, section }).allowed
          )
        },
      },
    ]
  }
}
