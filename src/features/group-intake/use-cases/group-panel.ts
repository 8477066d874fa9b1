import { Injectable } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { CasePanel, type CasePanelsView } from '../../cases/index.js'
import { GroupRows } from '../data/group-rows.js'

/** Says on the case page that the person came with a group. */
@Injectable()
export class GroupPanel extends CasePanel {
  constructor(private readonly groups: GroupRows) {
    super()
  }

  async panelsFor(_: WorkerActor, caseId: string): Promise<Partial<CasePanelsView>> {
    const group = await this.groups.ofCase(caseId)
    if (group === undefined) return {}
    return {
      events: [
        {
          title: 'groups.case.event',
          facts: { number: group.number },
          at: group.addedAt,
          by: group.addedByName,
        },
      ],
    }
  }
}
