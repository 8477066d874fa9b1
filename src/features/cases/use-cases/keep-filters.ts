import { Injectable } from '@nestjs/common'
import { randomUUID } from 'node:crypto'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { decide } from '../../../platform/access/decide.js'
import { AuditTrail } from '../../../platform/audit/index.js'
import { Clock } from '../../../platform/clock/clock.js'
import { Transactions } from '../../../platform/database/transactions.js'
import { NotFound } from '../../../platform/errors/not-found.js'
import { SavedFilters, type SavedFilter } from '../data/saved-filters.js'
import { mostSavedFilters, TooManySavedFilters } from '../domain/saved-filter.errors.js'

export type { SavedFilter } from '../data/saved-filters.js'

/** As long as the name of a kept filter may be. */
export const longestFilterName = 60

/** Filters of the work list that a worker keeps, seen by nobody else. */
@Injectable()
export class KeepFilters {
  constructor(
    private readonly transactions: Transactions,
    private readonly filters: SavedFilters,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** The actor's own, the oldest first. @throws NotFound */
  async all(actor: WorkerActor): Promise<SavedFilter[]> {
    this.mustList(actor)
    return this.transactions.run(actor, () => this.filters.of(actor.workerId))
  }

  /** Keeps one more. @returns its id. @throws NotFound, TooManySavedFilters */
  async add(actor: WorkerActor, name: string, query: SavedFilter['query']): Promise<string> {
    this.mustList(actor)
    return this.transactions.run(actor, async () => {
      const known = await this.filters.of(actor.workerId)
      if (known.length >= mostSavedFilters)
        throw new TooManySavedFilters({ most: mostSavedFilters })
      const id = randomUUID()
      await this.filters.insert(actor.workerId, { id, name, query }, this.clock.now())
      await this.record('filter.keep', id)
      return id
    })
  }

  /** @throws NotFound for what is not the actor's */
  async rename(actor: WorkerActor, id: string, name: string): Promise<void> {
    await this.change(actor, id, 'filter.rename', () => this.filters.rename(id, name))
  }

  /** @throws NotFound for what is not the actor's */
  async remove(actor: WorkerActor, id: string): Promise<void> {
    await this.change(actor, id, 'filter.remove', () => this.filters.remove(id))
  }

  private async change(
    actor: WorkerActor,
    id: string,
    action: string,
    work: () => Promise<boolean>,
  ): Promise<void> {
    this.mustList(actor)
    await this.transactions.run(actor, async () => {
      if (!(await work())) throw new NotFound('case.list', 'saved-filter', id)
      await this.record(action, id)
    })
  }

  private record(action: string, id: string): Promise<void> {
    return this.audit.record({ action, subject: { type: 'saved-filter', id } })
  }

  private mustList(actor: WorkerActor): void {
    if (!decide(actor, 'case.list', { now: this.clock.now() }).allowed)
      throw new NotFound('case.list', 'case', null)
  }
}
