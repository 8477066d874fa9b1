import { beforeEach, describe, expect, it } from '@jest/globals'
import { testPassword, type TestWorker } from '../../../../test/support/world.js'
import { TooManyTries } from '../domain/accounts.errors.js'
import { hours, useAccounts } from '../testing/use-accounts.js'

const wrong = 'không phải mật khẩu này'
let lastAddress = 0
/** A network nobody has tried from. */
const aNetwork = (): string => `198.51.100.${(lastAddress += 1)}`

describe('the question at the door', () => {
  const accounts = useAccounts()
  let lan: TestWorker
  let address: string

  beforeEach(async () => {
    const { given } = accounts()
    lan = await given.aWorker(await given.aUnit('police'))
    address = aNetwork()
  })

  const prove = (
    password: string,
    { login = lan.login, from = address, device = null as string | null } = {},
  ) => accounts().provePassword.run({ login, password, address: from, device })

  const refusals = async (workerId: string | null) => {
    const { rows } = await accounts().owner.query<{ outcome: string; actor_id: string | null }>(
      `SELECT outcome, actor_id FROM audit_entry
        WHERE action = 'sign-in' AND outcome = 'refused' AND subject_id IS NOT DISTINCT FROM $1`,
      [workerId],
    )
    return rows
  }

  it('lets in whoever has login and password, whatever the login’s case', async () => {
    expect(await prove(testPassword)).toMatchObject({ actor: lan.actor, isKnownDevice: false })
    expect(await prove(testPassword, { login: lan.login.toUpperCase() })).not.toBeNull()
  })

  it('refuses the wrong, the unknown and the inactive alike, and records each', async () => {
    const gone = await accounts().given.aWorker(lan.unit)
    await accounts().owner.query('UPDATE worker SET active = false WHERE id = $1', [gone.id])

    expect(await prove(wrong)).toBeNull()
    expect(await prove(testPassword, { login: 'khong-co-ai' })).toBeNull()
    expect(await prove(testPassword, { login: gone.login })).toBeNull()

    const refused = [{ outcome: 'refused', actor_id: null }]
    expect(await refusals(lan.id)).toEqual(refused)
    expect(await refusals(gone.id)).toEqual(refused)
    expect((await refusals(null)).length).toBeGreaterThan(0)
  })

  const exhaust = async (login = lan.login, from = address): Promise<void> => {
    for (let turn = 0; turn < 5; turn += 1) await prove(wrong, { login, from })
  }

  it('slows down guessing, and then even the right password has to wait', async () => {
    await exhaust()

    await expect(prove(wrong)).rejects.toThrow(TooManyTries)
    await expect(prove(testPassword)).rejects.toMatchObject({ retryAfterSeconds: 2 })

    accounts().clock.forward(2000)
    expect(await prove(wrong)).toBeNull()
    await expect(prove(wrong)).rejects.toMatchObject({ retryAfterSeconds: 4 })
  })

  it('slows down an unknown login just as well', async () => {
    await exhaust('khong-co-ai-ca')

    await expect(prove(wrong, { login: 'khong-co-ai-ca' })).rejects.toMatchObject({
      retryAfterSeconds: 2,
    })
  })

  it('never locks: after the wait the right password lets in, and all is forgiven', async () => {
    await exhaust()
    accounts().clock.forward(2000)

    expect(await prove(testPassword)).not.toBeNull()
    await exhaust()
  })

  it('does not let a stranger elsewhere keep somebody out', async () => {
    await exhaust(lan.login, aNetwork())

    expect(await prove(testPassword)).not.toBeNull()
  })

  it('lets the right password through from a known device while others guess', async () => {
    const { startSession } = accounts()
    const { newDevice } = await startSession.run(
      { actor: lan.actor, isKnownDevice: false },
      'cookie',
    )
    const device = newDevice?.token ?? null
    await exhaust()
    await expect(prove(testPassword)).rejects.toThrow(TooManyTries)

    expect(await prove(testPassword, { device })).toMatchObject({ isKnownDevice: true })
  })

  it('slows down a known device too, once it guesses', async () => {
    const { startSession } = accounts()
    const { newDevice } = await startSession.run(
      { actor: lan.actor, isKnownDevice: false },
      'cookie',
    )
    const device = newDevice?.token ?? null
    for (let turn = 0; turn < 5; turn += 1) await prove(wrong, { device })

    await expect(prove(testPassword, { device })).rejects.toThrow(TooManyTries)
  })

  it('takes a device for known to its owner only', async () => {
    const { startSession, given } = accounts()
    const { newDevice } = await startSession.run(
      { actor: lan.actor, isKnownDevice: false },
      'cookie',
    )
    const minh = await given.aWorker(lan.unit)

    expect(
      await prove(testPassword, { login: minh.login, device: newDevice?.token ?? null }),
    ).toMatchObject({ isKnownDevice: false })
  })

  it('lets a whole unit in at the same instant', async () => {
    const all = await Promise.all(
      Array.from({ length: 12 }, () => accounts().given.aWorker(lan.unit)),
    )
    const proofs = await Promise.all(all.map(({ login }) => prove(testPassword, { login })))
    expect(proofs.map((proof) => proof?.actor.workerId)).toEqual(all.map(({ id }) => id))
  })

  it('slows down a network that tries one login after the other', async () => {
    for (let turn = 0; turn < 30; turn += 1) await prove(wrong, { login: `doan-${turn}` })

    await expect(prove(wrong, { login: 'doan-nua' })).rejects.toThrow(TooManyTries)
  }, 60_000)

  it('keeps no login, and forgets its counts', async () => {
    const { owner, clock } = accounts()
    await prove(wrong)
    const { rows } = await owner.query<{ row: string }>(
      'SELECT t::text AS row FROM sign_in_throttle t',
    )
    for (const { row } of rows) {
      expect(row).not.toContain(lan.login)
      expect(row).not.toContain(Buffer.from(lan.login).toString('hex'))
    }

    clock.forward(hours(2))
    await prove(testPassword)
    const { rows: kept } = await owner.query('SELECT FROM sign_in_throttle')
    expect(kept.length).toBeLessThanOrEqual(1)
  })
})
