import { beforeAll, describe, expect, it } from '@jest/globals'
import type { Browser } from '../../../../test/support/browser.js'
import { RevokeLink } from '../use-cases/revoke-link.js'
import { anotherCode, answerer, useExchange, type ExchangeWorld } from '../testing/use-exchange.js'

describe('the sender of a link', () => {
  const exchange = useExchange()
  let world: ExchangeWorld
  beforeAll(async () => {
    world = await exchange()
  })

  /** What each worker was told about the referral's link. */
  const told = async (referralId: string): Promise<string[][]> => {
    await world.test.deliverAll()
    const { rows } = await world.test.owner.query<{ kind: string; worker: string }>(
      `SELECT kind, worker_id AS worker FROM notification
        WHERE subject_id = $1 AND kind LIKE 'exchange.%' ORDER BY created_at`,
      [referralId],
    )
    return rows.map(({ kind, worker }) => [kind, worker])
  }
  const passTime = (days: number): Promise<void> =>
    world.test.ringTimers(new Date(world.test.clock.now().getTime() + days * 86_400_000))
  // Each from a network of its own, so that none slows down another.
  let network = 0
  const guessFiveTimes = async (path: string, code: string): Promise<void> => {
    network += 1
    for (let at = 0; at < 5; at += 1)
      await world.test.app.inject({
        method: 'POST',
        url: path,
        remoteAddress: `10.2.0.${network}`,
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        payload: new URLSearchParams({ code: anotherCode(code) }).toString(),
      })
  }

  const say = async (
    browser: Browser,
    path: string,
    move: 'accept' | 'fail',
    fields: Record<string, string> = {},
  ): Promise<void> => {
    const form = `${path}/${move}`
    await browser.submit(await browser.get(form), form, { ...answerer, ...fields })
  }
  // Answered, so that the referral itself does not run out first.
  const anAcceptedOne = async () => {
    const made = await world.aLink()
    const { browser } = await world.opened(made.path, made.link.code)
    await say(browser, made.path, 'accept')
    return { ...made, browser }
  }

  it('hears once that it was locked, with a way to the referral and nothing more', async () => {
    const { referral, link, path } = await world.aLink()
    await guessFiveTimes(path, link.code)
    expect(await told(referral.id)).toEqual([['exchange.link-locked', world.sender.id]])
    const page = await (await world.test.browserOf(world.sender)).get('/notifications')
    expect(page.text).toContain('bị khoá sau năm lần nhập sai mã')
    expect(page.html).not.toContain(link.token)
  })

  it('does not hear of a lock that a new link has overtaken', async () => {
    const { referral, link, path } = await world.aLink()
    await guessFiveTimes(path, link.code)
    await world.makeLink(referral.id)
    expect(await told(referral.id)).toEqual([])
  })

  it('hears in place of the unit when its clocks ring: nobody there can be reminded', async () => {
    const { id } = await world.aReferral()
    await passTime(2.5)
    const { rows } = await world.test.owner.query(
      `SELECT DISTINCT worker_id AS worker FROM notification
        WHERE subject_id = $1 AND kind = 'referral.reminded'`,
      [id],
    )
    expect(rows).toEqual([{ worker: world.sender.id }])
    expect(await world.statusOf(id)).toBe('expired')
  })

  it('hears when it has run out before the outcome came, and not when it was taken back or used up', async () => {
    const [waiting, taken, answered, renewed] = [
      await anAcceptedOne(),
      await anAcceptedOne(),
      await anAcceptedOne(),
      await anAcceptedOne(),
    ]
    await world.referrals.find(RevokeLink).run(world.sender.actor, taken.referral.id)
    await say(answered.browser, answered.path, 'fail', { reason: 'contact_lost' })
    await passTime(13)
    expect(await told(waiting.referral.id)).toEqual([])
    await world.makeLink(renewed.referral.id)
    await passTime(2)
    expect(await told(waiting.referral.id)).toEqual([['exchange.link-expired', world.sender.id]])
    for (const { referral } of [taken, answered, renewed])
      expect(await told(referral.id)).toEqual([])
  })
})
