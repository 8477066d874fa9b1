import type { Type } from '@nestjs/common'
import type pg from 'pg'
import { useApp } from '../../../../test/support/app.js'
import type { TestUnit } from '../../../../test/support/world.js'
import type { Role, WorkerActor } from '../../../platform/access/actor.js'

/** The whole service, spoken to through its use cases. */
export interface FindingWorld {
  /** The owner's connection: looks behind the walls. */
  readonly owner: pg.Client
  find<Provider>(type: Type<Provider>): Provider
  aUnit(): Promise<TestUnit>
  aWorker(unit: TestUnit, ...roles: readonly Role[]): Promise<WorkerActor>
  /** Declares a conflict of interest. */
  block(worker: WorkerActor, caseId: string): Promise<void>
  /** What was recorded about a case, in order. */
  trailOf(caseId: string): Promise<{ action: string; actorId: string }[]>
  /** Types of the events told about a case, in order. */
  eventsOf(caseId: string): Promise<string[]>
}

export const useFinding = (): (() => FindingWorld) => {
  const test = useApp()
  return () => {
    const { app, owner, given } = test()
    return {
      owner,
      find: (type) => app.get(type, { strict: false }),
      aUnit: () => given.aUnit('child-protection'),
      aWorker: async (unit, ...roles) =>
        (await given.aWorker(unit, roles.length === 0 ? ['caseworker'] : roles)).actor,
      block: async ({ workerId }, caseId) => {
        await owner.query(
          `INSERT INTO case_block (worker_id, case_id, reason) VALUES ($1, $2, 'relative')`,
          [workerId, caseId],
        )
      },
      trailOf: async (caseId) => {
        const { rows } = await owner.query<{ action: string; actorId: string }>(
          `SELECT action, actor_id AS "actorId" FROM audit_entry WHERE case_id = $1 ORDER BY xid, id`,
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
    }
  }
}
