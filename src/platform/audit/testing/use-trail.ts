import { afterAll, beforeAll } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { DataSource } from 'typeorm'
import { useDatabase } from '../../../../test/support/database.js'
import type { Role, WorkerActor } from '../../access/actor.js'
import { SystemClock } from '../../clock/clock.js'
import type { Keys } from '../../crypto/keys.js'
import { dataSourceOptions } from '../../database/data-source.js'
import { Database, Transactions } from '../../database/transactions.js'
import { AuditSealer } from '../audit-sealer.js'
import { AuditTrail } from '../audit-trail.js'
import type { AuditBatch } from '../batch.js'

/** The trail on a database of its own, and a thief who holds the server. */
export interface TrailWorld {
  readonly keys: Keys
  readonly transactions: Transactions
  readonly database: Database
  readonly trail: AuditTrail
  readonly sealer: AuditSealer
  /** A superuser's connection. */
  readonly thief: pg.Client
  readonly ownerUrl: string
  /** Seals until no entry is left, however long transactions elsewhere on the server hold it up. */
  sealEverything(): Promise<AuditBatch[]>
  /** What the thief does where no trigger fires. */
  tamper(text: string, values?: readonly unknown[]): Promise<void>
}

export const useTrail = (): (() => TrailWorld) => {
  const database = useDatabase()
  let world: (TrailWorld & { dataSource: DataSource }) | undefined

  beforeAll(async () => {
    const { appUrl, adminUrl, ownerUrl, keys } = database()
    const dataSource = await new DataSource(dataSourceOptions(appUrl, 12)).initialize()
    const clock = new SystemClock()
    const transactions = new Transactions(dataSource, keys, clock)
    const asked = new Database()
    const thief = new pg.Client({ connectionString: adminUrl })
    // The database is dropped under the connection when the tests are over.
    thief.on('error', () => undefined)
    await thief.connect()
    const sealer = new AuditSealer(transactions, asked, keys, clock)
    const isSealed = async (): Promise<boolean> => {
      const { rows } = await thief.query<{ sealed: boolean }>(
        `SELECT NOT EXISTS (SELECT FROM audit_entry WHERE (generation, xid) >= ALL (
           SELECT generation, to_xid FROM audit_batch ORDER BY seq DESC LIMIT 1)) AS sealed`,
      )
      return rows[0]?.sealed ?? false
    }
    world = {
      keys,
      transactions,
      database: asked,
      trail: new AuditTrail(transactions, asked),
      sealer,
      sealEverything: async () => {
        const batches: AuditBatch[] = []
        while (!(await isSealed())) {
          const batch = await sealer.sealNow()
          if (batch !== null) batches.push(batch)
        }
        return batches
      },
      thief,
      ownerUrl,
      dataSource,
      tamper: async (text, values = []) => {
        await thief.query('SET session_replication_role = replica')
        try {
          await thief.query(text, [...values])
        } finally {
          await thief.query('SET session_replication_role = origin')
        }
      },
    }
  })
  afterAll(async () => {
    await world?.dataSource.destroy()
    await world?.thief.end()
  })

  return () => {
    if (world === undefined) throw new Error('the trail is there once the tests run')
    return world
  }
}

/** Somebody at work, whom the database knows by nothing but the signature. */
export const aWorker = (...roles: readonly Role[]): WorkerActor => {
  const workerId = randomUUID()
  return {
    kind: 'worker',
    workerId,
    unitId: randomUUID(),
    agencyId: randomUUID(),
    sector: 'hotline',
    roles,
    principals: [workerId],
  }
}
