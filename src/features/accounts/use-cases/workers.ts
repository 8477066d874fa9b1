import { Injectable } from '@nestjs/common'
import type { Locale } from '../../../platform/i18n/index.js'
import type { Role, WorkerActor } from '../../../platform/access/actor.js'
import { actorOf, WorkerRows } from '../data/worker-rows.js'

/** A worker as colleagues see them. */
export interface NamedWorker {
  readonly displayName: string
  readonly position: string
  readonly unitId: string
  readonly unitName: string
}

/** Somebody who works here now, for what the service does in their name. */
export interface AtWork {
  readonly actor: WorkerActor
  readonly locale: Locale
  /** Of their unit. */
  readonly timeZone: string
}

/** Who works where. All inside an open transaction. */
@Injectable()
export class Workers {
  constructor(private readonly rows: WorkerRows) {}

  /** Names by id, of those who still work here and those who once did. */
  async named(ids: readonly string[]): Promise<Map<string, NamedWorker>> {
    if (ids.length === 0) return new Map()
    const rows = await this.rows.named([...new Set(ids)])
    return new Map(rows.map(({ id, ...worker }) => [id, worker]))
  }

  /** With rights as they stand now; undefined for who works here no longer. */
  async atWork(id: string): Promise<AtWork | undefined> {
    const row = await this.rows.atWork(id)
    return row && { actor: actorOf(row), locale: row.locale, timeZone: row.timeZone }
  }

  /** Everyone active in the unit, by name. */
  workersOfUnit(
    unitId: string,
  ): Promise<(NamedWorker & { readonly id: string; readonly roles: readonly Role[] })[]> {
    return this.rows.ofUnit(unitId)
  }
}
