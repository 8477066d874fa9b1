import { beforeAll, describe, expect, it } from '@jest/globals'
import { girlsName } from '../../referrals/testing/referral.builder.js'
import { answerer, useExchange, type ExchangeWorld } from '../testing/use-exchange.js'

const shownLink = /http:\/\/[^\s"<]*\/x\/([\w-]{43})/
const shownCode = /\b(\d{4}) (\d{4})\b/

describe('the sender of a referral to a unit without the service', () => {
  const exchange = useExchange()
  let world: ExchangeWorld
  beforeAll(async () => {
    world = await exchange()
  })

  const make = async (referralId: string) => {
    const browser = await world.test.browserOf(world.sender)
    const path = `/referrals/${referralId}/external-link`
    const made = await browser.submit(await browser.get(path), path, { days: '7' })
    const token = shownLink.exec(made.html)?.[1] ?? ''
    const code = (shownCode.exec(made.text) ?? []).slice(1).join('')
    return { browser, path, made, token, code }
  }

  it('finds the way from the referral, and sees link and code once', async () => {
    const referral = await world.aReferral()
    const page = await (await world.test.browserOf(world.sender)).get(`/referrals/${referral.id}`)
    expect(page.text).toContain('Nơi nhận chưa dùng Bến An')
    expect(page.html).toContain(`/referrals/${referral.id}/external-link`)

    const { browser, path, made, token, code } = await make(referral.id)
    expect([made.status, token.length, code.length]).toEqual([200, 43, 8])
    expect((await world.opened(`/x/${token}`, code)).shown.path).toBe(`/x/${token}`)

    const again = await browser.get(path)
    expect(again.text).toContain('Đã được mở')
    for (const secret of [token, code, `${code.slice(0, 4)} ${code.slice(4)}`])
      expect(again.html).not.toContain(secret)
  })

  it('never prints the code: what holds it is left off the paper', async () => {
    const { made, code } = await make((await world.aReferral()).id)
    const [first, ...rest] = code.match(/\d{4}/g) ?? []
    const spoken = `${first} ${rest.join('')}`
    // Everything up to the code stands within what is not printed, and the address does not.
    const before = made.html.slice(0, made.html.indexOf(spoken))
    const opened = before.lastIndexOf('<div class="ba-no-print">')
    expect(opened).toBeGreaterThan(0)
    const between = before.slice(opened)
    expect((between.match(/<div/g) ?? []).length).toBeGreaterThan(
      (between.match(/<\/div>/g) ?? []).length,
    )
    expect(made.html.indexOf('/x/')).toBeLessThan(opened)
    expect(made.text).toContain('Không bao giờ gửi đường dẫn và mã cùng một cách')
  })

  it('ends the old link with a new one, and the last with a button', async () => {
    const referral = await world.aReferral()
    const old = await make(referral.id)
    const made = await make(referral.id)
    const stranger = world.test.stranger()
    expect((await stranger.get(`/x/${old.token}`)).status).toBe(404)
    expect((await stranger.get(`/x/${made.token}`)).status).toBe(200)
    const revoked = await made.browser.submit(
      await made.browser.get(made.path),
      `${made.path}/revoke`,
    )
    expect(revoked.text).toContain('Đã thu hồi')
    expect((await stranger.get(`/x/${made.token}`)).status).toBe(404)
  })

  it('is told on the page when no link can be made any more', async () => {
    const referral = await world.aReferral()
    const { browser, path } = await make(referral.id)
    const form = await browser.get(path)
    await world.test.owner.query(`UPDATE referral SET status = 'expired' WHERE id = $1`, [
      referral.id,
    ])
    const refused = await browser.submit(form, path, { days: '7' })
    expect([refused.status, refused.text.includes('Chỉ tạo đường dẫn được')]).toEqual([409, true])
  })

  it('prints a form that bears the number in place of the person', async () => {
    const referral = await world.aReferral()
    const { browser } = await make(referral.id)
    const form = await browser.get(`/referrals/${referral.id}/form`)
    for (const word of [
      referral.number,
      world.outside.name,
      'chỉ gặp nhân viên nữ',
      'Hai bản',
      'Phần của nơi nhận',
      'Phản hồi cho nơi gửi',
    ])
      expect(form.text).toContain(word)
    for (const secret of [girlsName, 'Mai', '0905 000', 'Nguyễn Du', 'tiệm may', 'BA-', '/x/'])
      expect(form.html).not.toContain(secret)
    expect(/<title>([^<]*)<\/title>/.exec(form.html)?.[1]).toBe(`Phiếu ${referral.number} – Bến An`)
    const outside = /<div class="ba-paper__outside">(.*?)<\/div>/s.exec(form.html)?.[1] ?? ''
    for (const word of ['tâm lý', 'Khẩn', world.sender.unit.name])
      expect(outside).not.toContain(word)
    expect(form.html).toContain('<svg class="ba-qr"')
    const { rows } = await world.test.owner.query(
      `SELECT count(*)::int AS count FROM audit_entry
        WHERE subject_id = $1 AND action = 'exchange.print' AND actor_id = $2`,
      [referral.id, world.sender.id],
    )
    expect(rows).toEqual([{ count: 1 }])
  })

  it('puts the link on paper from the page that showed it, never with the code', async () => {
    const referral = await world.aReferral()
    const { browser, made, code } = await make(referral.id)
    const action = `/referrals/${referral.id}/form`
    const form = await browser.submit(made, action)
    expect(form.text).toContain('Trả lời bằng điện thoại')
    expect(form.html).not.toContain(code)
    expect(form.html).not.toContain(code.slice(0, 4) + ' ' + code.slice(4))
    // Later, or with the address of another link, it is left out.
    expect((await browser.get(action)).text).not.toContain('Trả lời bằng điện thoại')
    const other = await world.aLink()
    const wrong = await browser.postRaw(action, {
      ...made.formTo(action),
      token: other.link.token,
    })
    expect([wrong.status, wrong.text.includes('Trả lời bằng điện thoại')]).toEqual([200, false])
  })

  it('needs no link where the receiver works with the service, but may print the form', async () => {
    const { id } = await world.referrals.build.aSentReferral(world.cast)
    const browser = await world.test.browserOf(world.sender)
    expect((await browser.get(`/referrals/${id}`)).text).not.toContain('Nơi nhận chưa dùng Bến An')
    const link = await browser.get(`/referrals/${id}/external-link`)
    expect(link.html).not.toContain(`action="/referrals/${id}/external-link"`)
    expect((await browser.get(`/referrals/${id}/form`)).text).toContain('Mở trong Bến An')
  })

  it('is the only one who may: not the receiver, a colleague, a supervisor or who is kept away', async () => {
    const referral = await world.aReferral()
    const { path } = await make(referral.id)
    const { sendersColleague, sendersSupervisor, receiver, supervisor, sender } = world.cast
    const paths = [path, `/referrals/${referral.id}/form`]
    const nowhere = (text: string): boolean => text.includes('Không tìm thấy trang này')
    for (const worker of [sendersColleague, receiver, supervisor]) {
      const browser = await world.test.browserOf(worker)
      for (const one of paths) {
        const { status, text } = await browser.get(one)
        expect([one, status, nowhere(text)]).toEqual([one, 404, true])
      }
    }
    const supervisors = await world.test.browserOf(sendersSupervisor)
    expect((await supervisors.get(path)).html).not.toContain(`action="${path}"`)
    expect((await supervisors.get(`/referrals/${referral.id}/form`)).status).toBe(404)
    const api = await world.test.apiOf(sendersSupervisor)
    expect((await api.get(path)).status).toBe(200)
    expect((await api.post(path)).status).toBe(404)
    expect((await api.delete(path)).status).toBe(404)

    await world.referrals.block(sender, referral.caseId)
    try {
      const blocked = await world.test.browserOf(sender)
      for (const one of paths) expect((await blocked.get(one)).status).toBe(404)
    } finally {
      await world.test.owner.query('DELETE FROM case_block WHERE case_id = $1', [referral.caseId])
    }
  })
})

describe('the API of one-time links', () => {
  const exchange = useExchange()
  let world: ExchangeWorld
  beforeAll(async () => {
    world = await exchange()
  })

  it('gives link and code once: repeated, the same request makes nothing and tells nothing', async () => {
    const referral = await world.aReferral()
    const api = await world.test.apiOf(world.sender)
    const path = `/referrals/${referral.id}/external-link`
    expect((await api.get(path)).body).toEqual({ receiverOnBenAn: false, link: null })

    const sending = { idempotencyKey: 'the-same-request' }
    const made = await api.post(path, { days: 3 }, sending)
    expect(made.status).toBe(201)
    const { link, code } = made.body as { link: string; code: string }
    const token = link.split('/x/')[1] ?? ''
    expect([token.length, code.length]).toEqual([43, 8])

    const again = await api.post(path, { days: 3 }, sending)
    expect([again.status, again.body]).toMatchObject([201, { link: null, code: null }])
    const { browser, shown } = await world.opened(`/x/${token}`, code)
    expect(shown.status).toBe(200)
    await browser.submit(await browser.get(`/x/${token}/accept`), `/x/${token}/accept`, answerer)
    expect((await api.get(path)).body).toMatchObject({
      receiverOnBenAn: false,
      link: { state: 'answered', triesLeft: 5 },
    })
  })

  it('takes a link back, once', async () => {
    const { referral, path: address } = await world.aLink()
    const api = await world.test.apiOf(world.sender)
    const path = `/referrals/${referral.id}/external-link`
    expect((await api.delete(path)).status).toBe(204)
    expect((await world.test.stranger().get(address)).status).toBe(404)
    expect(await api.delete(path)).toMatchObject({ status: 409 })
    expect((await api.get(path)).body).toMatchObject({ link: { state: 'revoked' } })
  })

  it('refuses another number of days, and a unit that works with the service', async () => {
    const referral = await world.aReferral()
    const api = await world.test.apiOf(world.sender)
    expect((await api.post(`/referrals/${referral.id}/external-link`, { days: 400 })).status).toBe(
      422,
    )
    const { id } = await world.referrals.build.aSentReferral(world.cast)
    expect((await api.post(`/referrals/${id}/external-link`)).status).toBe(409)
  })
})
