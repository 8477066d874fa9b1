import { describe, expect, it } from '@jest/globals'
import pg from 'pg'
import { migrate, migrateBack } from '../../src/platform/database/prepare.js'
import { migrations } from '../../migrations/index.js'
import { useDatabase } from '../support/database.js'

const tables = async (url: string): Promise<string[]> => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query<{ name: string }>(`
    SELECT format('%s.%s %s', table_schema, table_name, column_name) AS name
      FROM information_schema.columns
     WHERE table_schema IN ('public', 'guard') AND table_name <> 'migration' ORDER BY 1`)
  await client.end()
  return rows.map(({ name }) => name)
}

describe('migrations', () => {
  const database = useDatabase()

  it('go all the way back and forth', async () => {
    const { ownerUrl } = database()
    const before = await tables(ownerUrl)

    for (let step = 0; step < migrations.length; step++) await migrateBack(ownerUrl)
    const bare = await tables(ownerUrl)
    const done = await migrate(ownerUrl)

    expect(bare).toEqual([])
    expect(done).toHaveLength(migrations.length)
    expect(await tables(ownerUrl)).toEqual(before)
  })

  it('may be asked for by several processes at once', async () => {
    const { ownerUrl } = database()
    await migrateBack(ownerUrl)

    const done = await Promise.all([migrate(ownerUrl), migrate(ownerUrl), migrate(ownerUrl)])

    expect(done.flat()).toHaveLength(1)
  })
})
