import { beforeAll, describe, expect, it } from '@jest/globals'
import { useApp } from '../../../../test/support/app.js'
import { ApiClient } from '../../../../test/support/api-client.js'
import { Browser } from '../../../../test/support/browser.js'
import { testPassword, type TestWorker } from '../../../../test/support/world.js'

describe('sessions of other programs', () => {
  const test = useApp()
  let lan: TestWorker

  beforeAll(async () => {
    const { given } = test()
    lan = await given.aWorker(await given.aUnit('hotline'))
  })

  const signIn = async (login: string, password: string) =>
    (await test().apiOf()).post('/sessions', { login, password })
  const tokenOf = async (worker: TestWorker): Promise<string> => {
    const { body } = await signIn(worker.login, testPassword)
    if (typeof body !== 'object' || body === null || !('token' in body)) throw new Error('no token')
    return String(body.token)
  }

  it('start with login and password as JSON', async () => {
    const { status, body, headers } = await signIn(lan.login, testPassword)

    expect(status).toBe(201)
    expect(body).toEqual({
      token: expect.stringMatching(/^[\w-]{43}$/),
      expiresAt: expect.stringMatching(/^\d{4}-.*Z$/),
    })
    expect(headers['set-cookie']).toBeUndefined()
    expect(headers['cache-control']).toBe('no-store')
  })

  it('do not start for the unknown and the wrong, with the same answer', async () => {
    const wrong = await signIn(lan.login, 'không phải mật khẩu này')
    const unknown = await signIn('w-khongco', testPassword)

    expect(wrong.status).toBe(422)
    expect(wrong.body).toMatchObject({ type: 'urn:ben-an:problem:accounts.sign-in.wrong' })
    expect(unknown.status).toBe(wrong.status)
    expect(unknown.text).toBe(wrong.text)
  })

  it('say which field is missing', async () => {
    const { status, body } = await (await test().apiOf()).post('/sessions', { login: lan.login })

    expect(status).toBe(422)
    expect(body).toMatchObject({
      errors: expect.arrayContaining([expect.objectContaining({ pointer: '/password' })]),
    })
  })

  it('end when the program says so', async () => {
    const api = new ApiClient(test().app, await tokenOf(lan))
    expect((await api.get('/units')).status).toBe(200)

    expect((await api.delete('/sessions/current')).status).toBe(204)
    expect((await api.get('/units')).status).toBe(401)
  })

  it('open no page, and a browser’s session opens no API', async () => {
    const { app } = test()
    const token = await tokenOf(lan)
    expect((await Browser.with(app, token).get('/account')).path).toBe('/sign-in?next=%2Faccount')
    const bearerOnPage = await app.inject({
      url: '/account',
      headers: { authorization: `Bearer ${token}` },
    })
    expect(bearerOnPage.statusCode).toBe(303)

    const { cookies } = await app.inject({
      method: 'POST',
      url: '/sign-in',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams({ login: lan.login, password: testPassword }).toString(),
    })
    const cookie = cookies[0]?.value ?? ''
    expect((await new ApiClient(app, cookie).get('/units')).status).toBe(401)
    const cookieOnApi = await app.inject({
      url: '/api/v1/units',
      headers: { cookie: `__Host-ben-an=${cookie}` },
    })
    expect(cookieOnApi.statusCode).toBe(401)
  })

  it('stop at once for whoever no longer works here', async () => {
    const { given, owner, app } = test()
    const minh = await given.aWorker(lan.unit)
    const api = new ApiClient(app, await tokenOf(minh))
    expect((await api.get('/units')).status).toBe(200)

    await owner.query('UPDATE worker SET active = false WHERE id = $1', [minh.id])
    expect((await api.get('/units')).status).toBe(401)
  })

  it('wait when somebody guesses', async () => {
    for (let turn = 0; turn < 5; turn += 1) await signIn('w-bi-doan', 'không phải mật khẩu này')
    const { status, headers } = await signIn('w-bi-doan', testPassword)

    expect(status).toBe(429)
    expect(Number(headers['retry-after'])).toBeGreaterThan(0)
  })
})
