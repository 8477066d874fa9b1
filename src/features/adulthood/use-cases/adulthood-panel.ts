import { Injectable } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { Clock } from '../../../platform/clock/clock.js'
import { localTimeOf, startOfDay } from '../../../platform/clock/local-time.js'
import { CasePanel, CaseReading, type CasePanelsView } from '../../cases/index.js'
import { DecisionRows } from '../data/decision-rows.js'

/** Says on the case page that a child is about to become an adult, until it is decided what follows. */
@Injectable()
export class AdulthoodPanel extends CasePanel {
  constructor(
    private readonly cases: CaseReading,
    private readonly decisions: DecisionRows,
    private readonly clock: Clock,
  ) {
    super()
  }

  async panelsFor(_: WorkerActor, caseId: string): Promise<Partial<CasePanelsView>> {
    const row = await this.cases.summary(caseId)
    // Of who was an adult when the case was opened, or is still far from it, nothing is asked.
    if (row?.status !== 'open' || !['12-15', '16-17'].includes(row.ageBand)) return {}
    const adulthood = await this.cases.adulthood(caseId)
    const now = this.clock.now()
    if (adulthood === null || adulthood.tellOn > localTimeOf(now).date) return {}
    if ((await this.decisions.ofCase(caseId)).length > 0) return {}
    const due = adulthood.isExact ? startOfDay(adulthood.on) : null
    return {
      tasks: [
        {
          title: adulthood.isExact ? 'adulthood.task' : 'adulthood.task.ask-date',
          href: `/cases/${caseId}/adult`,
          due,
          isOverdue: due !== null && due < now,
        },
      ],
    }
  }
}
