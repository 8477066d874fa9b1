import { beforeAll, describe, expect, it, jest } from '@jest/globals'
import { createHash, randomBytes } from 'node:crypto'
import type { Shown } from '../../../../test/support/browser.js'
import { Clock } from '../../../platform/clock/clock.js'
import { RevokeLink } from './revoke-link.js'
import { anotherCode, answerer, useExchange, type ExchangeWorld } from '../testing/use-exchange.js'

/** Somebody who has found an address, or a code, or a telephone with the page open. */
describe('who attacks a one-time link', () => {
  const exchange = useExchange()
  let world: ExchangeWorld
  let nextNetwork = 0

  beforeAll(async () => {
    world = await exchange()
  })

  // Each test from a network of its own, so that none slows down another.
  const guess = async (
    path: string,
    code: string,
    address = `10.1.0.${(nextNetwork += 1)}`,
  ): Promise<{ status: number; body: string; headers: Record<string, unknown> }> => {
    const answer = await world.test.app.inject({
      method: 'POST',
      url: path,
      remoteAddress: address,
      headers: { 'content-type': 'application/x-www-form-urlencoded', 'accept-language': 'vi' },
      payload: new URLSearchParams({ code }).toString(),
    })
    return { status: answer.statusCode, body: answer.body, headers: answer.headers }
  }
  const triesLeft = async (referralId: string): Promise<number | undefined> => {
    const { rows } = await world.test.owner.query<{ left: number }>(
      'SELECT tries_left AS left FROM external_link WHERE referral_id = $1 AND revoked_at IS NULL',
      [referralId],
    )
    return rows[0]?.left
  }
  const outline = ({ status, html, headers }: Shown): object => ({
    status,
    html,
    headers: Object.keys(headers).sort(),
  })

  it('is locked out after five codes, also from the right one, and the sender is told', async () => {
    const { referral, link, path } = await world.aLink()
    for (const expected of [422, 422, 422, 422, 404])
      expect((await guess(path, anotherCode(link.code))).status).toBe(expected)
    expect(await triesLeft(referral.id)).toBe(0)
    expect((await guess(path, link.code)).status).toBe(404)
    expect(await world.eventsOf(referral.id)).toEqual([
      'referral.requested',
      'exchange.link-locked',
    ])
    const sender = await world.test.browserOf(world.sender)
    for (const page of [`/referrals/${referral.id}`, `/referrals/${referral.id}/external-link`])
      expect((await sender.get(page)).text).toContain('Bị khoá')
  })

  it('gets no more than five guesses out of fifty at once', async () => {
    const { referral, link, path } = await world.aLink()
    const codes = Array.from({ length: 50 }, (_, at) =>
      String((Number(link.code) + 1 + at) % 100_000_000).padStart(8, '0'),
    )
    const answers = await Promise.all(codes.map((code) => guess(path, code)))
    expect(answers.filter(({ status }) => status === 422)).toHaveLength(4)
    expect(answers.filter(({ status }) => status === 404)).toHaveLength(46)
    expect(await triesLeft(referral.id)).toBe(0)
    const events = await world.eventsOf(referral.id)
    expect(events.filter((type) => type === 'exchange.link-locked')).toHaveLength(1)
  })

  it('is slowed down across many links from one network', async () => {
    const answers: number[] = []
    for (let at = 0; at < 12; at += 1)
      answers.push(
        (await guess(`/x/${randomBytes(32).toString('base64url')}`, '00000000', '10.9.9.9')).status,
      )
    expect(answers.slice(0, 10)).toEqual(Array<number>(10).fill(404))
    expect(answers.slice(10)).toEqual([429, 429])
    const { link, path } = await world.aLink()
    const { status, headers, body } = await guess(path, link.code, '10.9.9.9')
    expect([status, Number(headers['retry-after']) > 0]).toEqual([429, true])
    expect(body).not.toContain('Bến An')
    expect((await guess(path, link.code, '10.9.9.10')).status).toBe(303)
  })

  it('cannot tell an address that never was from one that expired, was revoked, locked or used up', async () => {
    const expired = await world.aLink()
    await world.test.owner.query(
      `UPDATE external_link SET created_at = now() - interval '2 days',
              expires_at = now() - interval '1 day' WHERE referral_id = $1`,
      [expired.referral.id],
    )
    const revoked = await world.aLink()
    await world.referrals.find(RevokeLink).run(world.sender.actor, revoked.referral.id)
    const replaced = await world.aLink()
    await world.makeLink(replaced.referral.id)
    const locked = await world.aLink()
    await world.test.owner.query('UPDATE external_link SET tries_left = 0 WHERE referral_id = $1', [
      locked.referral.id,
    ])
    const used = await world.aLink()
    const { browser } = await world.opened(used.path, used.link.code)
    await browser.submit(await browser.get(`${used.path}/reject`), `${used.path}/reject`, {
      ...answerer,
      reason: 'duplicate',
    })
    const dead = [expired, revoked, replaced, locked, used]
    const unknown = `/x/${randomBytes(32).toString('base64url')}`
    const stranger = world.test.stranger()
    const asked = outline(await stranger.get(unknown))
    const tried = await guess(unknown, '12345678')
    for (const { path, link } of dead) {
      expect(outline(await stranger.get(path))).toEqual(asked)
      expect(outline(await stranger.get(`${path}/accept`))).toEqual(asked)
      const answer = await guess(path, link.code)
      expect([answer.status, answer.body]).toEqual([tried.status, tried.body])
      expect(Object.keys(answer.headers).sort()).toEqual(Object.keys(tried.headers).sort())
    }
  })

  it('opens nothing with an address in another case, cut, lengthened or escaped', async () => {
    const { link, path } = await world.aLink()
    const { token } = link
    const flipped = token.replace(/[a-z]/i, (letter) =>
      letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase(),
    )
    for (const other of [
      flipped,
      token.toLowerCase(),
      token.slice(0, -1),
      `${token}A`,
      `${token}%00`,
      `${token}=`,
      createHash('sha256').update(token).digest('base64url'),
    ]) {
      expect((await world.test.stranger().get(`/x/${other}`)).status).toBe(404)
      expect((await guess(`/x/${other}`, link.code)).status).toBe(404)
    }
    expect((await world.test.stranger().get(path)).status).toBe(200)
  })

  it('opens no other link with the cookie of this one', async () => {
    const [mine, other] = [await world.aLink(), await world.aLink()]
    // Somebody else is in there.
    await world.opened(other.path, other.link.code)
    const { browser } = await world.opened(mine.path, mine.link.code)
    const form = await browser.get(`${mine.path}/accept`)
    const shown = await browser.get(other.path)
    expect([shown.status, shown.text.includes('Nhập mã')]).toEqual([200, true])
    const sent = await browser.postRaw(`${other.path}/accept`, {
      ...form.formTo(`${mine.path}/accept`),
      ...answerer,
    })
    expect(sent.text).toContain('Nhập mã')
    expect(await world.statusOf(other.referral.id)).toBe('requested')
  })

  it('answers nothing with a form of their own', async () => {
    const { referral, link, path } = await world.aLink()
    const { browser } = await world.opened(path, link.code)
    const stranger = await world.opened(path, link.code)
    const theirs = (await stranger.browser.get(`${path}/accept`)).formTo(`${path}/accept`)['form']
    for (const token of [{}, { form: '' }, { form: 'x'.repeat(43) }, { form: theirs ?? '' }]) {
      const refused = await browser.postRaw(`${path}/accept`, { ...answerer, ...token })
      expect(refused.status).toBe(403)
      expect(refused.html).not.toContain('Bến An')
    }
    const fromElsewhere = await browser.postRaw(
      `${path}/accept`,
      { ...(await browser.get(`${path}/accept`)).formTo(`${path}/accept`), ...answerer },
      { origin: 'https://evil.example' },
    )
    expect(fromElsewhere.status).toBe(403)
    expect(await world.statusOf(referral.id)).toBe('requested')
  })

  it('does not keep out old browsers, which give no origin where no referrer is wanted', async () => {
    const { referral, link, path } = await world.aLink()
    const { browser } = await world.opened(path, link.code)
    const form = (await browser.get(`${path}/accept`)).formTo(`${path}/accept`)
    const sent = await browser.postRaw(
      `${path}/accept`,
      { ...form, ...answerer },
      { origin: 'null' },
    )
    expect([sent.status, await world.statusOf(referral.id)]).toEqual([200, 'accepted'])
  })

  it('finds a telephone closed after a quarter of an hour', async () => {
    const { link, path } = await world.aLink()
    const { browser } = await world.opened(path, link.code)
    const later = (minutes: number): Date => new Date(Date.now() + minutes * 60_000)
    const clock = jest.spyOn(world.test.app.get(Clock), 'now')
    try {
      clock.mockReturnValue(later(14))
      expect((await browser.get(path)).text).toContain('Câu trả lời của bạn')
      clock.mockReturnValue(later(28))
      expect((await browser.get(path)).text).toContain('Câu trả lời của bạn')
      clock.mockReturnValue(later(44))
      expect((await browser.get(path)).text).toContain('Nhập mã')
    } finally {
      clock.mockRestore()
    }
  })

  it('cannot make or mend the cookie of somebody who was let in', async () => {
    const { link, path } = await world.aLink()
    const answer = await guess(path, link.code)
    const cookie = String(answer.headers['set-cookie'])
    expect(cookie).toMatch(/HttpOnly/)
    expect(cookie).toMatch(/SameSite=Strict/)
    expect(cookie).toMatch(/Path=\/x(;|$)/)
    expect(cookie).toMatch(/Secure/)
    // Whatever is changed in it, nothing opens.
    const [name = '', value = ''] = (cookie.split(';')[0] ?? '').split('=')
    const flipped = value.replace(/^./, (letter) => (letter === 'A' ? 'B' : 'A'))
    for (const forged of [value.slice(0, -4), `${value}AAAA`, flipped, 'x', '']) {
      const shown = await world.test.app.inject({
        url: path,
        headers: { cookie: `${name}=${forged}`, 'accept-language': 'vi' },
      })
      expect(shown.body).toContain('Nhập mã')
    }
  })

  it('leaves a trace: each code that was refused, each page that was seen, each answer', async () => {
    const { referral, link, path } = await world.aLink()
    await guess(path, anotherCode(link.code))
    const { browser } = await world.opened(path, link.code)
    await browser.submit(await browser.get(`${path}/accept`), `${path}/accept`, answerer)
    const { rows } = await world.test.owner.query<{ deed: string }>(
      `SELECT DISTINCT action || ' ' || outcome AS deed FROM audit_entry
        WHERE subject_id = $1 AND actor_kind = 'system' AND case_id = $2 ORDER BY 1`,
      [referral.id, referral.caseId],
    )
    expect(rows.map(({ deed }) => deed)).toEqual([
      'exchange.answer done',
      'exchange.open done',
      'exchange.open refused',
      'exchange.preview done',
    ])
  })

  it('finds neither address nor code in the database', async () => {
    const { link } = await world.aLink()
    const { rows } = await world.test.owner.query<{ text: string }>(
      `SELECT row_to_json(l)::text AS text FROM external_link l
       UNION ALL SELECT row_to_json(o)::text FROM outbox_event o
       UNION ALL SELECT row_to_json(a)::text FROM audit_entry a
       UNION ALL SELECT row_to_json(i)::text FROM idempotency_key i`,
    )
    const all = rows.map(({ text }) => text).join('\n')
    expect(all).not.toContain(link.token)
    expect(all).not.toContain(link.code)
  })
})
