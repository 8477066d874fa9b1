import { Injectable } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { CasePanel, type CaseEventRow, type CasePanelsView } from '../../cases/index.js'
import { ClosureRows } from '../data/closure-rows.js'

/** Says on the case page that it was closed, and opened again. */
@Injectable()
export class ClosingPanel extends CasePanel {
  constructor(private readonly closures: ClosureRows) {
    super()
  }

  async panelsFor(_: WorkerActor, caseId: string): Promise<Partial<CasePanelsView>> {
    const rows = await this.closures.ofCase(caseId)
    return {
      events: rows.flatMap((row): CaseEventRow[] => [
        ...(row.closedAt === null
          ? []
          : [
              {
                title: 'closing.event.closed' as const,
                at: row.closedAt,
                by: row.closedByName,
                isStrong: true,
              },
            ]),
        ...(row.reopenedAt === null
          ? []
          : [
              {
                title: 'closing.event.reopened' as const,
                at: row.reopenedAt,
                by: row.reopenedByName,
                isStrong: true,
              },
            ]),
      ]),
    }
  }
}
