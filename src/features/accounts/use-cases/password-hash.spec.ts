import { describe, expect, it } from '@jest/globals'
import { parseOptions } from '@node-rs/argon2'
import { randomBytes } from 'node:crypto'
import { hashPassword, nobodysHash, verifyPassword } from './password-hash.js'

const pepper = randomBytes(32)
const password = 'thuyền về bến lúc trăng lên'

describe('a password hash', () => {
  it('is argon2id above the minimum of OWASP', async () => {
    const { algorithm, memoryCost, timeCost, parallelism } = parseOptions(
      await hashPassword(password, pepper),
    )

    expect({ algorithm, memoryCost, timeCost, parallelism }).toEqual({
      algorithm: 2,
      memoryCost: 19456,
      timeCost: 3,
      parallelism: 1,
    })
  })

  it('fits its password only, and only with the pepper', async () => {
    const hash = await hashPassword(password, pepper)

    expect(await verifyPassword(hash, password, pepper)).toBe(true)
    expect(await verifyPassword(hash, `${password} `, pepper)).toBe(false)
    expect(await verifyPassword(hash, password, randomBytes(32))).toBe(false)
  })

  it('is salted', async () => {
    expect(await hashPassword(password, pepper)).not.toBe(await hashPassword(password, pepper))
  })

  it('does not depend on how a keyboard composes letters', async () => {
    const hash = await hashPassword(password.normalize('NFD'), pepper)

    expect(await verifyPassword(hash, password.normalize('NFC'), pepper)).toBe(true)
  })

  it('of nobody costs as much and fits nothing', async () => {
    const nobody = nobodysHash()

    expect(parseOptions(nobody)).toEqual(parseOptions(await hashPassword(password, pepper)))
    expect(await verifyPassword(nobody, password, pepper)).toBe(false)
  })
})
