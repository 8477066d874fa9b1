import pg from 'pg'
import { DataSource } from 'typeorm'
import { migrations } from '../../../migrations/index.js'
import { paddedKey } from '../access/actor-context.js'
import { statementTimeoutMs } from './data-source.js'

/** Makes database and roles, as a superuser. Safe to repeat; passwords are set anew each time. */
export const prepareRoles = async (urls: {
  admin: string
  owner: string
  app: string
}): Promise<void> => {
  const owner = new URL(urls.owner)
  const app = new URL(urls.app)
  const database = owner.pathname.slice(1)
  const admin = await connect(urls.admin)
  try {
    await ensureRole(admin, owner.username, decodeURIComponent(owner.password))
    await ensureRole(admin, app.username, decodeURIComponent(app.password))
    if (app.username !== 'ben_an_app') {
      await ensureRole(admin, 'ben_an_app')
      await admin.query(`GRANT ben_an_app TO ${pg.escapeIdentifier(app.username)}`)
    }
    const { rowCount } = await admin.query('SELECT FROM pg_database WHERE datname = $1', [database])
    if (rowCount === 0) {
      await admin.query(
        `CREATE DATABASE ${pg.escapeIdentifier(database)} OWNER ${pg.escapeIdentifier(owner.username)}`,
      )
    }
    await admin.query(`REVOKE ALL ON DATABASE ${pg.escapeIdentifier(database)} FROM PUBLIC`)
    await admin.query(`GRANT CONNECT ON DATABASE ${pg.escapeIdentifier(database)} TO ben_an_app`)
  } finally {
    await admin.end()
  }
}

const ensureRole = async (admin: pg.Client, name: string, password?: string): Promise<void> => {
  const { rowCount } = await admin.query('SELECT FROM pg_roles WHERE rolname = $1', [name])
  const role = pg.escapeIdentifier(name)
  if (rowCount === 0) await admin.query(`CREATE ROLE ${role} NOSUPERUSER NOBYPASSRLS NOCREATEROLE`)
  if (password !== undefined)
    await admin.query(`ALTER ROLE ${role} LOGIN PASSWORD ${pg.escapeLiteral(password)}`)
}

const connect = async (url: string): Promise<pg.Client> => {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 })
  client.on('error', () => undefined)
  await client.connect()
  return client
}

// Any number; it only has to be the same for all who migrate.
const migrationLock = 620_031_101

/** Brings the schema up to date as its owner; several processes may ask at once. */
export const migrate = async (ownerUrl: string): Promise<readonly string[]> => {
  const dataSource = ownerDataSource(ownerUrl)
  await dataSource.initialize()
  const runner = dataSource.createQueryRunner()
  try {
    await runner.query('SELECT pg_advisory_lock($1)', [migrationLock])
    const done = await dataSource.runMigrations({ transaction: 'each' })
    return done.map(({ name }) => name)
  } finally {
    await runner.query('SELECT pg_advisory_unlock($1)', [migrationLock]).catch(() => undefined)
    await runner.release()
    await dataSource.destroy()
  }
}

/** Takes back the last migration. */
export const migrateBack = async (ownerUrl: string): Promise<void> => {
  const dataSource = await ownerDataSource(ownerUrl).initialize()
  await dataSource.undoLastMigration({ transaction: 'each' })
  await dataSource.destroy()
}

const ownerDataSource = (url: string): DataSource =>
  new DataSource({
    type: 'postgres',
    url,
    migrations,
    migrationsTableName: 'migration',
    poolSize: 2,
    extra: { options: '-c lock_timeout=3s', statement_timeout: statementTimeoutMs * 20 },
  })

/**
 * After a restore transaction numbers may begin anew; the audit trail must know before the first entry
 * is written.
 */
export const noticeRestore = async (ownerUrl: string): Promise<void> => {
  const client = await connect(ownerUrl)
  try {
    await client.query('SELECT guard.notice_restore()')
  } finally {
    await client.end()
  }
}

/** The database was set up with other keys: with these, nothing sealed in it could be read again. */
export class KeysOfAnotherDatabase extends Error {
  constructor() {
    super('KEY_FILE does not hold the keys of this database. Bring the right key file back.')
  }
}

/**
 * Tells the database the key with which it checks who acts, once.
 * @throws KeysOfAnotherDatabase when it was told another before
 */
export const installSigningKey = async (ownerUrl: string, key: Buffer): Promise<void> => {
  const { inner, outer } = paddedKey(key)
  const client = await connect(ownerUrl)
  try {
    await client.query(
      `INSERT INTO guard.signing_key (inner_pad, outer_pad) VALUES ($1, $2)
       ON CONFLICT (only_one) DO NOTHING`,
      [inner, outer],
    )
    const { rowCount } = await client.query('SELECT FROM guard.signing_key WHERE inner_pad = $1', [
      inner,
    ])
    if (rowCount !== 1) throw new KeysOfAnotherDatabase()
  } finally {
    await client.end()
  }
}

export class UnsafeDatabaseRole extends Error {
  constructor() {
    super(
      'DATABASE_URL connects as a role that could step over row-level security: it must own nothing, ' +
        'be no superuser and not bypass row-level security',
    )
  }
}

/** @throws UnsafeDatabaseRole when the service's own connection could slip past the second wall. */
export const refuseUnsafeRole = async (appUrl: string): Promise<void> => {
  const client = await connect(appUrl)
  try {
    const { rows } = await client.query<{ unsafe: boolean }>(`
      SELECT r.rolsuper OR r.rolbypassrls OR EXISTS (
        SELECT FROM pg_class c WHERE c.relowner = r.oid AND c.relnamespace = 'public'::regnamespace
      ) AS unsafe FROM pg_roles r WHERE r.rolname = current_user`)
    if (rows[0]?.unsafe !== false) throw new UnsafeDatabaseRole()
  } finally {
    await client.end()
  }
}
