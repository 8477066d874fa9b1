import { Injectable } from '@nestjs/common'
import { Access } from '../../../platform/access/access.js'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { decide } from '../../../platform/access/decide.js'
import {
  bitOf,
  maskOf,
  sections as allTheSections,
  type Section,
} from '../../../platform/access/sections.js'
import { AuditTrail } from '../../../platform/audit/index.js'
import { Clock } from '../../../platform/clock/clock.js'
import { Transactions } from '../../../platform/database/transactions.js'
import { NotFound } from '../../../platform/errors/not-found.js'
import { WatchesRepository } from '../data/watches.repository.js'

/** Chooses of which sections of a case one is told when somebody else changes them. */
@Injectable()
export class WatchSections {
  constructor(
    private readonly transactions: Transactions,
    private readonly access: Access,
    private readonly watches: WatchesRepository,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /**
   * These, and no others that the actor sees.
   * @throws NotFound also where one of them is not the actor's to see
   */
  run(actor: WorkerActor, caseId: string, wanted: readonly Section[]): Promise<void> {
    const now = this.clock.now()
    return this.transactions.run(actor, async () => {
      const context = { now, case: await this.access.caseFacts(caseId) }
      const seen = allTheSections.filter(
        (section) => decide(actor, 'section.read', { ...context, section }).allowed,
      )
      if (
        !decide(actor, 'case.watch', context).allowed ||
        wanted.some((section) => !seen.includes(section))
      )
        throw new NotFound('case.watch', 'case', caseId)
      for (const section of seen)
        await this.watches.choose(
          actor.workerId,
          caseId,
          bitOf(section),
          wanted.includes(section),
          now,
        )
      await this.audit.record({
        action: 'case.watch',
        caseId,
        subject: { type: 'case', id: caseId },
        sections: maskOf(wanted),
      })
    })
  }
}
