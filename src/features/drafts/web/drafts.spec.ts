import { beforeEach, describe, expect, it } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import { useApp } from '../../../../test/support/app.js'
import type { Browser, Shown } from '../../../../test/support/browser.js'
import { sessionFor } from '../../../../test/support/sessions.js'
import { testPassword, type TestWorker } from '../../../../test/support/world.js'
import { aCase } from '../../cases/testing/an-intake.js'
import { aConsent } from '../../consents/testing/a-consent.js'

const story = 'Em kể rằng người đó vẫn nhắn tin mỗi đêm'
const keep = (action: string): string => `/drafts/keep?form=${encodeURIComponent(action)}`

describe('what was typed and not sent', () => {
  const test = useApp()
  let lan: TestWorker
  let browser: Browser

  beforeEach(async () => {
    const { given } = test()
    lan = await given.aWorker(await given.aUnit('shelter'), ['caseworker'], 'Trần Thị Lan')
    browser = await test().browserOf(lan)
  })

  const find = <Provider>(type: new (...args: never[]) => Provider): Provider =>
    test().app.get(type, { strict: false })
  const absence = '/account/absence'
  /** Types into the form of the page and presses the button for who has no JavaScript. */
  const keepOn = async (page: string, action: string, fields: object): Promise<Shown> => {
    const shown = await browser.get(page)
    return browser.postRaw(keep(action), { ...shown.formTo(action), ...fields })
  }
  const rows = async (worker = lan) =>
    (
      await test().owner.query<{ id: string; sealed: Buffer; caseId: string | null }>(
        'SELECT id, sealed, case_id AS "caseId" FROM form_draft WHERE worker_id = $1',
        [worker.id],
      )
    ).rows
  const aCaseOfLans = () => aCase({ find }, lan.actor)
  const report = (caseId: string) => `/cases/${caseId}/reports/new`

  it('is there again where the page is opened, once it is asked for', async () => {
    const kept = await keepOn(absence, absence, { from: '2031-12-24', until: '2031-12-26' })
    expect(kept.text).toContain('Đã giữ điều bạn viết')
    expect(kept.formTo(absence)).toMatchObject({ from: '2031-12-24', until: '2031-12-26' })

    const opened = await browser.get(absence)
    expect(opened.text).toContain('Bạn đang viết dở từ')
    expect(opened.formTo(absence)['until']).toBe('')
    const goOn = /href="(\/account\/absence\?draft=[^"]+)"/.exec(opened.html)?.[1] ?? ''
    expect((await browser.get(goOn)).formTo(absence)).toMatchObject({ from: '2031-12-24' })
  })

  it('is nobody else’s: not on the page, not in the list, not by its id', async () => {
    await keepOn(absence, absence, { from: '2031-12-24' })
    const [draft] = await rows()
    const colleague = await test().given.aWorker(lan.unit, ['caseworker', 'supervisor'])
    const theirs = await test().browserOf(colleague)

    for (const path of [absence, `${absence}?draft=${draft?.id ?? ''}`, '/drafts']) {
      const shown = await theirs.get(path)
      expect(shown.text).not.toContain('viết dở từ')
      expect(shown.html).not.toContain('value="2031-12-24"')
    }
    const api = await test().apiOf(colleague)
    expect((await api.get('/drafts')).body).toEqual({ items: [] })
    expect((await api.delete(`/drafts/${draft?.id ?? ''}`)).status).toBe(404)
    const page = await theirs.get(absence)
    const { _csrf } = page.formTo(absence)
    const discarded = await theirs.postRaw(`/drafts/${draft?.id ?? ''}/discard`, {
      _csrf: _csrf ?? '',
    })
    expect(discarded.status).toBe(404)
    expect(await rows()).toHaveLength(1)
  })

  it('is sealed: the database holds neither words nor the page', async () => {
    const { id } = await aCaseOfLans()
    await keepOn(report(id), report(id), { note: story, authority: story })
    const [draft] = await rows()

    const sealed = draft?.sealed.toString('latin1') ?? ''
    expect(sealed).not.toBe('')
    for (const word of [story, '/reports'])
      expect(sealed).not.toContain(Buffer.from(word).toString('latin1'))
    expect(draft?.caseId).toBe(id)
  })

  it('does not open once it is moved to another person', async () => {
    await keepOn(absence, absence, { from: '2031-12-24' })
    const thief = await test().given.aWorker(lan.unit)
    await test().owner.query('UPDATE form_draft SET worker_id = $2 WHERE worker_id = $1', [
      lan.id,
      thief.id,
    ])

    expect((await (await test().apiOf(thief)).get('/drafts')).body).toEqual({ items: [] })
  })

  it('is one a form, however often it is kept, and goes once the form is sent', async () => {
    const shown = await browser.get('/account')
    const form = { ...shown.formTo('/account/language'), _title: 'Tài khoản', locale: 'fr' }
    await browser.postRaw(keep('/account/language'), form)
    await browser.postRaw(keep('/account/language'), form)
    expect(await rows()).toHaveLength(1)

    await browser.postRaw('/account/language', form)
    expect(await rows()).toHaveLength(0)
  })

  it('goes once what was looked over is sent, on the pages of a team say', async () => {
    const { id } = await aCaseOfLans()
    const team = `/cases/${id}/team`
    await browser.submit(await browser.get(team), `${team}/open`)
    const unit = await test().given.aUnit('police')
    await aConsent({ find }, lan.actor, id, unit.id)
    const form = await browser.get(`${team}/invite?unit=${unit.id}`)
    const typed = {
      ...form.formTo(`${team}/invite/check`),
      _title: 'Mời đơn vị',
      purpose: 'LEGAL',
      urgency: 'normal',
      need: story,
      sections: ['identity'],
    }
    await browser.postRaw(keep(`${team}/invite/check`), typed)
    expect(await rows()).toHaveLength(1)
    const check = await browser.postRaw(`${team}/invite/check`, typed)
    // Who leaves the page now still finds what was typed.
    expect([check.status, (await rows()).length]).toEqual([200, 1])
    expect((await browser.submit(check, `${team}/invite`)).path).toBe(team)
    expect(await rows()).toHaveLength(0)
  })

  it('of an intake in steps is one line, though the step typed into last is kept apart', async () => {
    const intake = `/cases/new/${randomUUID()}`
    const step = async (name: string) => browser.get(`${intake}/${name}`)
    await browser.submit(await step('danger'), `${intake}/danger`, {
      immediateDanger: 'no',
      caller: 'other',
      callerRelationship: 'cô giáo',
      callerCallBack: 'no',
    })
    await keepOn(`${intake}/person`, `${intake}/person`, {
      name: 'Nguyễn Thị Sen',
      _title: 'Bước 2',
    })
    expect(await rows()).toHaveLength(2)
    const api = await test().apiOf(lan)
    expect(((await api.get('/drafts')).body as { items: unknown[] }).items).toHaveLength(1)
    expect((await browser.get('/today')).html.split(intake).length - 1).toBe(1)
  })

  it('does not come back to life behind a form that was sent', async () => {
    const shown = await browser.get('/account')
    const form = { ...shown.formTo('/account/language'), _title: 'Tài khoản', locale: 'fr' }
    await browser.postRaw('/account/language', form)
    await browser.postRaw(keep('/account/language'), form)

    expect(await rows()).toHaveLength(0)
  })

  it('stays while the form comes back with something to correct, and goes with it then', async () => {
    const kept = await keepOn(absence, absence, { from: '2031-12-24', until: '2030-12-24' })
    const wrong = await browser.submit(kept, absence)
    expect(wrong.status).toBe(422)
    expect(await rows()).toHaveLength(1)

    const sent = await browser.submit(wrong, absence, { until: '2031-12-26' })
    expect(sent.status).toBe(200)
    expect(await rows()).toHaveLength(0)
  })

  it('is kept when somebody else was faster, and offered beside what stands there now', async () => {
    const { id } = await aCaseOfLans()
    const risk = `/cases/${id}/risk`
    const form = await browser.get(risk)
    await browser.submit(await browser.get(risk), risk, { immediateDanger: 'yes' })

    const late = await browser.submit(form, risk)
    expect(late.status).toBe(412)
    expect(late.text).toContain('Điều bạn đã viết vẫn được giữ')
    const goOn = /href="([^"]+draft=[^"]+)"/.exec(late.html)?.[1] ?? ''
    const again = await browser.get(goOn)
    expect(again.formTo(risk)).toMatchObject({ riskLevel: 'high', immediateDanger: 'no' })
    expect(again.text).toContain('đã được thay đổi sau khi bạn bắt đầu viết')

    const sent = await browser.submit(again, risk)
    expect(sent.path).toBe(`/cases/${id}`)
    expect(await rows()).toHaveLength(0)
  })

  it('is not shown any more once the case is out of sight, and goes', async () => {
    const { id } = await aCaseOfLans()
    await keepOn(report(id), report(id), { note: story })
    expect((await browser.get('/drafts')).html).toContain(`href="${report(id)}?draft=`)

    await test().owner.query(`UPDATE case_access SET valid_until = now() WHERE case_id = $1`, [id])
    expect((await browser.get('/drafts')).html).not.toContain(id)
    expect(await rows()).toHaveLength(0)
  })

  it('is hidden by a conflict of interest, and nothing new is kept', async () => {
    const { id } = await aCaseOfLans()
    const shown = await browser.get(report(id))
    const form = { ...shown.formTo(report(id)), note: story }
    await browser.postRaw(keep(report(id)), form)
    await test().owner.query(
      `INSERT INTO case_block (worker_id, case_id, reason) VALUES ($1, $2, 'family')`,
      [lan.id, id],
    )

    expect((await browser.get('/drafts')).html).not.toContain(id)
    const again = await browser.postRaw(keep(report(id)), { ...form, note: 'mới' })
    expect(again.status).toBe(404)
  })

  it('goes after a fortnight', async () => {
    await keepOn(absence, absence, { from: '2031-12-24' })
    await test().owner.query(`UPDATE form_draft SET expires_at = now() - interval '1 second'`)
    expect((await browser.get(absence)).text).not.toContain('viết dở từ')

    const door = test().stranger()
    const signIn = { login: lan.login, password: testPassword }
    await door.submit(await door.get('/sign-in'), '/sign-in', signIn)
    expect(await rows()).toHaveLength(0)
  })

  it('is thrown away on demand', async () => {
    await keepOn(absence, absence, { from: '2031-12-24' })
    const [draft] = await rows()
    const gone = await browser.submit(
      await browser.get(absence),
      `/drafts/${draft?.id ?? ''}/discard`,
    )

    expect(gone.path).toBe(absence)
    expect(gone.text).toContain('Đã bỏ bản viết dở')
    expect(await rows()).toHaveLength(0)
  })

  it('never holds a password, and no more than fifty wait', async () => {
    const shown = await browser.get('/account')
    const { _csrf, _page } = shown.formTo('/account/password')
    const typed = { _csrf: _csrf ?? '', _page: _page ?? '', _title: 'Tài khoản' }
    const secret = { password: 'mật khẩu', newPassword: 'mới', reason: 'đổi' }
    const send = (to: string, fields: object) =>
      browser.postRaw(keep(to), { ...typed, _idempotency: randomUUID(), ...fields })
    await send('/account/password', secret)
    expect(await rows()).toHaveLength(0)
    await send(absence, { password: 'mật khẩu' })
    expect(await rows()).toHaveLength(0)

    for (let one = 0; one < 52; one += 1) await send(absence, { from: String(one) })
    expect(await rows()).toHaveLength(50)
  })

  it('is listed for other systems without its content', async () => {
    await keepOn(absence, absence, { from: '2031-12-24' })
    const api = await test().apiOf(lan)
    const { body, text } = await api.get('/drafts')
    const id = (await rows())[0]?.id ?? ''

    expect(body).toMatchObject({
      items: [{ id, href: `${absence}?draft=${id}`, caseId: null }],
    })
    expect(text).not.toContain('2031')
    expect((await api.delete(`/drafts/${id}`)).status).toBe(204)
    expect((await api.delete(`/drafts/${id}`)).status).toBe(404)
  })
})

