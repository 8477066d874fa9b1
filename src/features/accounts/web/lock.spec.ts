import { beforeEach, describe, expect, it } from '@jest/globals'
import { useApp } from '../../../../test/support/app.js'
import type { Browser } from '../../../../test/support/browser.js'
import { testPassword, type TestWorker } from '../../../../test/support/world.js'

describe('a locked session', () => {
  const test = useApp()
  let lan: TestWorker
  let browser: Browser

  beforeEach(async () => {
    const { given } = test()
    lan = await given.aWorker(await given.aUnit('shelter'), ['caseworker'], 'Trần Thị Lan')
    browser = await test().browserOf(lan)
  })

  const localeOf = async (worker: TestWorker) => {
    const { rows } = await test().owner.query<{ locale: string }>(
      'SELECT locale FROM worker WHERE id = $1',
      [worker.id],
    )
    return rows[0]?.locale
  }
  const held = async () => (await test().owner.query('SELECT FROM held_form')).rows.length
  const runOut = (worker: TestWorker) =>
    test().owner.query(
      `UPDATE session SET expires_at = now() - interval '2 hours' WHERE worker_id = $1`,
      [worker.id],
    )

  it('answers nothing but the lock, and shows no name', async () => {
    await browser.get('/lock')

    for (const path of ['/account', '/', '/directory']) {
      const shown = await browser.get(path)
      expect(shown.path).toBe(`/lock?next=${encodeURIComponent(path)}`)
      expect(shown.text).toContain('Phiên đang khoá')
      expect(shown.text).not.toContain('Lan')
    }
  })

  it('opens with the password where one was', async () => {
    await browser.get('/lock')
    const lock = await browser.get('/account')
    const wrong = await browser.submit(lock, '/lock', { password: 'không phải mật khẩu này' })
    expect(wrong.status).toBe(422)
    expect(wrong.text).toContain('Mật khẩu chưa đúng')

    const back = await browser.submit(wrong, '/lock', { password: testPassword })
    expect(back.path).toBe('/account')
    expect(back.text).toContain('Trần Thị Lan')
  })

  it('does not open with another person’s password', async () => {
    const { given, owner, database } = test()
    const minh = await given.aWorker(lan.unit)
    const { hashPassword } = await import('../index.js')
    await owner.query('UPDATE worker_credential SET password_hash = $2 WHERE worker_id = $1', [
      minh.id,
      await hashPassword('mật khẩu của Minh', database.keys.pepper),
    ])
    const lock = await browser.get('/lock')

    expect((await browser.submit(lock, '/lock', { password: 'mật khẩu của Minh' })).status).toBe(
      422,
    )
  })

  it('loses nothing that was typed: the form goes on after the password', async () => {
    const page = await browser.get('/account')
    await browser.get('/lock')

    const lock = await browser.submit(page, '/account/language', { locale: 'fr' })
    expect(lock.text).toContain('Biểu mẫu bạn vừa gửi chưa mất')
    expect(await localeOf(lan)).toBe('vi')

    const back = await browser.submit(lock, '/lock', { password: testPassword })
    expect(back.path).toBe('/account')
    expect(await localeOf(lan)).toBe('fr')
    expect(await held()).toBe(0)
  })

  it('shows a form that came back with errors just as if it had been sent now', async () => {
    const page = await browser.get('/account')
    await browser.get('/lock')
    const lock = await browser.submit(page, '/account/language', { locale: 'tlh' })
    const back = await browser.submit(lock, '/lock', { password: testPassword })

    expect(back.status).toBe(422)
    expect(back.text).toContain('Chọn một ngôn ngữ')
  })

  it('keeps the form through a wrong password', async () => {
    const page = await browser.get('/account')
    await browser.get('/lock')
    const lock = await browser.submit(page, '/account/language', { locale: 'en' })
    const wrong = await browser.submit(lock, '/lock', { password: 'không phải mật khẩu này' })
    await browser.submit(wrong, '/lock', { password: testPassword })

    expect(await localeOf(lan)).toBe('en')
  })

  it('keeps the form when the session is over, for the same person’s sign-in', async () => {
    const page = await browser.get('/account')
    await runOut(lan)
    const door = await browser.submit(page, '/account/language', { locale: 'fr' })
    expect(door.text).toContain('Điều bạn đã ghi vẫn được giữ')

    await browser.submit(door, '/sign-in', { login: lan.login, password: testPassword })
    expect(await localeOf(lan)).toBe('fr')
  })

  it('finds the form again when one has signed in meanwhile in another tab', async () => {
    const page = await browser.get('/account')
    await runOut(lan)
    const door = await browser.submit(page, '/account/language', { locale: 'fr' })
    await browser.submit(await browser.get('/sign-in'), '/sign-in', {
      login: lan.login,
      password: testPassword,
    })

    const lock = await browser.get(door.path)
    await browser.submit(lock, '/lock', { password: testPassword })
    expect(await localeOf(lan)).toBe('fr')
  })

  it('sends nobody else’s form on its way', async () => {
    const minh = await test().given.aWorker(lan.unit)
    const page = await browser.get('/account')
    await runOut(lan)
    const door = await browser.submit(page, '/account/language', { locale: 'fr' })

    await browser.submit(door, '/sign-in', { login: minh.login, password: testPassword })
    expect(await localeOf(minh)).toBe('vi')
    expect(await localeOf(lan)).toBe('vi')
  })

  it('can be signed out by whoever needs the machine', async () => {
    const lock = await browser.get('/lock')
    const out = await browser.submit(lock, '/sign-out')

    expect(out.path).toBe('/sign-in')
    expect((await browser.get('/account')).path).toBe('/sign-in?next=%2Faccount')
  })

  it('asks whoever has none to sign in', async () => {
    expect((await test().stranger().get('/lock?next=%2Faccount')).path).toBe(
      '/sign-in?next=%2Faccount',
    )
  })
})

describe('hiding the page', () => {
  const test = useApp()
  let lan: TestWorker

  beforeEach(async () => {
    const { given } = test()
    lan = await given.aWorker(await given.aUnit('shelter'), ['caseworker'], 'Trần Thị Lan')
  })

  it.each(['the button', '/hide', '/blank'])(
    'leaves a page without a trace, by %s',
    async (way) => {
      const browser = await test().browserOf(lan)
      const hidden =
        way === 'the button'
          ? await browser.submit(await browser.get('/account'), '/hide')
          : await browser.get(way)

      expect(hidden.status).toBe(200)
      expect(hidden.html).not.toMatch(/Bến An|ben-an|Lan|stylesheet|assets/)
      expect((await browser.get('/account')).path).toBe('/lock?next=%2Faccount')
    },
  )

  it('works for whoever is not signed in', async () => {
    const hidden = await test().stranger().get('/hide')

    expect(hidden.status).toBe(200)
    expect(hidden.html).toContain('href="/sign-in"')
  })
})
