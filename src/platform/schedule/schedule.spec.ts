import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import pg from 'pg'
import {
  assembleDelivery,
  type AssembledDelivery,
} from '../../../test/chaos/support/assemble-delivery.js'
import { eventually } from '../../../test/chaos/support/eventually.js'
import { useDatabase } from '../../../test/support/database.js'
import { system, type WorkerActor } from '../access/actor.js'
import { statement } from '../database/statement.js'
import type { DeliveredEvent } from '../outbox/domain-event.js'
import { EventConsumer } from '../outbox/event-consumer.js'

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
  readonly consumer = 'noting'
  readonly types = ['tide.turned']
  readonly noted: string[] = []
  async handle({ subjectId }: DeliveredEvent): Promise<void> {
    this.noted.push(subjectId)
  }
}

const noon = new Date('2026-11-22T05:00:00Z')
const later = (minutes: number): Date => new Date(noon.getTime() + minutes * 60_000)

const database = useDatabase()

describe('the schedule', () => {
  let delivery: AssembledDelivery
  let owner: pg.Client
  const started: AssembledDelivery[] = []

  beforeAll(async () => {
    delivery = await assembleDelivery(database())
    owner = new pg.Client({ connectionString: database().ownerUrl })
    await owner.connect()
  })
  beforeEach(async () => {
    await owner.query('DELETE FROM timer')
    await owner.query('DELETE FROM outbox_event')
  })
  afterEach(async () => {
    await Promise.all(started.splice(0).map((one) => one.stop()))
  })
  afterAll(async () => {
    await owner.end()
    await delivery.stop()
  })

  const set = async (due: Date, { subjectId = randomUUID(), key = 'turn', data = {} } = {}) => {
    await delivery.transactions.run(caseworker, () =>
      delivery.schedule.at(due, { type: 'tide.turned', subjectId, caseId: null, data }, key),
    )
    return subjectId
  }
  const told = async (subjectId: string): Promise<{ id: string; payload: unknown }[]> => {
    const { rows } = await owner.query<{ id: string; payload: unknown }>(
      'SELECT id, payload FROM outbox_event WHERE subject_id = $1',
      [subjectId],
    )
    return rows
  }
  const left = async (subjectId: string): Promise<{ id: string; key: string }[]> => {
    const { rows } = await owner.query<{ id: string; key: string }>(
      'SELECT id, key FROM timer WHERE subject_id = $1 ORDER BY key',
      [subjectId],
    )
    return rows
  }

  it('tells an event when its time has come, not before, under the id it was set with', async () => {
    const subjectId = await set(later(30), { data: { clock: 'answer' } })
    const [timer] = await left(subjectId)

    await delivery.timers.run(later(29))
    expect(await told(subjectId)).toEqual([])

    await delivery.timers.run(later(30))
    expect(await told(subjectId)).toEqual([{ id: timer?.id, payload: { clock: 'answer' } }])
    expect(await left(subjectId)).toEqual([])
    expect(await delivery.timers.run(later(60))).toBe(0)
  })

  it('keeps one timer a subject and key, and moves it', async () => {
    const subjectId = await set(later(10))
    await set(later(20), { subjectId })
    await set(later(15), { subjectId, key: 'other' })

    expect(await delivery.timers.next()).toEqual(later(15))
    await delivery.timers.run(later(10))

    expect(await told(subjectId)).toEqual([])
    expect((await left(subjectId)).map(({ key }) => key)).toEqual(['other', 'turn'])
  })

  it('forgets what is cancelled, by the beginning of its key or all of it', async () => {
    const subjectId = await set(later(1), { key: 'clock:answer' })
    await set(later(1), { subjectId, key: 'clock:service' })
    await set(later(1), { subjectId, key: 'expiry' })
    const other = await set(later(1), { key: 'clock:answer' })
    const cancel = (prefix?: string) =>
      delivery.transactions.run(caseworker, () => delivery.schedule.cancel(subjectId, prefix))

    await cancel('clock:')
    expect((await left(subjectId)).map(({ key }) => key)).toEqual(['expiry'])
    await cancel()
    expect(await left(subjectId)).toEqual([])
    expect(await left(other)).toHaveLength(1)
  })

  it('sets nothing when the change it belongs to is not kept', async () => {
    const subjectId = randomUUID()
    await expect(
      delivery.transactions.run(caseworker, async () => {
        await delivery.schedule.at(noon, { type: 'tide.turned', subjectId, caseId: null }, 'turn')
        throw new Error('the change fails')
      }),
    ).rejects.toThrow('the change fails')

    expect(await left(subjectId)).toEqual([])
  })

  it('rings each timer once, however many workers ring at the same time', async () => {
    const subjects: string[] = []
    for (let count = 0; count < 60; count++) subjects.push(await set(noon))
    const others = await Promise.all([1, 2, 3].map(() => assembleDelivery(database())))
    started.push(...others)

    const rung = await Promise.all(
      [delivery, ...others].flatMap(({ timers }) => [timers.run(noon), timers.run(noon)]),
    )

    expect(rung.reduce((sum, count) => sum + count, 0)).toBe(60)
    const { rows } = await owner.query<{ subject_id: string }>(
      'SELECT subject_id FROM outbox_event WHERE subject_id = ANY ($1::uuid[])',
      [subjects],
    )
    expect(rows.map((row) => row.subject_id).sort()).toEqual([...subjects].sort())
  })

  it('leaves alone what another worker has in hand, and loses it not if that one dies', async () => {
    const held = await set(noon)
    const dying = new pg.Client({ connectionString: database().ownerUrl })
    await dying.connect()
    await dying.query('BEGIN')
    await dying.query('SELECT FROM timer WHERE subject_id = $1 FOR UPDATE', [held])
    await dying.query(
      `INSERT INTO outbox_event (id, type, subject_id)
       SELECT id, type, subject_id FROM timer WHERE subject_id = $1`,
      [held],
    )
    await dying.query('DELETE FROM timer WHERE subject_id = $1', [held])
    const free = await set(noon)

    expect(await delivery.timers.run(noon)).toBe(1)
    expect(await told(free)).toHaveLength(1)
    expect(await told(held)).toEqual([])

    await dying.end()
    await eventually('the dead worker lets go', async () => (await delivery.timers.run(noon)) === 1)
    expect(await told(held)).toHaveLength(1)
  })

  it('picks up old timers once a worker runs again, and rings those set meanwhile in time', async () => {
    const old = await set(new Date(Date.now() - 3 * 86_400_000))
    const worker = await assembleDelivery({
      ...database(),
      pace: { timersEveryMs: 50, lookEveryMs: 50 },
    })
    started.push(worker)
    const consumer = new Noting()
    worker.listenWith(consumer)
    worker.start()
    await eventually('the old one rings', () => consumer.noted.includes(old))

    const soon = await set(new Date(Date.now() + 200))
    await eventually('the new one rings', () => consumer.noted.includes(soon))
    expect(consumer.noted).toEqual([old, soon])
  })

  describe('behind the wall', () => {
    const seen = statement('test.timers', 'SELECT id FROM timer')
    const ring = statement('test.ring', 'SELECT guard.ring_timers(now(), 10)')
    const erase = statement('test.erase', 'DELETE FROM timer')

    it('is seen and rung by the service alone', async () => {
      await set(noon)
      const ask = (asked: typeof seen) =>
        delivery.transactions.run(caseworker, () => delivery.database.query(asked))

      expect(await ask(seen)).toEqual([])
      await expect(ask(ring)).rejects.toMatchObject({ code: '42501' })
      await expect(ask(erase)).rejects.toMatchObject({ code: '42501' })
      expect(
        await delivery.transactions.run(system('schedule'), () => delivery.database.query(seen)),
      ).toHaveLength(1)
    })

    it('is set and cancelled by nobody unsigned', async () => {
      const subjectId = await set(noon)
      const app = new pg.Client({ connectionString: database().appUrl })
      await app.connect()
      const unsigned = (sql: string) => app.query(sql, [subjectId])
      try {
        await expect(
          unsigned(`SELECT guard.set_timer(now(), 'tide.turned', $1, null, '{}', 'turn')`),
        ).rejects.toMatchObject({ code: '42501' })
        await expect(unsigned(`SELECT guard.cancel_timers($1, '')`)).rejects.toMatchObject({
          code: '42501',
        })
      } finally {
        await app.end()
      }
    })
  })
})
