import { beforeAll, describe, expect, it } from '@jest/globals'
import { useApp } from '../../../../test/support/app.js'
import { testPassword, type TestWorker } from '../../../../test/support/world.js'

const wrong = 'không phải mật khẩu này'

describe('the sign-in page', () => {
  const test = useApp()
  let lan: TestWorker

  beforeAll(async () => {
    const { given } = test()
    lan = await given.aWorker(await given.aUnit('child-protection'), ['caseworker'], 'Trần Thị Lan')
  })

  const signIn = async (fields: Record<string, string>, from = '/sign-in') => {
    const browser = test().stranger()
    const answer = await browser.submit(await browser.get(from), '/sign-in', fields)
    return { browser, answer }
  }

  const send = (fields: Record<string, string>, headers: Record<string, string> = {}) =>
    test().app.inject({
      method: 'POST',
      url: '/sign-in',
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
      payload: new URLSearchParams(fields).toString(),
    })

  it('lets in with login and password, and leads to where one wanted to go', async () => {
    const { browser } = await signIn(
      { login: lan.login, password: testPassword },
      '/sign-in?next=%2Faccount',
    )

    expect((await browser.get('/account')).text).toContain('Trần Thị Lan')
  })

  it('is where one lands without a session, and leads back afterwards', async () => {
    const browser = test().stranger()
    const door = await browser.get('/account')
    expect(door.path).toBe('/sign-in?next=%2Faccount')

    const inside = await browser.submit(door, '/sign-in', {
      login: lan.login,
      password: testPassword,
    })
    expect(inside.path).toBe('/account')
  })

  it('leads to no other site', async () => {
    const { headers } = await send({
      login: lan.login,
      password: testPassword,
      next: '//evil.example',
    })

    expect(headers['location']).toBe('/')
  })

  it('gives cookies that scripts, other sites and plain connections never get', async () => {
    const { cookies } = await send({ login: lan.login, password: testPassword })

    const strict = { path: '/', httpOnly: true, secure: true, sameSite: 'Strict' }
    expect(cookies).toEqual([
      expect.objectContaining({ name: '__Host-ben-an', ...strict }),
      expect.objectContaining({ name: '__Host-ben-an-device', ...strict }),
    ])
    for (const cookie of cookies) expect(cookie).not.toHaveProperty('domain')
    expect(cookies[0]).not.toHaveProperty('expires')
    expect(cookies[0]).not.toHaveProperty('maxAge')
  })

  it('answers unknown, wrong and inactive with the same page', async () => {
    const { given, owner } = test()
    const gone = await given.aWorker(lan.unit)
    await owner.query('UPDATE worker SET active = false WHERE id = $1', [gone.id])

    const answers = await Promise.all([
      send({ login: lan.login, password: wrong }),
      send({ login: gone.login, password: testPassword }),
      send({ login: 'w-khongco', password: testPassword }),
    ])

    const withoutWhatWasTyped = (html: string): string =>
      html.replaceAll(/value="(w-\w+|[0-9a-f-]{36})"/g, 'value=""')
    for (const { statusCode, body, cookies } of answers) {
      expect(statusCode).toBe(422)
      expect(cookies).toEqual([])
      expect(withoutWhatWasTyped(body)).toBe(withoutWhatWasTyped(answers[0].body))
      expect(body).toContain('Tên đăng nhập hoặc mật khẩu chưa đúng')
      expect(body).not.toContain(wrong)
    }
  })

  it('keeps the login that was typed and says what is missing', async () => {
    const { answer } = await signIn({ login: lan.login, password: '' })

    expect(answer.status).toBe(422)
    expect(answer.text).toContain('Nhập mật khẩu của bạn')
    expect(answer.formTo('/sign-in')).toMatchObject({ login: lan.login, password: '' })
  })

  it('does not take login and password from the address', async () => {
    const query = new URLSearchParams({ login: lan.login, password: testPassword }).toString()
    const { statusCode, cookies } = await test().app.inject({
      method: 'POST',
      url: `/sign-in?${query}`,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: '',
    })

    expect(statusCode).toBe(422)
    expect(cookies).toEqual([])
  })

  it('asks whoever guesses to wait, and says for how long', async () => {
    const login = 'w-bi-doan'
    for (let turn = 0; turn < 5; turn += 1) await send({ login, password: wrong })
    const { statusCode, headers, body } = await send({ login, password: wrong })

    expect(statusCode).toBe(429)
    expect(Number(headers['retry-after'])).toBeGreaterThan(0)
    expect(body).toContain('Tài khoản không bị khoá')
  })

  it('takes no form from another site', async () => {
    const fields = { login: lan.login, password: testPassword }

    expect((await send(fields, { 'sec-fetch-site': 'cross-site' })).statusCode).toBe(403)
    expect((await send(fields, { origin: 'https://evil.example' })).statusCode).toBe(403)
  })

  it('signs out: the session is over, also for whoever kept the cookie', async () => {
    const { app } = test()
    const { cookies } = await send({ login: lan.login, password: testPassword })
    const cookie = `__Host-ben-an=${cookies[0]?.value ?? ''}`
    const account = await app.inject({ url: '/account', headers: { cookie } })
    expect(account.statusCode).toBe(200)
    const csrf = /name="_csrf" value="([^"]+)"/.exec(account.body)?.[1] ?? ''

    const out = await app.inject({
      method: 'POST',
      url: '/sign-out',
      headers: { cookie, 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams({ _csrf: csrf }).toString(),
    })

    expect(out.headers['location']).toBe('/sign-in')
    expect((await app.inject({ url: '/account', headers: { cookie } })).statusCode).toBe(303)
    const other = await test().browserOf(lan)
    expect((await other.get('/account')).status).toBe(200)
  })

  it('refuses a form of a signed-in person without their token', async () => {
    const browser = await test().browserOf(lan)
    const answer = await browser.postRaw('/account/language', { locale: 'fr' })

    expect(answer.status).toBe(403)
    expect((await browser.get('/account')).formTo('/account/language')).toMatchObject({
      locale: 'vi',
    })
  })

  it.each(['vi', 'en', 'fr'])('speaks %s', async (lang) => {
    const { statusCode, body } = await test().app.inject({
      url: '/sign-in',
      headers: { 'accept-language': lang },
    })

    expect(statusCode).toBe(200)
    expect(body).toContain(`<html lang="${lang}"`)
  })
})
