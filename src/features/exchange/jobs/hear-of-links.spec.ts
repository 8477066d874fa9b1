import { beforeAll, describe, expect, it } from '@jest/globals'
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

  it('hears when it has run out while the referral waits, and not when it was taken back or answered', async () => {
    const [waiting, taken, answered, renewed] = [
      await world.aLink(),
      await world.aLink(),
      await world.aLink(),
      await world.aLink(),
    ]
    await world.referrals.find(RevokeLink).run(world.sender.actor, taken.referral.id)
    const { browser } = await world.opened(answered.path, answered.link.code)
    await browser.submit(await browser.get(`${answered.path}/reject`), `${answered.path}/reject`, {
      ...answerer,
      reason: 'no_capacity',
    })
    await passTime(13)
    expect(await told(waiting.referral.id)).toEqual([])
    await world.makeLink(renewed.referral.id)
    await passTime(2)
    expect(await told(waiting.referral.id)).toEqual([['exchange.link-expired', world.sender.id]])
    for (const { referral } of [taken, answered, renewed])
      expect(await told(referral.id)).toEqual([])
  })
})
