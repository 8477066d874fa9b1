import { Injectable } from '@nestjs/common'
import { Access } from '../../../platform/access/access.js'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { decide, type Action } from '../../../platform/access/decide.js'
import { AuditTrail } from '../../../platform/audit/index.js'
import { Clock } from '../../../platform/clock/clock.js'
import { Transactions } from '../../../platform/database/transactions.js'
import { CaseReading } from '../../cases/index.js'
import { MergeRows } from '../data/merge-rows.js'
import { CaseLivesOn } from '../domain/merge.js'

/** Knows where a case that was merged away is gone on with. */
@Injectable()
export class WhereItLivesOn {
  constructor(
    private readonly transactions: Transactions,
    private readonly access: Access,
    private readonly cases: CaseReading,
    private readonly merges: MergeRows,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /**
   * What to say to somebody whose `action` in this case was refused, with its trace. Null where the case
   * was not merged away, and for who may not read both cases: they are told nothing of either.
   */
  async run(actor: WorkerActor, action: Action, caseId: string): Promise<CaseLivesOn | null> {
    const livesOn = await this.transactions.run(actor, async () => {
      const merge = (await this.merges.ofCase(caseId)).find(
        ({ duplicateId, undoneAt }) => duplicateId === caseId && undoneAt === null,
      )
      if (merge === undefined) return null
      const now = this.clock.now()
      for (const id of [caseId, merge.mainId]) {
        const context = { now, case: await this.access.caseFacts(id) }
        if (!decide(actor, 'case.read', context).allowed) return null
      }
      const number = (await this.cases.caseNumbers([merge.mainId])).get(merge.mainId)
      return number === undefined ? null : new CaseLivesOn(merge.mainId, number)
    })
    if (livesOn !== null)
      await this.trail.recordRefusal(actor, {
        action,
        outcome: 'missing',
        caseId,
        subject: { type: 'case', id: caseId },
      })
    return livesOn
  }
}
