import { Injectable } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import {
  CasePanel,
  CasePanels,
  CaseReading,
  type CaseEventRow,
  type CasePanelsView,
  type TaskRow,
} from '../../cases/index.js'
import { MergeRows } from '../data/merge-rows.js'

/**
 * On each of two merged cases the way to the other; on the main case also what others are still doing
 * for the person in the duplicate.
 */
@Injectable()
export class MergePanel extends CasePanel {
  constructor(
    private readonly merges: MergeRows,
    private readonly cases: CaseReading,
    private readonly panels: CasePanels,
  ) {
    super()
  }

  async panelsFor(actor: WorkerActor, caseId: string): Promise<Partial<CasePanelsView>> {
    const merges = await this.merges.ofCase(caseId)
    if (merges.length === 0) return {}
    const otherOf = (merge: (typeof merges)[number]) =>
      merge.mainId === caseId ? merge.duplicateId : merge.mainId
    const numbers = await this.cases.caseNumbers(merges.map(otherOf))
    const standing = merges.filter(({ undoneAt }) => undoneAt === null)
    const duplicates = standing.filter(({ mainId }) => mainId === caseId)
    const others = await Promise.all(
      duplicates.map(({ duplicateId }) => this.panels.panelsFor(actor, duplicateId)),
    )
    return {
      referrals: others.flatMap(({ referrals }) => referrals.filter(({ isOpen }) => isOpen)),
      tasks: standing.flatMap((merge): TaskRow[] => {
        const other = otherOf(merge)
        const number = numbers.get(other)
        if (number === undefined) return []
        return [
          {
            title: merge.mainId === caseId ? 'merging.also-in' : 'merging.main-is',
            facts: { number },
            href: `/cases/${other}`,
            due: null,
            isOverdue: false,
          },
        ]
      }),
      events: merges.flatMap((merge): CaseEventRow[] => {
        const facts = { number: numbers.get(otherOf(merge)) ?? '–' }
        return [
          { title: 'merging.event.merged', facts, at: merge.mergedAt, by: merge.mergedByName },
          ...(merge.undoneAt === null
            ? []
            : [
                {
                  title: 'merging.event.unmerged' as const,
                  facts,
                  at: merge.undoneAt,
                  by: merge.undoneByName,
                },
              ]),
        ]
      }),
    }
  }
}
