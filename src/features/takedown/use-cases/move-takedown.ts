import { Injectable } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { Clock } from '../../../platform/clock/clock.js'
import {
  addDays,
  localTimeOf,
  startOfDay,
  type LocalDate,
} from '../../../platform/clock/local-time.js'
import { Transactions } from '../../../platform/database/transactions.js'
import { Stale } from '../../../platform/errors/stale.js'
import { Outbox } from '../../../platform/outbox/index.js'
import { Schedule } from '../../../platform/schedule/index.js'
import { TakedownRows, type TakedownChange, type TakedownRow } from '../data/takedown-rows.js'
import {
  answerHours,
  canMove,
  longestPreservationDays,
  remindDaysBefore,
  type ErrorReason,
  type PreservationBasis,
  type RefusalReason,
  type RemovalBasis,
} from '../domain/takedown.js'
import {
  DayDoesNotFit,
  NoSuchStep,
  NothingPreserved,
  UntilDoesNotFit,
} from '../domain/takedown.errors.js'
import { TakedownUpdated } from '../domain/takedown.events.js'
import { OpenTakedowns } from './open-takedowns.js'

/** A step of a request. `on` is the day it was done; it may be told later. */
export type TakedownMove =
  | {
      readonly to: 'requested'
      readonly on: LocalDate
      readonly bases: readonly RemovalBasis[]
      /** Removal is more urgent than evidence: the worker says so knowingly. */
      readonly unpreserved: boolean
    }
  | {
      readonly to: 'acknowledged'
      readonly on: LocalDate
      /** By which the platform knows the request. */
      readonly reference: string | null
    }
  | { readonly to: 'removed'; readonly on: LocalDate }
  | { readonly to: 'refused'; readonly on: LocalDate; readonly reason: RefusalReason }
  | { readonly to: 'reappeared'; readonly on: LocalDate }
  | { readonly to: 'entered_in_error'; readonly reason: ErrorReason }

/** What is to be kept as evidence, and until the end of which day. */
export interface Preservation {
  readonly basis: PreservationBasis
  readonly until: LocalDate
}

const hour = 3_600_000

