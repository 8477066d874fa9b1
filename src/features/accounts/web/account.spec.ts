import { beforeEach, describe, expect, it } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import { useApp } from '../../../../test/support/app.js'
import { testPassword, type TestWorker } from '../../../../test/support/world.js'

const next = 'ba con mèo đi chợ sớm'

describe('one’s own account', () => {
  const test = useApp()
  let lan: TestWorker

  beforeEach(async () => {
    const { given } = test()
    const unit = await given.aUnit('legal-aid', { name: 'Trung tâm trợ giúp pháp lý' })
    lan = await given.aWorker(unit, ['caseworker', 'supervisor'], 'Trần Thị Lan')
  })

  const sessionsOf = async (worker: TestWorker) => {
    const { rows } = await test().owner.query<{ id: string }>(
      'SELECT id FROM session WHERE worker_id = $1 ORDER BY created_at',
      [worker.id],
    )
    return rows.map(({ id }) => id)
  }

  it('says who one is here', async () => {
    const { text } = await (await test().browserOf(lan)).get('/account')

    for (const words of [
      'Trần Thị Lan',
      lan.login,
      'Trung tâm trợ giúp pháp lý',
      'Nhân viên quản lý ca',
      'Giám sát viên',
    ])
      expect(text).toContain(words)
  })

  it('keeps the language chosen', async () => {
    const browser = await test().browserOf(lan)
    const shown = await browser.submit(await browser.get('/account'), '/account/language', {
      locale: 'en',
    })

    expect(shown.text).toContain('Your language is saved.')
    const elsewhere = await test().browserOf(lan)
    expect((await elsewhere.get('/account')).text).toContain('Your account')
  })

  it('changes the password for whoever knows the old one', async () => {
    const browser = await test().browserOf(lan)
    const fields = { current: testPassword, next, again: next }
    const shown = await browser.submit(await browser.get('/account'), '/account/password', fields)
    expect(shown.text).toContain('Đã đổi mật khẩu')

    const stranger = test().stranger()
    const door = await stranger.get('/sign-in?next=%2Faccount')
    const inside = await stranger.submit(door, '/sign-in', { login: lan.login, password: next })
    expect(inside.path).toBe('/account')
  })

  it.each([
    [{ current: 'không phải mật khẩu này', next, again: next }, 'Mật khẩu chưa đúng'],
    [{ current: testPassword, next, again: `${next}!` }, 'chưa giống nhau'],
    [{ current: testPassword, next: 'ngắn', again: 'ngắn' }, 'cần ít nhất 12 ký tự'],
    [{ current: '', next: '', again: '' }, 'Nhập mật khẩu hiện tại'],
  ])('does not change it for %j, and gives no password back', async (fields, words) => {
    const browser = await test().browserOf(lan)
    const shown = await browser.submit(await browser.get('/account'), '/account/password', fields)

    expect(shown.status).toBe(422)
    expect(shown.text).toContain(words)
    for (const typed of Object.values(fields).filter(Boolean))
      expect(shown.html).not.toContain(`value="${typed}"`)
  })

  it('ends another of one’s own sessions', async () => {
    const [here, elsewhere] = [await test().browserOf(lan), await test().browserOf(lan)]
    const [, other] = await sessionsOf(lan)
    const shown = await here.get('/account')
    await here.submit(shown, `/account/sessions/${other ?? ''}/end`)

    expect((await elsewhere.get('/account')).path).toBe('/sign-in?next=%2Faccount')
    expect((await here.get('/account')).status).toBe(200)
  })

  it('does not end a colleague’s session: it is not found, like one that is not there', async () => {
    const minh = await test().given.aWorker(lan.unit)
    const [his, mine] = [await test().browserOf(minh), await test().browserOf(lan)]
    const [his_] = await sessionsOf(minh)
    const { _csrf = '' } = (await mine.get('/account')).formTo('/account/language')

    const answers = await Promise.all(
      [his_ ?? '', randomUUID(), 'nonsense'].map((id) =>
        mine.postRaw(`/account/sessions/${id}/end`, { _csrf }),
      ),
    )

    for (const { status, html } of answers) {
      expect(status).toBe(404)
      expect(html.replaceAll(/[0-9a-f-]{36}|nonsense/g, '')).toBe(
        answers[1]?.html.replaceAll(/[0-9a-f-]{36}|nonsense/g, ''),
      )
    }
    expect((await his.get('/account')).status).toBe(200)
  })
})