describe('what the page keeps while somebody types', () => {
  const test = useApp()
  let lan: TestWorker
  let session: { token: string; csrfToken: string }

  beforeEach(async () => {
    const { given } = test()
    lan = await given.aWorker(await given.aUnit('shelter'))
    session = await sessionFor(test().app, lan, 'cookie')
  })

  const count = async () => (await test().owner.query('SELECT FROM form_draft')).rows.length
  const type = async (changes: Record<string, string> = {}, token = session.token) =>
    (
      await test().app.inject({
        method: 'POST',
        url: `/drafts?form=${encodeURIComponent('/account/absence')}`,
        headers: {
          cookie: `__Host-ben-an=${token}`,
          'content-type': 'application/x-www-form-urlencoded',
        },
        payload: new URLSearchParams({
          _csrf: session.csrfToken,
          _idempotency: 'a-form-of-this-page',
          _page: '/account/absence',
          _title: 'Vắng mặt',
          from: '2031-12-24',
          ...changes,
        }).toString(),
      })
    ).statusCode
  const lock = () =>
    test().owner.query('UPDATE session SET locked_at = now() WHERE worker_id = $1', [lan.id])
  const runOut = () =>
    test().owner.query(
      `UPDATE session SET expires_at = now() - interval '1 hour' WHERE worker_id = $1`,
      [lan.id],
    )

  it.each([
    ['the session is live', async () => undefined],
    ['the session is locked', lock],
    ['the session ran out', runOut],
  ])('is kept while %s', async (_, happen) => {
    await happen()
    const before = await count()
    expect(await type()).toBe(204)
    expect(await count()).toBe(before + 1)
  })

  it('is not kept for who has not the page’s token, or no session at all', async () => {
    const before = await count()
    expect(await type({ _csrf: 'made-up' })).toBe(403)
    expect(await type({}, 'A'.repeat(43))).toBe(403)
    await runOut()
    expect(await type({ _csrf: 'made-up' })).toBe(403)
    expect(await count()).toBe(before)
  })

  it('leads nowhere but to pages of ours', async () => {
    const before = await count()
    for (const page of ['https://evil.example/', '//evil.example', '/\\evil.example', '', '/lock'])
      expect(await type({ _page: page })).toBe(204)
    expect(await count()).toBe(before)
  })
})

describe('a form sent when the session was over', () => {
  const test = useApp()

  it('waits longer than the half hour for which it would go on by itself', async () => {
    const { given, owner } = test()
    const lan = await given.aWorker(await given.aUnit('shelter'))
    const browser = await test().browserOf(lan)
    const form = await browser.get('/account/absence')
    await owner.query(`UPDATE session SET expires_at = now() - interval '2 hours'`)
    const door = await browser.submit(form, '/account/absence', { from: '2031-12-24' })
    await owner.query('DELETE FROM held_form')
    await browser.submit(door, '/sign-in', { login: lan.login, password: testPassword })

    const [line] = /href="(\/account\/absence\?draft=[^"]+)"/
      .exec((await browser.get('/drafts')).html)
      ?.slice(1) ?? ['']
    const opened = await browser.get(line ?? '')
    expect(opened.formTo('/account/absence')).toMatchObject({ from: '2031-12-24' })
  })
})