/** Takes a request a step further, and has evidence kept. */
@Injectable()
export class MoveTakedown {
  constructor(
    private readonly transactions: Transactions,
    private readonly rows: TakedownRows,
    private readonly opening: OpenTakedowns,
    private readonly schedule: Schedule,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /**
   * @param version the version that was read
   * @param timeZone in which the day is meant
   * @throws NotFound, Stale, NoSuchStep, DayDoesNotFit, NothingPreserved
   */
  run(
    actor: WorkerActor,
    caseId: string,
    id: string,
    version: number,
    move: TakedownMove,
    timeZone?: string,
  ): Promise<number> {
    return this.transactions.run(actor, async () => {
      const { row } = await this.opening.find(actor, 'takedown.change', caseId, id)
      if (!canMove(row.state, move.to)) throw new NoSuchStep()
      const now = this.clock.now()
      const at = move.to === 'entered_in_error' ? now : this.instantOf(move.on, row, now, timeZone)
      if (move.to === 'requested' && !move.unpreserved) await this.mustBePreserved(row)
      const change = await this.changeOf(row, move, at)
      if (!(await this.rows.change(actor, row, version, change, now))) throw new Stale()
      await this.rows.tell(actor, row, now, move.to, 'reason' in move ? move.reason : null)
      await this.setClocks(row, change)
      await this.opening.record('takedown.change', caseId, id)
      await this.outbox.add(new TakedownUpdated(id, caseId, move.to))
      return version + 1
    })
  }

  /**
   * Has evidence kept, or kept for longer.
   * @throws NotFound, Stale, NoSuchStep for what was noted in error, UntilDoesNotFit
   */
  preserve(
    actor: WorkerActor,
    caseId: string,
    id: string,
    version: number,
    { basis, until }: Preservation,
    timeZone?: string,
  ): Promise<number> {
    return this.transactions.run(actor, async () => {
      const { row } = await this.opening.find(actor, 'takedown.change', caseId, id)
      if (row.state === 'entered_in_error') throw new NoSuchStep()
      const now = this.clock.now()
      const preserveUntil = endOfDay(until, timeZone)
      const last = addDays(localTimeOf(now, timeZone).date, longestPreservationDays)
      if (preserveUntil <= now || until > last) throw new UntilDoesNotFit()
      const renews = row.preserveUntil !== null
      const change = {
        ...row,
        preservationBasis: basis,
        preservationAskedAt: row.preservationAskedAt ?? now,
        preserveUntil,
      }
      if (!(await this.rows.change(actor, row, version, change, now))) throw new Stale()
      await this.rows.tell(actor, row, now, renews ? 'renewed' : 'preserved', basis)
      await this.setClocks(row, change)
      await this.opening.record('takedown.change', caseId, id)
      await this.outbox.add(new TakedownUpdated(id, caseId, row.state))
      return version + 1
    })
  }

  private async mustBePreserved({ caseId, preserveUntil }: TakedownRow): Promise<void> {
    const isKept = preserveUntil !== null && preserveUntil > this.clock.now()
    if (!isKept && (await this.rows.policeAtWork(caseId))) throw new NothingPreserved()
  }

  private async changeOf(row: TakedownRow, move: TakedownMove, at: Date): Promise<TakedownChange> {
    const { id, caseId, takenUnder18 } = row
    const change = { ...row, state: move.to, reason: null }
    switch (move.to) {
      case 'requested':
        return {
          ...change,
          bases: move.bases,
          unpreserved: move.unpreserved && row.preserveUntil === null,
          requestedAt: at,
          answerDueAt: new Date(at.getTime() + answerHours[takenUnder18] * hour),
          // Asked anew: what came of it before stands in the story.
          acknowledgedAt: null,
          removedAt: null,
          refusedAt: null,
        }
      case 'acknowledged': {
        const [content] = await this.opening.contents(caseId, [row])
        const reference = move.reference ?? content?.reference ?? null
        return {
          ...change,
          acknowledgedAt: at,
          sealed:
            content === undefined
              ? row.sealed
              : await this.opening.seal(caseId, id, { ...content, reference }),
        }
      }
      case 'removed':
        return { ...change, removedAt: at }
      case 'refused':
        return { ...change, refusedAt: at, reason: move.reason }
      case 'reappeared':
        return { ...change, reappearedAt: at }
      case 'entered_in_error':
        return { ...change, reason: move.reason }
    }
  }

  // One timer each; whoever hears them looks at the request as it is then.
  private async setClocks({ id, caseId }: TakedownRow, to: TakedownChange): Promise<void> {
    const event = (type: string) => ({ type, subjectId: id, caseId, data: {} })
    if (to.state === 'requested' && to.answerDueAt !== null)
      await this.schedule.at(to.answerDueAt, event('takedown.unanswered'), 'answer')
    else await this.schedule.cancel(id, 'answer')
    if (to.state === 'entered_in_error' || to.preserveUntil === null)
      await this.schedule.cancel(id, 'preserve')
    else {
      const remindAt = new Date(to.preserveUntil.getTime() - remindDaysBefore * 24 * hour)
      await this.schedule.at(remindAt, event('takedown.preservation-ends'), 'preserve')
    }
  }

  // Told today, it was done now; told later, the clock runs from the beginning of that day.
  private instantOf(
    on: LocalDate,
    row: TakedownRow,
    now: Date,
    timeZone: string | undefined,
  ): Date {
    const today = localTimeOf(now, timeZone).date
    const before = row.state === 'noted' ? null : lastStepOf(row)
    const isTooEarly = before !== null && on < localTimeOf(before, timeZone).date
    if (on > today || isTooEarly) throw new DayDoesNotFit()
    return on === today ? now : startOfDay(on, timeZone)
  }
}

const lastStepOf = (row: TakedownRow): Date | null =>
  [row.requestedAt, row.acknowledgedAt, row.removedAt, row.refusedAt, row.reappearedAt]
    .filter((at) => at !== null)
    .toSorted((one, other) => other.getTime() - one.getTime())[0] ?? null

// The last minute of the day, so that the day people read is the day they agreed on.
const endOfDay = (day: LocalDate, timeZone: string | undefined): Date =>
  new Date(startOfDay(addDays(day, 1), timeZone).getTime() - 60_000)
