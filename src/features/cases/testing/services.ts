import { afterAll, beforeAll } from '@jest/globals'
import { Global, Module, type Type } from '@nestjs/common'
import { Test, type TestingModule } from '@nestjs/testing'
import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { useDatabase } from '../../../../test/support/database.js'
import type { Role, WorkerActor } from '../../../platform/access/actor.js'
import type { Sector } from '../../../platform/access/sectors.js'
import { Clock } from '../../../platform/clock/clock.js'
import { readConfig } from '../../../platform/config/config.js'
import { Outbox } from '../../../platform/outbox/index.js'
import { OutboxBell } from '../../../platform/outbox/outbox-bell.js'
import { Schedule } from '../../../platform/schedule/index.js'
import { PlatformModule } from '../../../platform/platform.module.js'
import { FormDrafts } from '../../../platform/web/form-drafts.js'
import { insertAgency, insertUnit, type StoredUnit } from '../../directory/testing/units.js'

/** A clock that a test sets forward by hand; it begins with the machine's. */
class HandClock extends Clock {
  private ahead = 0

  now(): Date {
    return new Date(Date.now() + this.ahead)
  }

  passDays(days: number): void {
    this.ahead += days * 86_400_000
  }

  /** Back to the machine's time. */
  reset(): void {
    this.ahead = 0
  }
}

// Events are written and timers set; nobody carries them here.
@Global()
@Module({
  // Nor does anybody type into pages.
  providers: [OutboxBell, Outbox, Schedule, { provide: FormDrafts, useValue: {} }],
  exports: [Outbox, Schedule, FormDrafts],
})
class OutboxOnly {}

/** Use cases on a database of their own. */
export interface Services {
  readonly clock: HandClock
  /** The owner's connection: looks behind the walls. */
  readonly owner: pg.Client
  find<Provider>(type: Type<Provider>): Provider
  aUnit(sector?: Sector): Promise<StoredUnit>
  aWorker(unit: StoredUnit, ...roles: readonly Role[]): Promise<WorkerActor>
  /** Declares a conflict of interest. */
  block(worker: WorkerActor, caseId: string): Promise<void>
  /** Action and outcome of what was recorded about a case, in order. */
  trailOf(caseId: string): Promise<{ action: string; sections: number; actorId: string }[]>
  /** Types of the events told about a case, in order. */
  eventsOf(caseId: string): Promise<string[]>
}

/** Gives the spec file the modules it is about, with the platform and a database of their own. */
export const useServices = (...modules: readonly Type[]): (() => Services) => {
  const database = useDatabase()
  let services: (Services & { readonly app: TestingModule }) | undefined

  beforeAll(async () => {
    const { appUrl, ownerUrl, keys } = database()
    const clock = new HandClock()
    const config = readConfig({ DATABASE_POOL: '4' })
    const app = await Test.createTestingModule({
      imports: [PlatformModule.for({ config, keys, appUrl, clock }), OutboxOnly, ...modules],
    }).compile()
    await app.init()
    const owner = new pg.Client({ connectionString: ownerUrl })
    // The database is dropped under the connection when the tests are over.
    owner.on('error', () => undefined)
    await owner.connect()
    services = { app, clock, owner, ...handsOn(app, owner) }
  })
  afterAll(async () => {
    await services?.app.close()
    await services?.owner.end()
  })

  return () => {
    if (services === undefined) throw new Error('the services are there once the tests run')
    return services
  }
}

const handsOn = (app: TestingModule, owner: pg.Client): Omit<Services, 'clock' | 'owner'> => ({
  find: (type) => app.get(type, { strict: false }),
  aUnit: async (sector = 'child-protection') =>
    insertUnit(owner, { agencyId: await insertAgency(owner), sector }),
  aWorker: async (unit, ...roles) => {
    const workerId = randomUUID()
    const worn = roles.length === 0 ? (['caseworker'] as const) : roles
    await owner.query(
      'INSERT INTO worker (id, unit_id, login, display_name, roles) VALUES ($1, $2, $3, $4, $5)',
      [workerId, unit.id, `w-${workerId}`, 'Lê Thị Hạnh', worn],
    )
    return {
      kind: 'worker',
      workerId,
      unitId: unit.id,
      agencyId: unit.agencyId,
      sector: unit.sector,
      roles: worn,
      principals: worn.includes('supervisor') ? [workerId, unit.supervisionId] : [workerId],
    }
  },
  block: async ({ workerId }, caseId) => {
    await owner.query('INSERT INTO case_block (worker_id, case_id, reason) VALUES ($1, $2, $3)', [
      workerId,
      caseId,
      'relative',
    ])
  },
  trailOf: async (caseId) => {
    const { rows } = await owner.query<{ action: string; sections: number; actorId: string }>(
      `SELECT action, sections, actor_id AS "actorId" FROM audit_entry
        WHERE case_id = $1 ORDER BY xid, id`,
      [caseId],
    )
    return rows
  },
  eventsOf: async (caseId) => {
    const { rows } = await owner.query<{ type: string }>(
      'SELECT type FROM outbox_event WHERE case_id = $1 ORDER BY created_at, id',
      [caseId],
    )
    return rows.map(({ type }) => type)
  },
})
