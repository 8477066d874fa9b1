import { describe, expect, it } from '@jest/globals'
import pg from 'pg'
import { statement } from '../../src/platform/database/statement.js'
import { Database, Transactions } from '../../src/platform/database/transactions.js'
import { system } from '../../src/platform/access/actor.js'
import { useApp } from '../support/app.js'

const selectNothing = statement('spec.nothing', 'SELECT 1')
const selectWho = statement('spec.who', 'SELECT (guard.who()).kind')
const divideByNothing = statement('spec.divide', 'SELECT 1 / 0')
const countDeeds = statement(
  'spec.count-deeds',
  `SELECT count(*)::int AS count FROM audit_entry WHERE action = 'spec.deed'`,
)
const recordAndAsk = statement('spec.notice', 'SELECT guard.notice_restore() AS noticed')
const record = statement(
  'spec.record',
  `INSERT INTO audit_entry (actor_kind, action, outcome) VALUES ('system', 'spec.deed', 'done')`,
)

const asOne = (transactions: Transactions, work: () => Promise<object[]>): Promise<object[][]> =>
  Promise.all(Array.from({ length: 20 }, () => transactions.look(system('audit'), work)))

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

  it('ends with its question where that is all there is to ask', async () => {
    const transactions = find(Transactions)
    const database = find(Database)
    const [who] = await transactions.look(system('audit'), () =>
      database.query<{ kind: string }>(selectWho),
    )
    expect(who).toEqual({ kind: 'system' })
    await expect(
      transactions.look(system('audit'), async () => {
        await database.query(selectNothing)
        return database.query(selectNothing)
      }),
    ).rejects.toThrow('ask before you wait')
    await expect(
      transactions.look(system('audit'), () => database.query(divideByNothing)),
    ).rejects.toMatchObject({ code: '22012' })
    // The connections are as good as before.
    expect(await asOne(transactions, () => database.query(selectNothing))).toHaveLength(20)
  })

  it('keeps nothing where the last that is asked with its end fails', async () => {
    const transactions = find(Transactions)
    const database = find(Database)
    const deeds = () =>
      transactions.look(system('audit'), () => database.query<{ count: number }>(countDeeds))
    const before = await deeds()
    await expect(
      transactions.run(system('audit'), async () => {
        await database.query(record)
        await transactions.endWith(() =>
          Promise.all([database.query(record), database.query(divideByNothing)]),
        )
      }),
    ).rejects.toMatchObject({ code: '22012' })
    expect(await deeds()).toEqual(before)
    await expect(
      transactions.run(system('audit'), async () => {
        await database.query(record)
        await transactions.endWith(() => database.query(divideByNothing).catch(() => undefined))
      }),
    ).rejects.toThrow('rolled back')
    expect(await deeds()).toEqual(before)
    await expect(
      transactions.run(system('audit'), async () => {
        await transactions.endWith(() => database.query(selectNothing))
        await database.query(record)
      }),
    ).rejects.toThrow('ask before you wait')
    expect(await deeds()).toEqual(before)
  })

  it('takes what a transaction itself has written for no sign of a restore', async () => {
    const noticed = await find(Transactions).run(system('audit'), async () => {
      await find(Database).query(record)
      return find(Database).query(recordAndAsk)
    })
    expect(noticed).toEqual([{ noticed: false }])
  })
})
