import { Injectable } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { AuditTrail } from '../../../platform/audit/index.js'
import { Clock } from '../../../platform/clock/clock.js'
import { Transactions } from '../../../platform/database/transactions.js'
import { NotFound } from '../../../platform/errors/not-found.js'
import { Stale } from '../../../platform/errors/stale.js'
import { Outbox } from '../../../platform/outbox/index.js'
import { CaseReading } from '../../cases/index.js'
import { ContactLog } from '../../planning/index.js'
import { ClosureRows } from '../data/closure-rows.js'
import {
  AttemptsMissing,
  CaseHeldOpen,
  ClosingNotApproved,
  EndsUnanswered,
  NotPrepared,
} from '../domain/closing.errors.js'
import { CaseClosureMoved } from '../domain/closing.events.js'
import { unanswered, type ClosureTexts } from '../domain/closure.js'
import { ClosingAccess } from './closing-access.js'
import { ReadOpenEnds } from './open-ends.js'
import { closurePlace } from './prepare-closing.js'

/** Closes the case as it was prepared and, where the unit wants it, agreed to. */
@Injectable()
export class CloseCase {
  constructor(
    private readonly access: ClosingAccess,
    private readonly closures: ClosureRows,
    private readonly ends: ReadOpenEnds,
    private readonly cases: CaseReading,
    private readonly contacts: ContactLog,
    private readonly trail: AuditTrail,
    private readonly outbox: Outbox,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /**
   * @param version of what was prepared
   * @throws NotFound | Stale | NotPrepared | CaseHeldOpen | ClosingNotApproved
   * @throws EndsUnanswered where something has opened since
   * @throws AttemptsMissing where an attempt was struck out, or the person was reached after all
   */
  run(actor: WorkerActor, caseId: string, version: number): Promise<void> {
    return this.transactions.run(actor, async () => {
      const row = await this.access.find(actor, 'case.close', caseId)
      const prepared = (await this.closures.ofCase(caseId)).find(
        ({ state }) => state === 'prepared',
      )
      if (prepared === undefined || row.status !== 'open') throw new NotPrepared()
      const texts = await this.cases.openFor<ClosureTexts>(
        caseId,
        'services',
        prepared.sealed,
        closurePlace(prepared.id),
      )
      const { ends } = await this.ends.run(actor, row)
      if (unanswered(ends, texts?.ends ?? []).length > 0) throw new EndsUnanswered()
      if (prepared.reason === 'contact_lost' && !(await this.contacts.inVain(caseId)).areEnough)
        throw new AttemptsMissing()
      // Recorded while the case is still the actor's to write in.
      await this.trail.record({
        action: 'case.close',
        caseId,
        subject: { type: 'case', id: caseId },
      })
      await this.outbox.add(new CaseClosureMoved('case.closed', prepared.id, caseId))
      const outcome = await this.closures.close(prepared.id, version, this.clock.now())
      if (outcome === 'closed') return
      if (outcome === 'hidden') throw new NotFound('case.close', 'case', caseId)
      if (outcome === 'stale') throw new Stale()
      if (outcome === 'not-approved') throw new ClosingNotApproved()
      throw new CaseHeldOpen(outcome)
    })
  }
}
