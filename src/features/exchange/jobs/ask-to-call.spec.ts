import { beforeAll, describe, expect, it } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import type { TestWorker } from '../../../../test/support/world.js'
import { statement } from '../../../platform/database/statement.js'
import { Database, Transactions } from '../../../platform/database/transactions.js'
import { NarrowConsent, WithdrawConsent } from '../../consents/index.js'
import { girlsName } from '../../referrals/testing/referral.builder.js'
import { answerer, useExchange, type ExchangeWorld } from '../testing/use-exchange.js'

type Given = Awaited<ReturnType<ExchangeWorld['aLink']>>

/** Nobody at a unit outside is told by the service that sharing has ended: the sender calls. */
describe('when sharing with a unit outside ends', () => {
  const exchange = useExchange()
  let world: ExchangeWorld
  beforeAll(async () => {
    world = await exchange()
  })

  const withdraw = ({ referral }: Given): Promise<unknown> =>
    world.referrals
      .find(WithdrawConsent)
      .run(world.sender.actor, referral.caseId, referral.consentId)
  const narrow = ({ referral }: Given): Promise<unknown> =>
    world.referrals
      .find(NarrowConsent)
      .run(world.sender.actor, referral.caseId, referral.consentId, {
        keep: ['identity'],
        note: null,
      })
  const expire = async ({ referral }: Given): Promise<void> => {
    await world.test.owner.query(
      `UPDATE consent SET given_at = now() - interval '2 days',
              valid_until = now() - interval '1 second' WHERE id = $1`,
      [referral.consentId],
    )
    // As its timer would, had the day come.
    await world.test.owner.query(
      `INSERT INTO outbox_event (id, type, subject_id, case_id, payload)
       VALUES (uuidv7(), 'consent.expired', $1, $2, '{}')`,
      [referral.consentId, referral.caseId],
    )
  }
  const accept = async ({ path, link }: Given) => {
    const { browser } = await world.opened(path, link.code)
    await browser.submit(await browser.get(`${path}/accept`), `${path}/accept`, answerer)
    return browser
  }
  const told = async (referralId: string) => {
    await world.test.deliverAll()
    const { rows } = await world.test.owner.query<{ worker: string; read: boolean }>(
      `SELECT worker_id AS worker, read_at IS NOT NULL AS read FROM notification
        WHERE subject_id = $1 AND kind = 'exchange.tell-by-phone' ORDER BY worker_id`,
      [referralId],
    )
    return rows
  }
  const noticeOf = async (referralId: string): Promise<string> => {
    const { rows } = await world.test.owner.query<{ id: string }>(
      'SELECT id FROM stop_notice WHERE referral_id = $1',
      [referralId],
    )
    return rows[0]?.id ?? ''
  }
  const toldPath = async ({ referral }: Given): Promise<string> =>
    `/referrals/${referral.id}/stop/${await noticeOf(referral.id)}/told`

  it.each([
    ['withdrawn', withdraw, 'Đồng thuận đã được rút'],
    ['narrowed', narrow, 'Đồng thuận đã được rút một phần'],
    ['expired', expire, 'Đồng thuận đã hết hạn'],
  ] as const)(
    'because the consent is %s, the link is shut at the next request and the sender has to call',
    async (_, end, why) => {
      const it = await world.aLink()
      const inside = await accept(it)
      await end(it)
      await world.test.deliverAll()
      expect((await inside.get(it.path)).status).toBe(404)
      expect((await inside.get(`${it.path}/complete`)).status).toBe(404)
      const anew = await world.test.stranger().postRaw(it.path, { code: it.link.code })
      expect(anew.status).toBe(404)

      expect(await told(it.referral.id)).toEqual([{ worker: world.sender.id, read: false }])
      const sender = await world.test.browserOf(world.sender)
      const news = await sender.get('/notifications')
      expect(news.text).toContain('Hãy gọi cho nơi nhận chưa dùng Bến An: việc chia sẻ đã chấm dứt')
      expect(news.html).not.toContain(girlsName)
      const page = await sender.get(`/referrals/${it.referral.id}`)
      expect(page.text).toContain('Gọi cho nơi nhận: việc chia sẻ đã chấm dứt')
      expect(page.text).toContain(why)
      expect(page.text).toContain('0236 000 0012')

      const action = await toldPath(it)
      const done = await sender.submit(page, action)
      expect(done.text).toContain(`${world.sender.displayName} đã gọi báo ${world.outside.name}`)
      expect(done.html).not.toContain(action)
      expect(await told(it.referral.id)).toEqual([{ worker: world.sender.id, read: true }])
    },
  )

  it('shuts the link at the next request even before anything is delivered', async () => {
    for (const end of [withdraw, narrow, expire]) {
      const it = await world.aLink()
      await end(it)
      expect((await world.test.stranger().get(it.path)).status).toBe(404)
    }
  })

  it('does not say any more whom to tell who she is, once nothing is shared', async () => {
    const it = await world.aLink()
    await accept(it)
    const sender = await world.test.browserOf(world.sender)
    const path = `/referrals/${it.referral.id}`
    expect((await sender.get(path)).text).toContain('để trao thông tin về người được hỗ trợ')
    await withdraw(it)
    expect((await sender.get(path)).text).not.toContain('để trao thông tin về người được hỗ trợ')
  })

  it('is a task also where the unit has not answered, or has ended the service', async () => {
    const [waiting, ended, declined] = [
      await world.aLink(),
      await world.aLink(),
      await world.aLink(),
    ]
    const inside = await accept(ended)
    const fail = `${ended.path}/fail`
    await inside.submit(await inside.get(fail), fail, { ...answerer, reason: 'contact_lost' })
    const outside = (await world.opened(declined.path, declined.link.code)).browser
    const reject = `${declined.path}/reject`
    await outside.submit(await outside.get(reject), reject, { ...answerer, reason: 'no_capacity' })
    for (const it of [waiting, ended, declined]) await withdraw(it)
    expect(await told(waiting.referral.id)).toHaveLength(1)
    expect(await told(ended.referral.id)).toHaveLength(1)
    expect(await told(declined.referral.id)).toEqual([])
  })

  it('lets a new link be made for what is still agreed to, which then works', async () => {
    const it = await world.aLink()
    await narrow(it)
    const made = await world.makeLink(it.referral.id)
    const { shown } = await world.opened(`/x/${made.token}`, made.code)
    expect([shown.status, shown.text.includes('Nhập mã')]).toEqual([200, false])
  })

  it('is said before the consent is taken back', async () => {
    const it = await world.aLink()
    await accept(it)
    const { caseId, consentId } = it.referral
    const sender = await world.test.browserOf(world.sender)
    const before = await sender.get(`/cases/${caseId}/consents/${consentId}/withdraw`)
    expect(before.text).toContain('bạn phải gọi và báo dừng sử dụng')
    await withdraw(it)
    const after = await sender.get(`/cases/${caseId}/consents`)
    expect(after.text).toContain('Chưa ai gọi.')
  })

  it('is recorded once, however often it is said, on the page or by another system', async () => {
    const it = await world.aLink()
    await withdraw(it)
    const api = await world.test.apiOf(world.sender)
    const notice = await noticeOf(it.referral.id)
    const path = `/referrals/${it.referral.id}/stop-notices/${notice}/told-by-phone`
    expect([(await api.post(path)).status, (await api.post(path)).status]).toEqual([204, 204])
    const { rows } = await world.test.owner.query<{ by: string; at: Date }>(
      'SELECT acknowledged_by AS by, acknowledged_at AS at FROM stop_notice WHERE id = $1',
      [notice],
    )
    expect(rows).toEqual([{ by: world.sender.id, at: expect.any(Date) }])
    const trail = await world.test.owner.query(
      `SELECT count(*)::int AS count FROM audit_entry
        WHERE subject_id = $1 AND action = 'referral.tell-by-phone' AND outcome = 'done'`,
      [it.referral.id],
    )
    expect(trail.rows).toEqual([{ count: 1 }])
  })

  it('goes to the supervisors while the sender is away, who may call as well', async () => {
    const it = await world.aLink()
    const { sender, sendersSupervisor } = world.cast
    await world.test.owner.query(
      `INSERT INTO worker_absence (id, worker_id, starts_at, ends_at, recorded_by, recorded_at)
       VALUES ($1, $2, now() - interval '1 hour', now() + interval '1 day', $2, now())`,
      [randomUUID(), sender.id],
    )
    try {
      await withdraw(it)
      expect((await told(it.referral.id)).map(({ worker }) => worker).sort()).toEqual(
        [sender.id, sendersSupervisor.id].sort(),
      )
    } finally {
      await world.test.owner.query('DELETE FROM worker_absence WHERE worker_id = $1', [sender.id])
    }
    const supervisor = await world.test.browserOf(sendersSupervisor)
    const page = await supervisor.get(`/referrals/${it.referral.id}`)
    const done = await supervisor.submit(page, await toldPath(it))
    expect(done.text).toContain(`${sendersSupervisor.displayName} đã gọi báo`)
    expect((await told(it.referral.id)).every(({ read }) => read)).toBe(true)
  })

  it('is nobody else’s to say: no colleague, no other unit, no one kept away, no other referral', async () => {
    const it = await world.aLink()
    await withdraw(it)
    const notice = await noticeOf(it.referral.id)
    const { sender, sendersColleague, receiver, supervisor } = world.cast
    const say = async (worker: TestWorker, of = it.referral.id): Promise<number> =>
      (
        await (
          await world.test.apiOf(worker)
        ).post(`/referrals/${of}/stop-notices/${notice}/told-by-phone`)
      ).status
    const write = (worker: TestWorker): Promise<number> =>
      world.referrals
        .find(Transactions)
        .run(worker.actor, () =>
          world.referrals
            .find(Database)
            .change(
              statement(
                `spec.say-told-${worker.id}`,
                'UPDATE stop_notice SET acknowledged_at = now(), acknowledged_by = $2 WHERE id = $1',
              ),
              [notice, worker.id],
            ),
        )
    for (const worker of [sendersColleague, receiver, supervisor]) {
      expect(await say(worker)).toBe(404)
      expect(await write(worker)).toBe(0)
    }
    const other = await world.aLink()
    expect(await say(sender, other.referral.id)).toBe(404)
    await world.referrals.block(sender, it.referral.caseId)
    try {
      expect(await say(sender)).toBe(404)
      expect(await write(sender)).toBe(0)
    } finally {
      await world.test.owner.query('DELETE FROM case_block WHERE case_id = $1', [
        it.referral.caseId,
      ])
    }
    expect(await say(sender)).toBe(204)
  })

  it('is not the sender’s to say where the unit answers for itself', async () => {
    const inside = await world.referrals.build.anAcceptedReferral(world.cast)
    await world.referrals
      .find(WithdrawConsent)
      .run(world.sender.actor, inside.caseId, inside.consentId)
    const notice = await noticeOf(inside.id)
    const api = await world.test.apiOf(world.sender)
    const path = `/referrals/${inside.id}/stop-notices/${notice}/told-by-phone`
    expect([notice === '', (await api.post(path)).status]).toEqual([false, 404])
    expect(await told(inside.id)).toEqual([])
    const page = await (await world.test.browserOf(world.sender)).get(`/referrals/${inside.id}`)
    expect(page.text).not.toContain('Gọi cho nơi nhận')
  })
})
