import { describe, expect, it } from '@jest/globals'
import pg from 'pg'
import { statement } from '../../src/platform/database/statement.js'
import { Database, Transactions } from '../../src/platform/database/transactions.js'
import { system } from '../../src/platform/access/actor.js'
import { useApp } from '../support/app.js'

const selectNothing = statement('spec.nothing', 'SELECT 1')
const recordAndAsk = statement('spec.notice', 'SELECT guard.notice_restore() AS noticed')
const record = statement(
  'spec.record',
  `INSERT INTO audit_entry (actor_kind, action, outcome) VALUES ('system', 'spec.deed', 'done')`,
)

describe('the second wall', () => {
  const test = useApp()
  const find = <Provider>(type: new (...args: never[]) => Provider): Provider =>
    test().app.get(type, { strict: false })

  const asService = async <Result>(work: (client: pg.Client) => Promise<Result>) => {
    const client = new pg.Client({ connectionString: test().database.appUrl })
    await client.connect()
    try {
      return await work(client)
    } finally {
      await client.end()
    }
  }

  it('shows nothing to nobody', async () => {
    const { rows } = await asService((client) => client.query('SELECT * FROM cases'))
    expect(rows).toEqual([])
  })

  it('lets no connection read on another in whose name it acts', async () => {
    const opening = await find(Transactions).run(system('audit'), async () => {
      // All connections of a role read the texts of each other's statements.
      const { rows } = await asService((client) =>
        client.query<{ query: string }>(
          `SELECT query FROM pg_stat_activity WHERE datname = current_database()
              AND pid <> pg_backend_pid() AND state = 'idle in transaction'`,
        ),
      )
      await find(Database).query(selectNothing)
      return rows.map(({ query }) => query)
    })
    expect(opening.length).toBeGreaterThan(0)
    for (const text of opening) expect(text).not.toMatch(/\|system\||[0-9a-f]{64}/)
  })

  it('takes what a transaction itself has written for no sign of a restore', async () => {
    const noticed = await find(Transactions).run(system('audit'), async () => {
      await find(Database).query(record)
      return find(Database).query(recordAndAsk)
    })
    expect(noticed).toEqual([{ noticed: false }])
  })
})
