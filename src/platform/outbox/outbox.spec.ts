import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import pg from 'pg'
import {
  assembleDelivery,
  type AssembledDelivery,
} from '../../../test/chaos/support/assemble-delivery.js'
import { useDatabase } from '../../../test/support/database.js'
import { system, type WorkerActor } from '../access/actor.js'
import { statement } from '../database/statement.js'
import { maxAttempts } from './deliver-event.js'
import type { DeliveredEvent } from './domain-event.js'
import { EventConsumer } from './event-consumer.js'
import { EventConsumers } from './event-consumers.js'

const caseworker: WorkerActor = {
  kind: 'worker',
  workerId: randomUUID(),
  unitId: randomUUID(),
  agencyId: randomUUID(),
  sector: 'hotline',
  roles: ['caseworker'],
  principals: [],
}

class Noting extends EventConsumer {
  readonly noted: DeliveredEvent[] = []
  isBroken = false
  constructor(
    readonly consumer: string,
    readonly types: readonly string[],
  ) {
    super()
  }
  async handle(event: DeliveredEvent): Promise<void> {
    if (this.isBroken) throw new TypeError('Trần Thị Ẩn Danh cannot be reached')
    this.noted.push(event)
  }
}

const database = useDatabase()

describe('the outbox', () => {
  let delivery: AssembledDelivery
  let owner: pg.Client

  beforeAll(async () => {
    delivery = await assembleDelivery(database())
    owner = new pg.Client({ connectionString: database().ownerUrl })
    await owner.connect()
  })
  afterAll(async () => {
    await owner.end()
    await delivery.stop()
  })

  const aSubject = (): string => randomUUID()
  const tell = async (type: string, subjectId = aSubject()): Promise<string> => {
    const id = randomUUID()
    await delivery.transactions.run(caseworker, () =>
      delivery.outbox.add({ id, type, subjectId, caseId: null, data: { toUnitId: subjectId } }),
    )
    return id
  }
  interface Row {
    readonly attempts: number
    readonly acknowledged_at: Date | null
    readonly last_error: string | null
  }
  const rowOf = async (id: string): Promise<Row | undefined> => {
    const { rows } = await owner.query<Row>('SELECT * FROM outbox_event WHERE id = $1', [id])
    return rows[0]
  }

  it('brings what was told to each who listens, once, however often it is delivered', async () => {
    const [first, second] = [
      new Noting('first', ['lamp.lit']),
      new Noting('second', ['lamp.lit', 'lamp.broken']),
    ]
    delivery.listenWith(first, second)
    const subjectId = aSubject()
    const id = await tell('lamp.lit', subjectId)

    await Promise.all([1, 2, 3].map(() => delivery.deliverEvent.run(id)))
    await delivery.deliverEvent.run(id)

    const event = { id, type: 'lamp.lit', subjectId, caseId: null, data: { toUnitId: subjectId } }
    expect(first.noted).toEqual([expect.objectContaining(event)])
    expect(second.noted).toEqual([expect.objectContaining(event)])
    expect((await rowOf(id))?.acknowledged_at).toEqual(expect.any(Date))
  })

  it('tries only those again who failed, and keeps no words of their error', async () => {
    const [steady, shaky] = [
      new Noting('steady', ['door.opened']),
      new Noting('shaky', ['door.opened']),
    ]
    delivery.listenWith(shaky, steady)
    const id = await tell('door.opened')

    shaky.isBroken = true
    await expect(delivery.deliverEvent.run(id)).rejects.toMatchObject({ isFinal: false })
    expect(await rowOf(id)).toMatchObject({
      attempts: 1,
      acknowledged_at: null,
      last_error: 'TypeError',
    })

    shaky.isBroken = false
    await delivery.deliverEvent.run(id)
    expect([steady.noted.length, shaky.noted.length]).toEqual([1, 1])
    expect((await rowOf(id))?.acknowledged_at).toEqual(expect.any(Date))
  })

  it('gives an event up after all tries, counts it, and delivers it when asked again', async () => {
    const broken = new Noting('broken', ['window.broken'])
    broken.isBroken = true
    delivery.listenWith(broken)
    const id = await tell('window.broken')

    for (let attempt = 1; attempt < maxAttempts; attempt++)
      await expect(delivery.deliverEvent.run(id)).rejects.toMatchObject({ isFinal: false })
    await expect(delivery.deliverEvent.run(id)).rejects.toMatchObject({ isFinal: true })
    expect(await delivery.deadLetters.ofService.counts()).toContainEqual(
      expect.objectContaining({ type: 'window.broken', count: 1 }),
    )

    broken.isBroken = false
    expect(await delivery.deadLetters.ofService.replay({ type: 'window.broken' })).toBe(1)
    await delivery.deliverEvent.run(id)
    expect(broken.noted).toHaveLength(1)
    expect(await delivery.deadLetters.ofService.counts()).toEqual([])
  })

  it('undoes what a consumer wrote before it failed', async () => {
    const followUp = randomUUID()
    class HalfWay extends EventConsumer {
      readonly consumer = 'half-way'
      readonly types = ['bridge.crossed']
      async handle(): Promise<void> {
        await delivery.outbox.add({
          id: followUp,
          type: 'bridge.left',
          subjectId: aSubject(),
          caseId: null,
        })
        throw new Error('then the planks gave way')
      }
    }
    delivery.listenWith(new HalfWay())
    const id = await tell('bridge.crossed')

    await expect(delivery.deliverEvent.run(id)).rejects.toThrow()
    expect(await rowOf(followUp)).toBeUndefined()
  })

  it('takes several events in one trip and acknowledges what nobody listens to', async () => {
    const ids = [randomUUID(), randomUUID()]
    await delivery.transactions.run(caseworker, () =>
      delivery.outbox.add(
        ...ids.map((id) => ({ id, type: 'bell.rung', subjectId: aSubject(), caseId: aSubject() })),
      ),
    )
    for (const id of ids) {
      await delivery.deliverEvent.run(id)
      expect((await rowOf(id))?.acknowledged_at).toEqual(expect.any(Date))
    }
  })

  it('forgets what was told in a transaction that is taken back', async () => {
    const id = randomUUID()
    const changeOfMind = delivery.transactions.run(caseworker, async () => {
      await delivery.outbox.add({ id, type: 'lamp.lit', subjectId: aSubject(), caseId: null })
      throw new Error('not like this')
    })
    await expect(changeOfMind).rejects.toThrow('not like this')
    expect(await rowOf(id)).toBeUndefined()
  })

  it('refuses two consumers of one name', () => {
    const consumers = new EventConsumers()
    consumers.add(new Noting('twin', []))
    expect(() => consumers.add(new Noting('twin', []))).toThrow('twin')
  })

  describe('lets a worker', () => {
    const asCaseworker = (text: string, values: unknown[] = []) =>
      delivery.transactions.run(caseworker, () =>
        delivery.database.query(statement(`test.${text}`.slice(0, 60), text), values),
      )

    it('neither read nor change events', async () => {
      const id = await tell('lamp.dimmed')
      expect(await asCaseworker('SELECT * FROM outbox_event')).toEqual([])
      expect(await asCaseworker('SELECT * FROM inbox_event')).toEqual([])
      await asCaseworker('UPDATE outbox_event SET acknowledged_at = now()')
      expect((await rowOf(id))?.acknowledged_at).toBeNull()
      await expect(asCaseworker('DELETE FROM outbox_event')).rejects.toThrow('permission denied')
    })

    it('add no event as already delivered, and none as someone unknown', async () => {
      const columns = 'type, subject_id'
      await expect(
        asCaseworker(
          `INSERT INTO outbox_event (${columns}, acknowledged_at) VALUES ('a.b', $1, now())`,
          [aSubject()],
        ),
      ).rejects.toThrow('permission denied')
      const nobody = new pg.Client({ connectionString: database().appUrl })
      await nobody.connect()
      await expect(
        nobody.query(`INSERT INTO outbox_event (${columns}) VALUES ('a.b', $1)`, [aSubject()]),
      ).rejects.toThrow('row-level security')
      await nobody.end()
    })

    it('not mark events as acted on', async () => {
      await expect(
        asCaseworker('INSERT INTO inbox_event (consumer, event_id) VALUES ($1, $2)', [
          'notifications',
          randomUUID(),
        ]),
      ).rejects.toThrow('row-level security')
    })

    it('see only their own answered requests, for a day', async () => {
      const insert =
        'INSERT INTO idempotency_key (actor_id, key, body_hash) VALUES ($1, $2, sha256($2::text::bytea))'
      await asCaseworker(insert, [caseworker.workerId, 'mine'])
      await expect(asCaseworker(insert, [randomUUID(), 'theirs'])).rejects.toThrow(
        'row-level security',
      )
      await owner.query(insert, [randomUUID(), 'someone'])
      const own = 'SELECT key FROM idempotency_key'
      expect(await asCaseworker(own)).toEqual([{ key: 'mine' }])

      await delivery.rows.forgetOldAnswers()
      expect(await asCaseworker(own)).toHaveLength(1)
      await owner.query(`UPDATE idempotency_key SET created_at = now() - interval '25 hours'`)
      await delivery.rows.forgetOldAnswers()
      expect(await asCaseworker(own)).toEqual([])
    })
  })

  it('is read by the service itself alone', async () => {
    const id = await tell('lamp.out')
    const read = statement('test.read-outbox', 'SELECT id FROM outbox_event WHERE id = $1')
    const asService = delivery.transactions.run(system('delivery'), () =>
      delivery.database.query(read, [id]),
    )
    expect(await asService).toEqual([{ id }])
  })
})
