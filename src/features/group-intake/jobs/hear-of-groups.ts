import { Injectable } from '@nestjs/common'
import { decide } from '../../../platform/access/decide.js'
import { Clock } from '../../../platform/clock/clock.js'
import type { DeliveredEvent } from '../../../platform/outbox/index.js'
import { Hearing, type Concern, type PathOf } from '../../notifications/index.js'
import { GroupRows } from '../data/group-rows.js'

/** Tells those who lead cases of a group that these were given to them. */
@Injectable()
export class HearOfGroups extends Hearing {
  readonly types = ['group.people-added']
  readonly pages: Readonly<Record<string, PathOf>> = { group: (id) => `/groups/${id}` }

  constructor(
    private readonly groups: GroupRows,
    private readonly clock: Clock,
  ) {
    super()
  }

  async concerned({ subjectId, data }: DeliveredEvent): Promise<readonly Concern[]> {
    const leads = await this.groups.leads(subjectId)
    return [
      {
        subject: { type: 'group', id: subjectId },
        caseId: null,
        workerIds: leads.filter((lead) => lead !== data['by']),
        deskUnitId: null,
        asksForDeed: true,
        mayHear: ({ actor }) => decide(actor, 'group.read', { now: this.clock.now() }).allowed,
      },
    ]
  }
}
