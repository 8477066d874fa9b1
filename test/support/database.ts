import { beforeAll } from '@jest/globals'
import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { loadKeys, type Keys } from '../../src/platform/crypto/keys.js'

/** A database of its own for one spec file: a clone of the migrated template. */
export interface TestDatabase {
  /** As the service connects. */
  readonly appUrl: string
  /** As the owner connects. */
  readonly ownerUrl: string
  /** As a superuser: what a thief of the server could do. */
  readonly adminUrl: string
  readonly keys: Keys
}

const env = (name: string): string => {
  const value = process.env[name]
  if (value === undefined) throw new Error('Run the tests with `npm test -- <pattern>`')
  return value
}

const into = (url: string, database: string): string => {
  const changed = new URL(url)
  changed.pathname = `/${database}`
  return changed.toString()
}

/** It is gone with the server at the end of the run. */
export const cloneDatabase = async (): Promise<TestDatabase> => {
  const name = `test_${randomBytes(6).toString('hex')}`
  await asAdmin(`CREATE DATABASE ${name} TEMPLATE ben_an OWNER ben_an_owner`)
  return {
    appUrl: into(env('TEST_APP_URL'), name),
    ownerUrl: into(env('TEST_OWNER_URL'), name),
    adminUrl: into(env('TEST_ADMIN_URL'), name),
    keys: await loadKeys(env('TEST_KEY_FILE')),
  }
}

const asAdmin = async (text: string): Promise<void> => {
  const client = new pg.Client({ connectionString: env('TEST_ADMIN_URL') })
  await client.connect()
  try {
    await client.query(text)
  } finally {
    await client.end()
  }
}

/** Gives the spec file its database before its tests. */
export const useDatabase = (): (() => TestDatabase) => {
  let database: TestDatabase | undefined
  beforeAll(async () => {
    database = await cloneDatabase()
  })
  return () => {
    if (database === undefined) throw new Error('the database is there once the tests run')
    return database
  }
}
