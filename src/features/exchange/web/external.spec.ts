import { beforeAll, describe, expect, it } from '@jest/globals'
import { ConfirmReferral } from '../../referrals/index.js'
import { girlsName } from '../../referrals/testing/referral.builder.js'
import { anotherCode, answerer, useExchange, type ExchangeWorld } from '../testing/use-exchange.js'

const need = 'chỉ gặp nhân viên nữ'

describe('a unit without the service', () => {
  const exchange = useExchange()
  let world: ExchangeWorld
  beforeAll(async () => {
    world = await exchange()
  })

  it('is told nothing at all before the code', async () => {
    const { referral, path } = await world.aLink()
    const shown = await world.test.stranger().get(path)
    expect(shown.status).toBe(200)
    for (const word of [
      need,
      girlsName,
      referral.number,
      'Bến An',
      'Trang chủ',
      world.sender.unit.name,
      world.outside.name,
      'tâm lý',
      'Khẩn',
    ])
      expect(shown.html).not.toContain(word)
    expect(/<title>([^<]*)<\/title>/.exec(shown.html)?.[1]).toBe('Trang nhắn tin')
  })

  it('opens it on an old telephone: no script, no font, few bytes, told on to nobody', async () => {
    const { link, path } = await world.aLink()
    const { browser, shown } = await world.opened(path, link.code)
    const pages = [
      await world.test.stranger().get(path),
      shown,
      await browser.get(`${path}/reject`),
      await world.test.stranger().get('/x/nowhere'),
    ]
    for (const { html, headers } of pages) {
      expect(html.length).toBeLessThan(15_000)
      expect(html).not.toMatch(/<script|<style|\sstyle=|woff|<img/)
      expect(html).toContain('noindex')
      expect(headers).toMatchObject({
        'cache-control': 'no-store',
        'referrer-policy': 'no-referrer',
        'x-robots-tag': expect.stringContaining('noindex'),
      })
    }
  })

  it('sees after the code what a desk sees before it accepts, and never who', async () => {
    const { referral, link, path } = await world.aLink()
    const { shown } = await world.opened(path, ` ${link.code.slice(0, 4)} ${link.code.slice(4)}`)
    expect(shown.path).toBe(path)
    for (const word of [need, referral.number, world.sender.unit.name])
      expect(shown.text).toContain(word)
    for (const secret of [girlsName, 'Mai', '0905 000', 'Nguyễn Du', 'tiệm may', 'BA-'])
      expect(shown.html).not.toContain(secret)
  })

  it('accepts, calls the sender for the rest, and tells the outcome with the same link', async () => {
    const { referral, link, path } = await world.aLink()
    const { browser } = await world.opened(path, link.code)

    const accepted = await browser.submit(
      await browser.get(`${path}/accept`),
      `${path}/accept`,
      answerer,
    )
    expect([accepted.status, accepted.path]).toEqual([200, path])
    expect(accepted.text).toContain('0236 000 0001')
    expect(accepted.html).not.toContain(girlsName)
    expect(await world.statusOf(referral.id)).toBe('accepted')

    const done = await browser.submit(await browser.get(`${path}/complete`), `${path}/complete`, {
      ...answerer,
      outcome: 'given_in_full',
      text: 'Đã khám và hẹn tái khám.',
    })
    expect(done.text).toContain('Cảm ơn bạn')
    expect(await world.statusOf(referral.id)).toBe('completed')
    expect(await world.eventsOf(referral.id)).toEqual([
      'referral.requested',
      'referral.accepted',
      'referral.completed',
    ])

    const sender = await world.test.browserOf(world.sender)
    const page = await sender.get(`/referrals/${referral.id}`)
    for (const said of ['Đã khám và hẹn tái khám.', 'Y Sĩ Bông, Y sĩ trạm xá', world.outside.name])
      expect(page.text).toContain(said)
    const { rows } = await world.test.owner.query<{ version: number }>(
      'SELECT version FROM referral WHERE id = $1',
      [referral.id],
    )
    await world.referrals
      .find(ConfirmReferral)
      .run(world.sender.actor, referral.id, rows[0]?.version ?? 0, {
        received: 'yes',
        safe: 'yes',
        helpful: 'yes',
      })
    expect(await world.statusOf(referral.id)).toBe('confirmed')
  })

  it('declines with a reason, after which the link is over', async () => {
    const { referral, link, path } = await world.aLink()
    const { browser } = await world.opened(path, link.code)
    const form = await browser.get(`${path}/reject`)

    const back = await browser.submit(form, `${path}/reject`, { ...answerer, note: 'Hết chỗ' })
    expect([back.status, back.text.includes('lý do')]).toEqual([422, true])
    expect(back.formTo(`${path}/reject`)).toMatchObject({ note: 'Hết chỗ', name: answerer.name })

    const done = await browser.submit(back, `${path}/reject`, { reason: 'no_capacity' })
    expect(done.text).toContain('Cảm ơn bạn')
    expect(await world.statusOf(referral.id)).toBe('rejected')
    expect((await world.test.stranger().get(path)).status).toBe(404)
  })

  it('may send the same answer twice, at once or later: it counts once', async () => {
    const { referral, link, path } = await world.aLink()
    const { browser } = await world.opened(path, link.code)
    const form = await browser.get(`${path}/accept`)
    const sent = await Promise.all(
      [1, 2, 3].map(() => browser.submit(form, `${path}/accept`, answerer)),
    )
    const late = await browser.submit(form, `${path}/accept`, answerer)
    for (const shown of [...sent, late]) expect([shown.status, shown.path]).toEqual([200, path])
    expect(await world.eventsOf(referral.id)).toEqual(['referral.requested', 'referral.accepted'])
  })

  it('is told when somebody else’s answer came first', async () => {
    const { referral, link, path } = await world.aLink()
    const [one, other] = [await world.opened(path, link.code), await world.opened(path, link.code)]
    const rejecting = await other.browser.get(`${path}/reject`)
    await one.browser.submit(await one.browser.get(`${path}/accept`), `${path}/accept`, answerer)
    const late = await other.browser.submit(rejecting, `${path}/reject`, {
      ...answerer,
      reason: 'no_capacity',
    })
    expect([late.status, late.text.includes('Đã có người trả lời trước')]).toEqual([409, true])
    expect(await world.statusOf(referral.id)).toBe('accepted')
  })

  it('acknowledges receipt by opening', async () => {
    const { referral, link, path } = await world.aLink()
    await world.opened(path, link.code)
    const { rows } = await world.test.owner.query(
      'SELECT claimed_at IS NOT NULL AS seen, claimed_by FROM referral WHERE id = $1',
      [referral.id],
    )
    expect(rows).toEqual([{ seen: true, claimed_by: null }])
  })

  it('reads it in three languages, on every page of it', async () => {
    const { link, path } = await world.aLink()
    const { browser } = await world.opened(path, link.code)
    for (const [language, words] of [
      ['en', 'Your name'],
      ['fr', 'Votre nom'],
      ['vi', 'Tên của bạn'],
    ]) {
      const shown = await browser.get(`${path}/accept?lang=${language}`)
      expect([shown.path, shown.text.includes(words ?? '')]).toEqual([`${path}/accept`, true])
    }
  })

  it('hides the page, after which the code is asked for again', async () => {
    const { link, path } = await world.aLink()
    const { browser, shown } = await world.opened(path, link.code)
    const hidden = await browser.submit(shown, '/x/hide')
    expect(hidden.path).toBe('/x/blank')
    for (const word of ['Bến An', '/x/', 'sign-in', need]) expect(hidden.html).not.toContain(word)
    expect((await browser.get(path)).text).toContain('Nhập mã')
  })

  it('is not let in by a code that is no code, and is told so', async () => {
    const { path } = await world.aLink()
    const browser = world.test.stranger()
    const empty = await browser.submit(await browser.get(path), path, { code: ' ' })
    expect([empty.status, empty.text.includes('Hãy nhập mã')]).toEqual([422, true])
    const wrong = await browser.submit(await browser.get(path), path, { code: 'abc' })
    expect([wrong.status, wrong.text.includes('Mã chưa đúng')]).toEqual([422, true])
  })

  it('may also be opened where somebody is signed in', async () => {
    const { link, path } = await world.aLink()
    const browser = await world.test.browserOf(world.cast.receiver)
    const shown = await browser.submit(await browser.get(path), path, { code: link.code })
    const accepted = await browser.submit(
      await browser.get(`${path}/accept`),
      `${path}/accept`,
      answerer,
    )
    expect([shown.status, accepted.status]).toEqual([200, 200])
    expect(accepted.html).not.toContain(world.cast.receiver.displayName)
  })

  it('gets nowhere with a wrong code', async () => {
    const { link, path } = await world.aLink()
    const { browser, shown } = await world.opened(path, anotherCode(link.code))
    expect([shown.status, (await browser.get(path)).text.includes('Nhập mã')]).toEqual([422, true])
  })
})
