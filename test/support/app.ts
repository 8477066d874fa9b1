import { afterAll, beforeAll } from '@jest/globals'
import { DiscoveryService } from '@nestjs/core'
import type { NestFastifyApplication } from '@nestjs/platform-fastify'
import { join } from 'node:path'
import pg from 'pg'
import { createApp } from '../../src/create-app.js'
import { readConfig } from '../../src/platform/config/config.js'
import { DeliverEvent } from '../../src/platform/outbox/deliver-event.js'
import { EventConsumer } from '../../src/platform/outbox/event-consumer.js'
import { EventConsumers } from '../../src/platform/outbox/event-consumers.js'
import { DueTimers } from '../../src/platform/schedule/index.js'
import { ApiClient } from './api-client.js'
import { Browser } from './browser.js'
import { cloneDatabase, type TestDatabase } from './database.js'
import { sessionFor } from './sessions.js'
import { TestClock } from './test-clock.js'
import { World, type TestWorker } from './world.js'

/** A running service on a database of its own, and hands to use it with. */
export interface TestApp {
  readonly app: NestFastifyApplication
  readonly database: TestDatabase
  /** Makes agencies, units and workers. */
  readonly given: World
  /** The owner's connection: to look behind the walls. */
  readonly owner: pg.Client
  /** A signed-in browser without JavaScript: follows redirects, keeps cookies, fills in forms. */
  browserOf(worker: TestWorker): Promise<Browser>
  /** A browser in which nobody is signed in. */
  stranger(): Browser
  /** The API with a bearer token of this worker; without a worker, with none. */
  apiOf(worker?: TestWorker): Promise<ApiClient>
  /** Delivers every event that waits in the outbox, until none is left. */
  deliverAll(): Promise<void>
  /** What the service takes for the time. */
  readonly clock: TestClock
  /**
   * Lets time come to `now`: on the way the clock stands at each timer that is due, which rings, and
   * what follows is delivered. Sessions grow old meanwhile; sign in anew afterwards.
   */
  ringTimers(now: Date): Promise<void>
}

export const env = (name: string): string => {
  const value = process.env[name]
  if (value === undefined) throw new Error('Run the tests with `npm test -- <pattern>`')
  return value
}

/**
 * Gives the spec file its service before its tests and ends it after them. `prepare` fills the
 * database before the service starts.
 */
export const useApp = (
  settings: NodeJS.ProcessEnv = {},
  prepare: (database: TestDatabase) => Promise<unknown> = async () => undefined,
): (() => TestApp) => {
  let test: TestApp | undefined
  beforeAll(async () => {
    test = await startApp(settings, prepare)
  }, 180_000)
  afterAll(async () => {
    await test?.app.close()
    await test?.owner.end()
  })
  return () => {
    if (test === undefined) throw new Error('the service is there once the tests run')
    return test
  }
}

const startApp = async (
  settings: NodeJS.ProcessEnv,
  prepare: (database: TestDatabase) => Promise<unknown>,
): Promise<TestApp> => {
  const database = await cloneDatabase()
  await prepare(database)
  // Deliveries are made by hand, so that no test has to wait for a clock.
  const config = readConfig({ PROCESS: 'web', LOG_LEVEL: 'error', DATABASE_POOL: '6', ...settings })
  const clock = new TestClock()
  const runtime = { config, keys: database.keys, appUrl: database.appUrl, clock }
  const app = await createApp(runtime, join(env('TEST_BUILD'), 'assets'))
  await app.init()
  await app.getHttpAdapter().getInstance().ready()
  const owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
  return {
    app,
    database,
    owner,
    given: new World(owner, database.keys.pepper),
    browserOf: async (worker) => Browser.with(app, (await sessionFor(app, worker, 'cookie')).token),
    stranger: () => Browser.with(app),
    apiOf: async (worker) =>
      new ApiClient(app, worker && (await sessionFor(app, worker, 'bearer')).token),
    deliverAll: () => deliverAll(app, owner),
    clock,
    ringTimers: async (now) => {
      const timers = app.get(DueTimers, { strict: false })
      await deliverAll(app, owner)
      for (;;) {
        const next = await timers.next()
        if (next === null || next > now) break
        clock.comeTo(next)
        await timers.run(next > clock.now() ? next : clock.now())
        await deliverAll(app, owner)
      }
      clock.comeTo(now)
    },
  }
}

const deliverAll = async (app: NestFastifyApplication, owner: pg.Client): Promise<void> => {
  const consumers = app.get(EventConsumers, { strict: false })
  if (!registered.has(app)) {
    for (const { instance } of app.get(DiscoveryService, { strict: false }).getProviders())
      if (instance instanceof EventConsumer) consumers.add(instance)
    registered.add(app)
  }
  const deliver = app.get(DeliverEvent, { strict: false })
  for (;;) {
    const { rows } = await owner.query<{ id: string }>(
      `SELECT id FROM outbox_event WHERE acknowledged_at IS NULL AND failed_at IS NULL
        ORDER BY created_at, id`,
    )
    if (rows.length === 0) return
    for (const { id } of rows) await deliver.run(id)
  }
}

const registered = new WeakSet<NestFastifyApplication>()
