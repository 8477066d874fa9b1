import { beforeEach, describe, expect, it } from '@jest/globals'
import type { TestWorker } from '../../../../test/support/world.js'
import { aRequest, hours, minutes, useAccounts } from '../testing/use-accounts.js'

describe('who is behind a request', () => {
  const accounts = useAccounts()
  let lan: TestWorker

  beforeEach(async () => {
    const { given } = accounts()
    lan = await given.aWorker(await given.aUnit('child-protection'), ['caseworker', 'supervisor'])
  })

  const signedIn = async (worker: TestWorker, through: 'cookie' | 'bearer' = 'cookie') =>
    (await accounts().startSession.run({ actor: worker.actor, isKnownDevice: true }, through)).token

  const whoIs = (asking: Parameters<typeof aRequest>[0]) =>
    accounts().signIns.whoIs(aRequest(asking))

  const auditOf = async (subjectId: string) => {
    const { rows } = await accounts().owner.query<{ action: string; actor_kind: string }>(
      'SELECT action, actor_kind FROM audit_entry WHERE subject_id = $1 ORDER BY id',
      [subjectId],
    )
    return rows
  }

  it('is the worker with the rights of this moment', async () => {
    const cookie = await signedIn(lan)

    expect(await whoIs({ cookie })).toMatchObject({
      actor: lan.actor,
      displayName: lan.displayName,
      through: 'cookie',
      locked: false,
    })

    await accounts().owner.query(`UPDATE worker SET roles = '{caseworker}' WHERE id = $1`, [lan.id])
    expect((await whoIs({ cookie }))?.actor).toMatchObject({
      roles: ['caseworker'],
      principals: [lan.id],
    })
  })

  it.each(['worker', 'unit', 'agency'])(
    'is nobody once the %s is no longer active',
    async (what) => {
      const cookie = await signedIn(lan)
      const id = { worker: lan.id, unit: lan.unit.id, agency: lan.unit.agencyId }[what]
      await accounts().owner.query(`UPDATE ${what} SET active = false WHERE id = $1`, [id])

      expect(await whoIs({ cookie })).toBeNull()
    },
  )

  it('is nobody without a token, with a made-up one or with one that is none', async () => {
    expect(await whoIs({})).toBeNull()
    expect(await whoIs({ cookie: 'A'.repeat(43) })).toBeNull()
    expect(await whoIs({ cookie: "' OR true --" })).toBeNull()
    expect(await whoIs({ bearer: 'A'.repeat(43) })).toBeNull()
  })

  it('takes no bearer token as a cookie, nor a cookie as a bearer token', async () => {
    const cookie = await signedIn(lan, 'cookie')
    const bearer = await signedIn(lan, 'bearer')

    expect((await whoIs({ bearer }))?.through).toBe('bearer')
    expect(await whoIs({ cookie: bearer })).toBeNull()
    expect(await whoIs({ bearer: cookie })).toBeNull()
    expect(await whoIs({ cookie, bearer: cookie })).toBeNull()
  })

  it('stores the token nowhere', async () => {
    const token = await signedIn(lan)
    const { rows } = await accounts().owner.query<{ row: string }>(
      'SELECT s::text AS row FROM session s',
    )

    expect(rows.length).toBeGreaterThan(0)
    for (const { row } of rows) {
      expect(row).not.toContain(token)
      expect(row).not.toContain(Buffer.from(token, 'base64url').toString('hex'))
    }
  })

  it('locks after ten minutes of silence, and leaves a trace', async () => {
    const cookie = await signedIn(lan)
    const sessionId = (await whoIs({ cookie }))?.sessionId ?? ''
    accounts().clock.forward(minutes(10) + 1)

    expect(await whoIs({ cookie })).toMatchObject({ locked: true, actor: lan.actor })
    expect(await whoIs({ cookie })).toMatchObject({ locked: true })
    expect(await auditOf(sessionId)).toEqual([
      { action: 'sign-in', actor_kind: 'worker' },
      { action: 'session.lock', actor_kind: 'system' },
    ])
  })

  it('stays open for whoever is at work', async () => {
    const cookie = await signedIn(lan)
    for (let turn = 0; turn < 5; turn += 1) {
      accounts().clock.forward(minutes(9))
      expect(await whoIs({ cookie, mode: 'navigate' })).toMatchObject({ locked: false })
    }
  })

  it('does not take what an open page fetches by itself for somebody at work', async () => {
    const cookie = await signedIn(lan)
    accounts().clock.forward(minutes(9))
    expect(await whoIs({ cookie, mode: 'cors' })).toMatchObject({ locked: false })
    accounts().clock.forward(minutes(2))

    expect(await whoIs({ cookie, mode: 'navigate' })).toMatchObject({ locked: true })
  })

  it('ends after eight hours, however busy', async () => {
    const cookie = await signedIn(lan)
    for (let turn = 0; turn < 53; turn += 1) {
      accounts().clock.forward(minutes(9))
      expect(await whoIs({ cookie })).not.toBeNull()
    }
    accounts().clock.forward(minutes(4))

    expect(await whoIs({ cookie })).toBeNull()
  })

  it('ends a program’s session after silence, since nobody is there to unlock it', async () => {
    const bearer = await signedIn(lan, 'bearer')
    accounts().clock.forward(minutes(11))

    expect(await whoIs({ bearer })).toBeNull()
    accounts().clock.forward(-minutes(11))
    expect(await whoIs({ bearer })).toBeNull()
  })

  it('opens again with the password, and with that alone', async () => {
    const { lockSession, unlockSession } = accounts()
    const cookie = await signedIn(lan)
    const signIn = await whoIs({ cookie })
    if (signIn === null) throw new Error('signed in')
    await lockSession.run(signIn)

    await expect(unlockSession.run(signIn, 'không phải mật khẩu này')).rejects.toMatchObject({
      code: 'accounts.password.wrong',
    })
    expect(await whoIs({ cookie })).toMatchObject({ locked: true })

    await unlockSession.run(signIn, 'thuyen ve ben binh an')
    expect(await whoIs({ cookie })).toMatchObject({ locked: false })
    expect((await auditOf(signIn.sessionId)).map(({ action }) => action)).toEqual([
      'sign-in',
      'session.lock',
      'session.unlock',
      'session.unlock',
    ])
  })

  it('is replaced at a new sign-in, so that nobody can plant a session', async () => {
    const { startSession } = accounts()
    const planted = await signedIn(lan)
    const { token } = await startSession.run(
      { actor: lan.actor, isKnownDevice: true },
      'cookie',
      planted,
    )

    expect(token).not.toBe(planted)
    expect(await whoIs({ cookie: planted })).toBeNull()
    expect(await whoIs({ cookie: token })).not.toBeNull()
  })

  it('forgets sessions a day after they ran out', async () => {
    const { clock, owner, provePassword } = accounts()
    await signedIn(lan)
    clock.forward(hours(33))
    const attempt = { login: lan.login, password: 'thuyen ve ben binh an', address: '203.0.113.9' }
    await provePassword.run({ ...attempt, device: null })

    const { rows } = await owner.query('SELECT FROM session WHERE worker_id = $1', [lan.id])
    expect(rows).toEqual([])
  })
})
