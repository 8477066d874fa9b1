import { describe, expect, it } from '@jest/globals'
import { randomBytes } from 'node:crypto'
import { installSigningKey, KeysOfAnotherDatabase } from '../../src/platform/database/prepare.js'
import { useDatabase } from '../support/database.js'

describe('the keys of a database', () => {
  const database = useDatabase()

  it('are told to it once and again', async () => {
    const { ownerUrl, keys } = database()

    await expect(installSigningKey(ownerUrl, keys.actorSigning)).resolves.toBeUndefined()
  })

  it('are not replaced by those of another, with which nothing could be read', async () => {
    await expect(installSigningKey(database().ownerUrl, randomBytes(32))).rejects.toThrow(
      KeysOfAnotherDatabase,
    )
  })
})
