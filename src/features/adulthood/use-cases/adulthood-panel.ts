import { Injectable } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { Clock } from '../../../platform/clock/clock.js'
import { localTimeOf, startOfDay, type LocalDate } from '../../../platform/clock/local-time.js'
import { CasePanel, CaseReading, type CasePanelsView } from '../../cases/index.js'
import { ConsentReading } from '../../consents/index.js'
import { DecisionRows } from '../data/decision-rows.js'

/**
 * Says on the case page that a child is about to become an adult, until it is decided what follows; and
 * afterwards that what a representative agreed to still holds, until nothing of it does.
 */
@Injectable()
export class AdulthoodPanel extends CasePanel {
  constructor(
    private readonly cases: CaseReading,
    private readonly decisions: DecisionRows,
    private readonly consents: ConsentReading,
    private readonly clock: Clock,
  ) {
    super()
  }

  async panelsFor(_: WorkerActor, caseId: string): Promise<Partial<CasePanelsView>> {
    const row = await this.cases.summary(caseId)
    // Of who was an adult when the case was opened, or is still far from it, nothing is asked.
    if (row?.status !== 'open' || !['12-15', '16-17', '18-24'].includes(row.ageBand)) return {}
    const isDecided = (await this.decisions.ofCase(caseId)).length > 0
    if (!isDecided && row.ageBand === '18-24') return {}
    const adulthood = await this.cases.adulthood(caseId)
    const now = this.clock.now()
    const today = localTimeOf(now).date
    if (adulthood === null || adulthood.tellOn > today) return {}
    if (isDecided) {
      const { on, isExact } = adulthood
      if (!isExact || on > today || !(await this.othersStillAnswer(caseId, on))) return {}
      const href = `/cases/${caseId}/adult`
      const due = startOfDay(on)
      return { tasks: [{ title: 'adulthood.task.consents', href, due, isOverdue: due < now }] }
    }
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

  /** Does something still hold that was agreed to by somebody else while the person was a child? */
  private async othersStillAnswer(caseId: string, adultOn: LocalDate): Promise<boolean> {
    const adultSince = startOfDay(adultOn)
    return (await this.consents.ofCase(caseId)).some(
      ({ isLive, givenBy, givenAt }) =>
        isLive && givenBy.includes('representative') && givenAt < adultSince,
    )
  }
}
