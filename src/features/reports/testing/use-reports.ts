import { afterAll, beforeAll } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { DataSource } from 'typeorm'
import { useDatabase } from '../../../../test/support/database.js'
import type { Role, WorkerActor } from '../../../platform/access/actor.js'
import { AuditTrail } from '../../../platform/audit/index.js'
import { Clock, SystemClock } from '../../../platform/clock/clock.js'
import { dataSourceOptions } from '../../../platform/database/data-source.js'
import { Database, Transactions } from '../../../platform/database/transactions.js'
import { Agency } from '../../directory/data/agency.entity.js'
import { Unit } from '../../directory/data/unit.entity.js'
import {
  insertAgency,
  insertUnit,
  type NewUnit,
  type StoredUnit,
} from '../../directory/testing/units.js'

/** A Wednesday. */
const now = new Date('2026-11-18T09:00:00+07:00')

const hour = 3_600_000

export const hoursAgo = (hours: number): Date => new Date(now.getTime() - hours * hour)

/** A clock that stands. */
export class StandingClock extends Clock {
  now(): Date {
    return now
  }
}

interface NewReferral {
  readonly from?: StoredUnit
  readonly to?: StoredUnit
  readonly service?: string
  readonly status?: string
  readonly sentAt?: Date | null
  readonly answeredAt?: Date | null
  readonly answerDueAt?: Date | null
  readonly handlerId?: string | null
  readonly claimedBy?: string | null
}

/** What a story about figures is made of. */
export interface ReportsWorld {
  readonly database: Database
  readonly transactions: Transactions
  readonly audit: AuditTrail
  readonly owner: pg.Client
  readonly aUnit: (unit?: Omit<NewUnit, 'agencyId'>) => Promise<StoredUnit>
  readonly someone: (
    unit: StoredUnit,
    roles: readonly Role[],
    scope?: string | null,
  ) => Promise<WorkerActor>
  readonly aCase: (unit: StoredUnit, leadId: string, risk?: string) => Promise<string>
  readonly aReferral: (referral?: NewReferral) => Promise<string>
}

export const useReports = (): (() => ReportsWorld) => {
  const database = useDatabase()
  let world: (ReportsWorld & { dataSource: DataSource }) | undefined

  beforeAll(async () => {
    const { appUrl, ownerUrl, keys } = database()
    const dataSource = await new DataSource({
      ...dataSourceOptions(appUrl, 6),
      entities: [Agency, Unit],
    }).initialize()
    const owner = new pg.Client({ connectionString: ownerUrl })
    // The database is dropped under the connection when the tests are over.
    owner.on('error', () => undefined)
    await owner.connect()
    const transactions = new Transactions(dataSource, keys, new SystemClock())
    const asked = new Database()
    const agencyId = await insertAgency(owner)
    let count = 0

    const aUnit: ReportsWorld['aUnit'] = (unit = {}) => insertUnit(owner, { agencyId, ...unit })
    const someone: ReportsWorld['someone'] = async (unit, roles, scope = null) => {
      const workerId = randomUUID()
      await owner.query(
        `INSERT INTO worker (id, unit_id, login, display_name, roles, scope_province)
         VALUES ($1, $2, $1::uuid::text, $3, $4, $5)`,
        [workerId, unit.id, `Người ${(count += 1)}`, [...roles], scope],
      )
      return {
        kind: 'worker',
        workerId,
        unitId: unit.id,
        agencyId,
        sector: unit.sector,
        roles,
        principals: roles.includes('supervisor') ? [workerId, unit.supervisionId] : [workerId],
      }
    }
    const aCase: ReportsWorld['aCase'] = async (unit, leadId, risk = 'medium') => {
      const id = randomUUID()
      await owner.query(
        `INSERT INTO cases (id, number, unit_id, lead_worker_id, risk_level, age_band, sex,
                            opened_at, updated_at)
         VALUES ($1, $1::uuid::text, $2, $3, $4, '16-17', 'female', $5, $5)`,
        [id, unit.id, leadId, risk, now],
      )
      await owner.query('SELECT guard.project_case($1)', [id])
      return id
    }
    const aReferral: ReportsWorld['aReferral'] = async ({
      from,
      to,
      service = 'LEGAL',
      status = 'requested',
      sentAt = hoursAgo(1),
      answeredAt = null,
      answerDueAt = sentAt === null ? null : new Date(sentAt.getTime() + 24 * hour),
      handlerId = null,
      claimedBy = null,
    } = {}) => {
      const sender = from ?? (await aUnit())
      const receiver = to ?? (await aUnit({ sector: 'legal-aid' }))
      const { workerId } = await someone(sender, ['caseworker'])
      const caseId = await aCase(sender, workerId)
      const [consentId, id] = [randomUUID(), randomUUID()]
      await owner.query(
        `INSERT INTO consent (id, case_id, legal_basis, given_by, mode, recipient_unit_id, sections,
                              purpose, given_at, valid_until, recorded_by, created_at)
         VALUES ($1, $2, 'consent', 'person', 'written', $3, 1, 'service', $4,
                 $4::timestamptz + interval '1 year', $5, $4)`,
        [consentId, caseId, receiver.id, hoursAgo(24 * 400), workerId],
      )
      await owner.query(
        `INSERT INTO referral (id, number, case_id, from_unit_id, from_worker_id, to_unit_id, service,
           urgency, status, consent_id, sent_at, answer_due_at, answered_at, handler_id, claimed_by,
           created_at, updated_at)
         VALUES ($1, $1::uuid::text, $2, $3, $4, $5, $6, 'urgent', $7, $8, $9, $10, $11, $12, $13, $14, $14)`,
        [
          id,
          caseId,
          sender.id,
          workerId,
          receiver.id,
          service,
          status,
          consentId,
          sentAt,
          answerDueAt,
          answeredAt,
          handlerId,
          claimedBy,
          now,
        ],
      )
      return id
    }

    world = {
      database: asked,
      transactions,
      audit: new AuditTrail(transactions, asked),
      owner,
      dataSource,
      aUnit,
      someone,
      aCase,
      aReferral,
    }
  })
  afterAll(async () => {
    await world?.dataSource.destroy()
    await world?.owner.end()
  })

  return () => {
    if (world === undefined) throw new Error('the world is there once the tests run')
    return world
  }
}
