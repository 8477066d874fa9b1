import { Injectable } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { AuditTrail } from '../../../platform/audit/index.js'
import { Clock } from '../../../platform/clock/clock.js'
import { Transactions } from '../../../platform/database/transactions.js'
import { NotFound } from '../../../platform/errors/not-found.js'
import { Stale } from '../../../platform/errors/stale.js'
import { Outbox } from '../../../platform/outbox/index.js'
import { CaseReading } from '../../cases/index.js'
import { ClosureRows } from '../data/closure-rows.js'
import { NotClosed } from '../domain/closing.errors.js'
import { CaseClosureMoved } from '../domain/closing.events.js'
import type { ReopenReason } from '../domain/closure.js'
import { ClosingAccess } from './closing-access.js'
import { closurePlace } from './prepare-closing.js'

/** Why a case is opened again. */
export interface Reopening {
  readonly reason: ReopenReason
  readonly note: string | null
}

/** Opens a closed case again: people come back. */
@Injectable()
export class ReopenCase {
  constructor(
    private readonly access: ClosingAccess,
    private readonly closures: ClosureRows,
    private readonly cases: CaseReading,
    private readonly trail: AuditTrail,
    private readonly outbox: Outbox,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** @param version of the case that was read. @throws NotFound | Stale | NotClosed */
  run(
    actor: WorkerActor,
    caseId: string,
    version: number,
    { reason, note }: Reopening,
  ): Promise<void> {
    return this.transactions.run(actor, async () => {
      const row = await this.access.find(actor, 'case.reopen', caseId)
      if (row.status !== 'closed') throw new NotClosed()
      const closure = (await this.closures.ofCase(caseId)).find(({ state }) => state === 'closed')
      const sealed =
        note === null || closure === undefined
          ? null
          : await this.cases.sealFor(
              caseId,
              'services',
              note,
              closurePlace(closure.id, 'sealed_reopening'),
            )
      const outcome = await this.closures.reopen(caseId, version, reason, sealed, this.clock.now())
      if (outcome === 'hidden') throw new NotFound('case.reopen', 'case', caseId)
      if (outcome === 'stale') throw new Stale()
      await this.trail.record({
        action: 'case.reopen',
        caseId,
        subject: { type: 'case', id: caseId },
      })
      await this.outbox.add(new CaseClosureMoved('case.reopened', closure?.id ?? caseId, caseId))
    })
  }
}
