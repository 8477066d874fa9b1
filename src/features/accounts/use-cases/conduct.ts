import { Injectable } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { decide } from '../../../platform/access/decide.js'
import { AuditTrail } from '../../../platform/audit/index.js'
import { Clock } from '../../../platform/clock/clock.js'
import { Transactions } from '../../../platform/database/transactions.js'
import { NotFound } from '../../../platform/errors/not-found.js'
import { ConductRows, type AcceptanceRow } from '../data/conduct-rows.js'
import { conductVersion } from '../domain/conduct.js'
import { OtherConductInForce } from '../domain/accounts.errors.js'

/** The code of conduct: read, accepted by oneself only, and seen of others by who supervises them. */
@Injectable()
export class Conduct {
  constructor(
    private readonly transactions: Transactions,
    private readonly rows: ConductRows,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** When the actor accepted the version in force; null while they have not. */
  acceptedAt(actor: WorkerActor): Promise<Date | null> {
    return this.transactions.run(actor, () => this.rows.acceptedAt(actor.workerId, conductVersion))
  }

  /**
   * Accepting twice is accepting once.
   * @param version that was read: what has changed meanwhile is read first
   * @throws OtherConductInForce
   */
  accept(actor: WorkerActor, version: number): Promise<void> {
    return this.transactions.run(actor, async () => {
      if (version !== conductVersion) throw new OtherConductInForce()
      if (!(await this.rows.accept(actor.workerId, version, this.clock.now()))) return
      await this.audit.record({
        action: 'conduct.accept',
        subject: { type: 'worker', id: actor.workerId },
      })
    })
  }

  /** Everybody of the actor's unit, those first who have not accepted. @throws NotFound */
  ofUnit(actor: WorkerActor): Promise<AcceptanceRow[]> {
    return this.transactions.run(actor, async () => {
      if (!decide(actor, 'conduct.of-unit', { now: this.clock.now() }).allowed)
        throw new NotFound('conduct.of-unit', 'unit', actor.unitId)
      await this.audit.record({
        action: 'conduct.of-unit',
        subject: { type: 'unit', id: actor.unitId },
      })
      return this.rows.ofUnit(actor.unitId, conductVersion)
    })
  }
}
