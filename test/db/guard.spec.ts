import { describe, expect, it } from '@jest/globals'
import pg from 'pg'
import { useDatabase } from '../support/database.js'

describe('the second wall', () => {
  const database = useDatabase()
  it('shows nothing to nobody', async () => {
    const client = new pg.Client({ connectionString: database().appUrl })
    await client.connect()
    const { rows } = await client.query('SELECT * FROM cases')
    await client.end()
    expect(rows).toEqual([])
  })
})
