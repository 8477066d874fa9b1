import { afterAll, beforeAll } from '@jest/globals'
import type { FastifyRequest } from 'fastify'
import pg from 'pg'
import { DataSource } from 'typeorm'
import { useDatabase } from '../../../../test/support/database.js'
import { World } from '../../../../test/support/world.js'
import { AuditTrail } from '../../../platform/audit/index.js'
import { Clock } from '../../../platform/clock/clock.js'
import { readConfig } from '../../../platform/config/config.js'
import { dataSourceOptions } from '../../../platform/database/data-source.js'
import { Database, Transactions } from '../../../platform/database/transactions.js'
import { FormDrafts } from '../../../platform/web/form-drafts.js'
import { DeviceRows } from '../data/device-rows.js'
import { HeldFormRows } from '../data/held-form-rows.js'
import { SessionRows } from '../data/session-rows.js'
import { ThrottleRows } from '../data/throttle-rows.js'
import { WorkerEntity } from '../data/worker.entity.js'
import { WorkerRows } from '../data/worker-rows.js'
import { ChangePassword } from '../use-cases/change-password.js'
import { EndSession } from '../use-cases/end-session.js'
import { HeldForms } from '../use-cases/held-forms.js'
import { LockSession, UnlockSession } from '../use-cases/lock-session.js'
import { OwnPassword } from '../use-cases/own-password.js'
import { Passwords } from '../use-cases/passwords.js'
import { ProvePassword } from '../use-cases/prove-password.js'
import { SessionCookies } from '../use-cases/session-cookies.js'
import { SessionSignIns } from '../use-cases/session-sign-ins.js'
import { SessionStrategy } from '../use-cases/session.strategy.js'
import { SignInThrottle } from '../use-cases/sign-in-throttle.js'
import { StartSession } from '../use-cases/start-session.js'

/** A clock that goes only when it is told to. */
class HandClock extends Clock {
  private at = new Date()

  now(): Date {
    return this.at
  }

  forward(milliseconds: number): void {
    this.at = new Date(this.at.getTime() + milliseconds)
  }
}

/** What waits for its own form is another matter, told elsewhere. */
class NoDrafts extends FormDrafts {
  override onPage = async () => []
  override keep = async () => null
  override sent = async () => undefined
  override gather = async () => true
  override gathered = async () => null
  override forgetOld = async () => undefined
}

export const minutes = (count: number): number => count * 60_000
export const hours = (count: number): number => minutes(count * 60)

/** Signing in on a database of its own, with a clock in the hand. */
export type Accounts = Awaited<ReturnType<typeof startAccounts>>

const startAccounts = async ({
  appUrl,
  ownerUrl,
  keys,
}: ReturnType<ReturnType<typeof useDatabase>>) => {
  const dataSource = await new DataSource({
    ...dataSourceOptions(appUrl, 4),
    entities: [WorkerEntity],
  }).initialize()
  const owner = new pg.Client({ connectionString: ownerUrl })
  // The database is dropped under the connection when the tests are over.
  owner.on('error', () => undefined)
  await owner.connect()

  const config = readConfig({ IDLE_MINUTES: '10' })
  const clock = new HandClock()
  const database = new Database()
  const transactions = new Transactions(dataSource, keys, clock)
  const audit = new AuditTrail(transactions, database)
  const [workers, sessions, devices] = [
    new WorkerRows(database),
    new SessionRows(database),
    new DeviceRows(database),
  ]
  const heldRows = new HeldFormRows(database)
  const cookies = new SessionCookies(config)
  const passwords = new Passwords(keys)
  const throttle = new SignInThrottle(new ThrottleRows(database), clock, keys)
  const ownPassword = new OwnPassword(transactions, workers, throttle, passwords, audit)
  const heldForms = new HeldForms(transactions, heldRows, sessions, cookies, clock, keys)
  // Makes itself known to passport.
  new SessionStrategy(transactions, sessions, cookies, audit, clock, config)

  return {
    clock,
    owner,
    transactions,
    database,
    heldForms,
    cookies,
    given: new World(owner, keys.pepper),
    signIns: new SessionSignIns(heldForms, new NoDrafts()),
    startSession: new StartSession(transactions, sessions, devices, audit, clock),
    endSession: new EndSession(transactions, sessions, heldRows, audit),
    lockSession: new LockSession(transactions, sessions, audit, clock),
    unlockSession: new UnlockSession(transactions, sessions, ownPassword, audit, clock),
    provePassword: new ProvePassword(
      transactions,
      workers,
      devices,
      sessions,
      heldRows,
      new NoDrafts(),
      throttle,
      passwords,
      audit,
      clock,
    ),
    changePassword: new ChangePassword(
      transactions,
      database,
      workers,
      sessions,
      devices,
      ownPassword,
      passwords,
      audit,
      clock,
    ),
    stop: async () => {
      await dataSource.destroy()
      await owner.end()
    },
  }
}

export const useAccounts = (): (() => Accounts) => {
  const database = useDatabase()
  let accounts: Accounts | undefined
  beforeAll(async () => {
    accounts = await startAccounts(database())
  })
  afterAll(() => accounts?.stop())
  return () => {
    if (accounts === undefined) throw new Error('accounts are there once the tests run')
    return accounts
  }
}

interface Asking {
  readonly cookie?: string
  readonly bearer?: string
  readonly mode?: string
  readonly url?: string
  readonly body?: object
}

/** A request as far as signing in looks at it. */
export const aRequest = ({ cookie, bearer, mode, url = '/cases', body }: Asking): FastifyRequest =>
  // Only these parts of a request are ever read.
  ({
    url,
    body,
    ip: '203.0.113.7',
    cookies: cookie === undefined ? {} : { '__Host-ben-an': cookie },
    headers: {
      ...(bearer === undefined ? {} : { authorization: `Bearer ${bearer}` }),
      ...(mode === undefined ? {} : { 'sec-fetch-mode': mode }),
    },
  }) as unknown as FastifyRequest
