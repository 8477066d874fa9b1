import { Injectable } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { decide } from '../../../platform/access/decide.js'
import { AuditTrail } from '../../../platform/audit/index.js'
import { Clock } from '../../../platform/clock/clock.js'
import { Transactions } from '../../../platform/database/transactions.js'
import { NotFound } from '../../../platform/errors/not-found.js'
import { Stale } from '../../../platform/errors/stale.js'
import { UnitsRepository } from '../data/units.repository.js'
import { checkPlaces, type NewPlaces } from '../domain/places.js'
import type { UnitView } from '../domain/unit-view.js'

const action = 'directory.tell-places'

/** A supervisor tells how many places the own unit has, so that nobody is sent to a full house. */
@Injectable()
export class TellPlaces {
  constructor(
    private readonly repository: UnitsRepository,
    private readonly trail: AuditTrail,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** Whether it is this actor's to tell. */
  mayTell(actor: WorkerActor, unitId: string): boolean {
    return actor.unitId === unitId && decide(actor, action, { now: this.clock.now() }).allowed
  }

  /** The unit as its supervisor finds it. @throws NotFound for everybody else */
  prepare(actor: WorkerActor, unitId: string): Promise<UnitView> {
    return this.transactions.run(actor, () => this.own(actor, unitId))
  }

  /**
   * @param places null where the unit does not count them
   * @throws NotFound for everybody but a supervisor of the unit
   * @throws PlacesUnfit
   * @throws Stale
   */
  run(actor: WorkerActor, unitId: string, version: number, places: NewPlaces): Promise<void> {
    return this.transactions.run(actor, async () => {
      await this.own(actor, unitId)
      checkPlaces(places)
      if (!(await this.repository.tellPlaces(places, version, this.clock.now()))) throw new Stale()
      await this.trail.record({ action, subject: { type: 'unit', id: unitId } })
    })
  }

  private async own(actor: WorkerActor, unitId: string): Promise<UnitView> {
    const [unit] = this.mayTell(actor, unitId) ? await this.repository.byIds([unitId]) : []
    if (unit?.active !== true) throw new NotFound(action, 'unit', unitId)
    return unit
  }
}
