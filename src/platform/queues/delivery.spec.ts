import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import pg from 'pg'
import {
  assembleDelivery,
  type AssembledDelivery,
} from '../../../test/chaos/support/assemble-delivery.js'
import { eventually } from '../../../test/chaos/support/eventually.js'
import { describeWithRedis, startRedis, type TestRedis } from '../../../test/chaos/support/redis.js'
import { useDatabase } from '../../../test/support/database.js'
import { system } from '../access/actor.js'
import type { DeliveredEvent } from '../outbox/domain-event.js'
import { EventConsumer } from '../outbox/event-consumer.js'

class Noting extends EventConsumer {
  readonly consumer = 'noting'
  readonly types = ['lamp.lit', 'lamp.cursed']
  readonly noted: string[] = []
  async handle({ id, type }: DeliveredEvent): Promise<void> {
    if (type === 'lamp.cursed') throw new Error('no one can light this lamp')
    this.noted.push(id)
  }
}

const quick = {
  lookEveryMs: 100,
  sweepEveryMs: 100,
  overdueSeconds: 0.5,
  backoffMs: 1,
  lockMs: 1000,
  drainMs: 5000,
}

const database = useDatabase()

const stories = (useRedis: boolean) => {
  let redis: TestRedis | undefined
  let owner: pg.Client
  const started: AssembledDelivery[] = []

  beforeAll(async () => {
    if (useRedis) redis = await startRedis()
    owner = new pg.Client({ connectionString: database().ownerUrl })
    await owner.connect()
  })
  afterEach(async () => {
    await Promise.all(started.splice(0).map((delivery) => delivery.stop()))
  })
  afterAll(async () => {
    await owner.end()
    await redis?.remove()
  })

  const assemble = async (pace = {}) => {
    const { appUrl, keys } = database()
    const delivery = await assembleDelivery({
      appUrl,
      keys,
      redisUrl: redis?.url,
      pace: { ...quick, ...pace },
    })
    const consumer = new Noting()
    delivery.listenWith(consumer)
    started.push(delivery)
    return { delivery, consumer }
  }
  const tell = async ({ transactions, outbox }: AssembledDelivery, type = 'lamp.lit') => {
    const id = randomUUID()
    await transactions.run(system('delivery'), () =>
      outbox.add({ id, type, subjectId: randomUUID(), caseId: null }),
    )
    return id
  }
  const is = async (id: string, state: 'acknowledged' | 'dispatched' | 'failed') => {
    const { rows } = await owner.query<{ is: boolean }>(
      `SELECT ${state}_at IS NOT NULL AS is FROM outbox_event WHERE id = $1`,
      [id],
    )
    return rows[0]?.is === true
  }
  const acknowledged = (id: string) =>
    eventually('the event is acknowledged', () => is(id, 'acknowledged'))
  const loseTheQueue = async (): Promise<void> => {
    if (redis !== undefined) await redis.forget()
    else await owner.query('DELETE FROM bullmq.job')
  }

  // As near to a database that is away as a server shared with others allows.
  const letIn = async (isLetIn: boolean): Promise<void> => {
    const { adminUrl, appUrl } = database()
    const name = new URL(appUrl).pathname.slice(1)
    const admin = new pg.Client({
      connectionString: new URL('/postgres', adminUrl).toString(),
    })
    await admin.connect()
    await admin.query(`ALTER DATABASE ${name} WITH ALLOW_CONNECTIONS ${isLetIn}`)
    if (!isLetIn)
      await admin.query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
          WHERE datname = $1 AND usename = 'ben_an_app'`,
        [name],
      )
    await admin.end()
  }

  it('delivers what was kept before and while it runs', async () => {
    const { delivery, consumer } = await assemble()
    const before = await tell(delivery)
    delivery.start()
    await acknowledged(before)
    const during = await tell(delivery)
    await acknowledged(during)
    expect(consumer.noted).toEqual([before, during])
  })

  it('never delivers what was taken back', async () => {
    const { delivery, consumer } = await assemble()
    delivery.start()
    const takenBack = delivery.transactions.run(system('delivery'), async () => {
      await delivery.outbox.add({ type: 'lamp.lit', subjectId: randomUUID(), caseId: null })
      throw new Error('not like this')
    })
    await expect(takenBack).rejects.toThrow('not like this')
    await acknowledged(await tell(delivery))
    expect(consumer.noted).toHaveLength(1)
  })

  it('finds again what was in a queue that got lost', async () => {
    const { delivery, consumer } = await assemble()
    const ids = [await tell(delivery), await tell(delivery)]
    // Handed over, as far as the outbox knows; but no queue has ever heard of the one event.
    await delivery.rows.claim(10)
    await loseTheQueue()
    delivery.start()
    for (const id of ids) await acknowledged(id)
    expect(consumer.noted.sort()).toEqual(ids.sort())
  })

  it('does not hand over twice what merely waits in the queue', async () => {
    const { delivery } = await assemble({ concurrency: 1, overdueSeconds: 0 })
    const ids = await Promise.all(Array.from({ length: 30 }, () => tell(delivery)))
    delivery.start()
    for (const id of ids) await acknowledged(id)
    const { rows } = await owner.query<{ n: number }>(
      'SELECT count(*)::int AS n FROM inbox_event WHERE event_id = ANY ($1)',
      [ids],
    )
    expect(rows).toEqual([{ n: 30 }])
  })

  it('gives up on an event that always fails, and goes on with the others', async () => {
    const { delivery } = await assemble({ overdueSeconds: 5 })
    delivery.start()
    const cursed = await tell(delivery, 'lamp.cursed')
    const next = await tell(delivery)
    await acknowledged(next)
    await eventually('the event is given up', () => is(cursed, 'failed'))
    expect(await is(cursed, 'acknowledged')).toBe(false)
    expect(await delivery.deadLetters.ofService.counts()).toEqual([
      expect.objectContaining({ type: 'lamp.cursed', count: 1 }),
    ])
    await owner.query('DELETE FROM outbox_event WHERE id = $1', [cursed])
  })

  it('waits while the database is away, from the start or later, and goes on by itself', async () => {
    const { delivery } = await assemble()
    await letIn(false)
    delivery.start()
    await letIn(true)
    await acknowledged(await tell(delivery))
    await letIn(false)
    await expect(tell(delivery)).rejects.toThrow()
    await letIn(true)
    await acknowledged(await tell(delivery))
  })

  it('finishes what is under way when it stops, and leaves the rest for the next one', async () => {
    const { delivery } = await assemble()
    delivery.start()
    await acknowledged(await tell(delivery))
    await Promise.all(started.splice(0).map((one) => one.stop()))

    const { delivery: other, consumer } = await assemble()
    const later = await tell(other)
    expect(await is(later, 'dispatched')).toBe(false)
    other.start()
    await acknowledged(later)
    expect(consumer.noted).toEqual([later])
  })
  return { assemble, tell, acknowledged, is, redisServer: () => redis }
}

describe('delivery through PostgreSQL', () => {
  stories(false)
})

describeWithRedis('delivery through Redis', () => {
  const { assemble, tell, acknowledged, is, redisServer } = stories(true)

  it('lets writes go on while Redis is away, and delivers when it is back', async () => {
    const { delivery } = await assemble()
    delivery.start()
    await acknowledged(await tell(delivery))
    await redisServer()?.kill()
    const meanwhile = await tell(delivery)
    await eventually('the queue is known to be away', () => delivery.keeper.queue === undefined)
    expect(await is(meanwhile, 'acknowledged')).toBe(false)
    await redisServer()?.start()
    await acknowledged(meanwhile)
  })
})
