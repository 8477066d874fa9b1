import { beforeEach, describe, expect, it } from '@jest/globals'
import { testPassword, type TestWorker } from '../../../../test/support/world.js'
import { aRequest, useAccounts } from '../testing/use-accounts.js'
import type { SessionSignIn } from './session-sign-in.js'

const next = 'ba con mèo đi chợ sớm'

describe('changing one’s own password', () => {
  const accounts = useAccounts()
  let lan: TestWorker
  let signIn: SessionSignIn

  const aSession = async (worker: TestWorker): Promise<string> =>
    (await accounts().startSession.run({ actor: worker.actor, isKnownDevice: true }, 'cookie'))
      .token
  const whoIs = (cookie: string) => accounts().signIns.whoIs(aRequest({ cookie }))
  const proves = async (password: string): Promise<boolean> =>
    (await accounts().provePassword.run({
      login: lan.login,
      password,
      address: '192.0.2.1',
      device: null,
    })) !== null

  beforeEach(async () => {
    const { given } = accounts()
    lan = await given.aWorker(await given.aUnit('health'))
    const found = await whoIs(await aSession(lan))
    if (found === null) throw new Error('signed in')
    signIn = found
  })

  it('takes the old one and ends every other session, but not this one', async () => {
    const elsewhere = await aSession(lan)
    await accounts().changePassword.run(signIn, { current: testPassword, next, device: null })

    expect(await proves(next)).toBe(true)
    expect(await proves(testPassword)).toBe(false)
    expect(await whoIs(elsewhere)).toBeNull()
    const { rows } = await accounts().owner.query('SELECT id FROM session WHERE worker_id = $1', [
      lan.id,
    ])
    expect(rows).toEqual([{ id: signIn.sessionId }])
  })

  it('does not without the old one', async () => {
    await expect(
      accounts().changePassword.run(signIn, { current: next, next, device: null }),
    ).rejects.toMatchObject({ code: 'accounts.password.wrong' })
    expect(await proves(testPassword)).toBe(true)
  })

  it.each([
    ['ngắn quá', 'accounts.password.too-short'],
    ['matkhau123456', 'accounts.password.too-common'],
    ['Nguyễn Thử Nghiệm', 'accounts.password.too-personal'],
    [testPassword, 'accounts.password.unchanged'],
  ])('does not take %s', async (unfit, code) => {
    await expect(
      accounts().changePassword.run(signIn, { current: testPassword, next: unfit, device: null }),
    ).rejects.toMatchObject({ code })
  })

  it('makes other devices unknown', async () => {
    const { startSession, owner, changePassword } = accounts()
    const { newDevice } = await startSession.run(
      { actor: lan.actor, isKnownDevice: false },
      'cookie',
    )
    const stolen = await startSession.run({ actor: lan.actor, isKnownDevice: false }, 'cookie')
    expect(stolen.newDevice).not.toBeNull()

    const device = newDevice?.token ?? null
    await changePassword.run(signIn, { current: testPassword, next, device })

    const { rows } = await owner.query('SELECT FROM known_device WHERE worker_id = $1', [lan.id])
    expect(rows).toHaveLength(1)
  })
})
