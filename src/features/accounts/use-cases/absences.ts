import { Injectable } from '@nestjs/common'
import { randomUUID } from 'node:crypto'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { decide, type Action } from '../../../platform/access/decide.js'
import { AuditTrail } from '../../../platform/audit/index.js'
import { Clock } from '../../../platform/clock/clock.js'
import {
  addDays,
  localTimeOf,
  startOfDay,
  type LocalDate,
} from '../../../platform/clock/local-time.js'
import { Transactions } from '../../../platform/database/transactions.js'
import { NotFound } from '../../../platform/errors/not-found.js'
import { AbsenceRows, type AbsenceRow } from '../data/absence-rows.js'
import { checkAbsence } from '../domain/absence.js'
import { Workers } from './workers.js'

export type { AbsenceRow } from '../data/absence-rows.js'

/** From the beginning of the first day to the end of the last, in the unit's calendar. */
export interface NewAbsence {
  readonly workerId: string
  readonly from: LocalDate
  readonly until: LocalDate
}

/** Who is away when: for that time, what they have in hand lies with their unit's desk. */
@Injectable()
export class Absences {
  constructor(
    private readonly rows: AbsenceRows,
    private readonly workers: Workers,
    private readonly trail: AuditTrail,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** One's own; a supervisor's list is the unit's. */
  list(actor: WorkerActor): Promise<readonly AbsenceRow[]> {
    const isSupervisor = this.may(actor, 'absence.of-colleague')
    return this.transactions.run(actor, () =>
      this.rows.ahead(this.clock.now(), isSupervisor ? null : actor.workerId),
    )
  }

  /** Whom the actor can write down as away: herself, and a supervisor everybody of the unit. */
  async whom(actor: WorkerActor): Promise<readonly { id: string; displayName: string }[]> {
    return this.transactions.run(actor, async () => {
      const all = await this.workers.workersOfUnit(actor.unitId)
      return this.may(actor, 'absence.of-colleague')
        ? all
        : all.filter(({ id }) => id === actor.workerId)
    })
  }

  /** @throws NotFound for somebody of another unit, or a colleague where one is no supervisor */
  record(actor: WorkerActor, { workerId, from, until }: NewAbsence): Promise<string> {
    const action = workerId === actor.workerId ? 'absence.own' : 'absence.of-colleague'
    const startsAt = startOfDay(from)
    const endsAt = startOfDay(addDays(until, 1))
    return this.transactions.run(actor, async () => {
      const known = await this.workers.workersOfUnit(actor.unitId)
      if (!this.may(actor, action) || !known.some(({ id }) => id === workerId))
        throw new NotFound(action, 'worker', workerId)
      const now = this.clock.now()
      checkAbsence({ from: startsAt, until: endsAt }, now)
      const id = randomUUID()
      await this.rows.add({ id, workerId, startsAt, endsAt }, actor.workerId, now)
      await this.trail.record({ action, subject: { type: 'worker', id: workerId } })
      return id
    })
  }

  /** They are back earlier, or go later. @throws NotFound */
  takeBack(actor: WorkerActor, id: string): Promise<void> {
    return this.transactions.run(actor, async () => {
      const found = (await this.rows.ahead(this.clock.now(), null)).find((row) => row.id === id)
      const action = found?.workerId === actor.workerId ? 'absence.own' : 'absence.of-colleague'
      if (found === undefined || !this.may(actor, action) || !(await this.rows.remove(id)))
        throw new NotFound('absence.own', 'absence', id)
      await this.trail.record({ action, subject: { type: 'worker', id: found.workerId } })
    })
  }

  /** The first day that can be meant: today. */
  today(): LocalDate {
    return localTimeOf(this.clock.now()).date
  }

  private may(actor: WorkerActor, action: Action): boolean {
    return decide(actor, action, { now: this.clock.now() }).allowed
  }
}
