import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import type { TestWorker } from '../../../test/support/world.js'
import { useApp } from '../../../test/support/app.js'
import { system } from '../../platform/access/actor.js'
import { statement } from '../../platform/database/statement.js'
import { Database, Transactions } from '../../platform/database/transactions.js'
import { NotFound } from '../../platform/errors/not-found.js'
import { DeliverEvent, DeliveryFailed, maxAttempts } from '../../platform/outbox/deliver-event.js'
import { EventConsumer } from '../../platform/outbox/event-consumer.js'
import { EventConsumers } from '../../platform/outbox/event-consumers.js'
import { Outbox } from '../../platform/outbox/index.js'
import { ListNotifications } from '../notifications/use-cases/list-notifications.js'
import { ReplayDeliveries } from './use-cases/replay-deliveries.js'
import { WatchDeliveries } from './use-cases/watch-deliveries.js'

const secret = 'Trần Thị Ẩn Danh'

class Broken extends EventConsumer {
  readonly consumer = 'broken-lamp'
  readonly types = ['lamp.broken', 'lamp.stolen']
  isMended = false
  async handle(): Promise<void> {
    if (!this.isMended) throw new TypeError(secret)
  }
}

describe('dead letters', () => {
  const test = useApp()
  const broken = new Broken()
  let admin: TestWorker

  const find = <Provider>(type: new (...args: never[]) => Provider): Provider =>
    test().app.get(type, { strict: false })

  beforeAll(async () => {
    find(EventConsumers).add(broken)
    admin = await test().given.aWorker(await test().given.aUnit('hotline'), ['system-admin'])
  })
  beforeEach(async () => {
    broken.isMended = false
    await test().owner.query('DELETE FROM outbox_event')
    await test().owner.query('DELETE FROM inbox_event')
    await test().owner.query('DELETE FROM notification')
  })

  const giveUp = async (type = 'lamp.broken'): Promise<{ id: string; subjectId: string }> => {
    const [id, subjectId] = [randomUUID(), randomUUID()]
    await find(Transactions).run(system('delivery'), () =>
      find(Outbox).add({ id, type, subjectId, caseId: null, data: { secret: 'inside' } }),
    )
    const deliver = find(DeliverEvent)
    for (let attempt = 0; attempt < maxAttempts; attempt++)
      await expect(deliver.run(id)).rejects.toThrow(DeliveryFailed)
    return { id, subjectId }
  }
  const told = async (worker: TestWorker) =>
    (await find(ListNotifications).run(worker.actor)).items.map(({ kind, weight }) => [
      kind,
      weight,
    ])

  it('say type, cause, tries and whose id, and nothing of what is inside', async () => {
    const { id, subjectId } = await giveUp()
    const api = await test().apiOf(admin)
    const { body, text } = await api.get('/dead-letters')
    expect(body).toMatchObject({
      counts: [{ type: 'lamp.broken', count: 1 }],
      items: [{ id, subjectId, type: 'lamp.broken', cause: 'TypeError', attempts: maxAttempts }],
      next: null,
    })
    const page = await (await test().browserOf(admin)).get('/admin/dead-letters')
    expect(page.text).toContain('TypeError')
    for (const shown of [text, page.html]) {
      expect(shown).not.toContain(secret)
      expect(shown).not.toContain('inside')
    }
  })

  it('are tried again one by one, by type, or all, once their cause is mended', async () => {
    const first = await giveUp()
    await giveUp()
    await giveUp('lamp.stolen')
    await test().deliverAll()
    broken.isMended = true
    const replay = find(ReplayDeliveries)

    await replay.one(admin.actor, first.id)
    await expect(replay.one(admin.actor, first.id)).rejects.toThrow(NotFound)
    expect(await replay.all(admin.actor, 'lamp.broken')).toBe(1)
    const browser = await test().browserOf(admin)
    const shown = await browser.submit(
      await browser.get('/admin/dead-letters'),
      '/admin/dead-letters/replay',
    )
    expect(shown.text).toContain('Đang gửi lại')

    await test().deliverAll()
    const { counts, items } = await find(WatchDeliveries).run(admin.actor, { limit: 10 })
    expect({ counts, items }).toEqual({ counts: [], items: [] })
    const { rows } = await test().owner.query(
      `SELECT count(*)::int AS count FROM audit_entry
        WHERE action = 'delivery.replay' AND actor_id = $1 AND outcome = 'done'`,
      [admin.id],
    )
    expect(rows).toEqual([{ count: 3 }])
  })

  it('raise one alarm a type and hour, with whoever looks after the service, and nobody else', async () => {
    const colleague = await test().given.aWorker(admin.unit, ['caseworker', 'supervisor'])
    await giveUp()
    await giveUp()
    await giveUp('lamp.stolen')
    await test().deliverAll()
    expect(await told(admin)).toEqual([
      ['delivery.given-up', 'to-do'],
      ['delivery.given-up', 'to-do'],
    ])
    expect(await told(colleague)).toEqual([])
  })

  it('are counted for whoever watches the service from outside', async () => {
    await giveUp()
    const answer = await test().app.inject({ url: '/ready' })
    expect(answer.json()).toEqual({ status: 'ready', deadLetters: 1 })
  })

  it('are shown page by page', async () => {
    const ids = [await giveUp(), await giveUp(), await giveUp()].map(({ id }) => id).reverse()
    const watch = find(WatchDeliveries)
    const { items, next } = await watch.run(admin.actor, { limit: 2 })
    const rest = await watch.run(admin.actor, { limit: 2, after: next ?? '' })
    expect([...items, ...rest.items].map(({ id }) => id)).toEqual(ids)
    expect(rest.next).toBeNull()
  })

  it('are not found by anybody else: no page, no use case, no statement', async () => {
    const { id } = await giveUp()
    for (const role of [
      'caseworker',
      'supervisor',
      'unit-admin',
      'coordinator',
      'auditor',
    ] as const) {
      const worker = await test().given.aWorker(admin.unit, [role])
      const browser = await test().browserOf(worker)
      const api = await test().apiOf(worker)
      expect((await browser.get('/admin/dead-letters')).status).toBe(404)
      expect((await api.get('/dead-letters')).status).toBe(404)
      expect((await api.post(`/dead-letters/${id}/replay`)).status).toBe(404)
      expect((await api.post('/dead-letters/replay')).status).toBe(404)
      await expect(find(WatchDeliveries).run(worker.actor, { limit: 1 })).rejects.toThrow(NotFound)
      await expect(find(ReplayDeliveries).all(worker.actor)).rejects.toThrow(NotFound)
      const ask = (text: string) =>
        find(Transactions).run(worker.actor, () =>
          find(Database).query(statement(`test.${text}`.slice(0, 60), text)),
        )
      expect(
        await ask(`SELECT * FROM guard.dead_letters('infinity', gen_random_uuid(), 9)`),
      ).toEqual([])
      expect(await ask('SELECT * FROM guard.dead_letter_counts()')).toEqual([])
      await expect(ask('SELECT guard.replay_dead_letters(NULL, NULL)')).rejects.toThrow(
        'only who looks after',
      )
    }
  })

  it('lets a system admin see no event itself', async () => {
    await giveUp()
    const rows = await find(Transactions).run(admin.actor, () =>
      find(Database).query(statement('test.outbox', 'SELECT * FROM outbox_event')),
    )
    expect(rows).toEqual([])
  })
})
