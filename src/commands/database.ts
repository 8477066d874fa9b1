import { readConfig } from '../platform/config/config.js'
import { loadKeys } from '../platform/crypto/keys.js'
import { bringUpToDate } from '../platform/database/engine.js'
import { migrateBack, prepareRoles } from '../platform/database/prepare.js'
import { WrongCall, type Command } from './command.js'

const ownerUrl = (): string => {
  const { DATABASE_OWNER_URL } = readConfig({ ...process.env, PROCESS: 'web' })
  if (DATABASE_OWNER_URL === undefined) throw new WrongCall('Set DATABASE_OWNER_URL')
  return DATABASE_OWNER_URL
}

/** Makes roles, database and schema on a PostgreSQL that is not the embedded one. */
export const databasePrepare: Command = {
  summary: 'create roles and database on a PostgreSQL 18 of yours, then migrate',
  usage:
    'Reads DATABASE_ADMIN_URL (a superuser), DATABASE_OWNER_URL and DATABASE_URL: creates the two roles\n' +
    'and the database these name, with the passwords these hold, and brings the schema up to date.',
  options: {},
  run: async ({ say }) => {
    const config = readConfig({ ...process.env, PROCESS: 'web' })
    const { DATABASE_ADMIN_URL: admin, DATABASE_OWNER_URL: owner, DATABASE_URL: app } = config
    if (admin === undefined || owner === undefined || app === undefined)
      throw new WrongCall('Set DATABASE_ADMIN_URL, DATABASE_OWNER_URL and DATABASE_URL')
    await prepareRoles({ admin, owner, app })
    await bringUpToDate(owner, await loadKeys(config.KEY_FILE))
    say('The database is ready.')
    return 0
  },
}

/** Brings the schema up to date as its owner. */
export const databaseMigrate: Command = {
  summary: 'bring the schema up to date as its owner (DATABASE_OWNER_URL)',
  usage: 'Safe to repeat and to run from several places at once. --back takes back the last step.',
  options: { back: { type: 'boolean' } },
  run: async ({ values, say }) => {
    if (values['back'] === true) {
      await migrateBack(ownerUrl())
      say('The last migration was taken back.')
      return 0
    }
    const { KEY_FILE } = readConfig({ ...process.env, PROCESS: 'web' })
    await bringUpToDate(ownerUrl(), await loadKeys(KEY_FILE))
    say('The schema is up to date.')
    return 0
  },
}
