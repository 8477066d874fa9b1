import { afterEach, describe, expect, it } from '@jest/globals'
import {
  assembleDelivery,
  type AssembledDelivery,
} from '../../../test/chaos/support/assemble-delivery.js'
import { eventually } from '../../../test/chaos/support/eventually.js'
import { useDatabase } from '../../../test/support/database.js'
import { DeliveryPace } from './delivery-pace.js'
import { QueueEngine, type OpenQueue, type WorkerHooks } from './queue-engine.js'
import { QueueKeeper } from './queue-keeper.js'

/** A queue in which work lies and whose worker takes nothing. */
class SleepyEngine extends QueueEngine {
  readonly name = 'Sleepy'
  readonly opened: WorkerHooks[] = []
  dropped = 0
  work = 0
  looks = 0
  isAway = false

  async answers(): Promise<void> {
    if (this.isAway) throw new Error('away')
  }
  open(hooks: WorkerHooks): OpenQueue {
    this.opened.push(hooks)
    return {
      add: async () => undefined,
      holds: async () => true,
      waiting: async () => {
        this.looks++
        return this.work
      },
      drain: async () => undefined,
      drop: async () => {
        this.dropped++
      },
    }
  }
  async close(): Promise<void> {
    this.opened.length = 0
  }
}

describe('the keeper of the queue', () => {
  const database = useDatabase()
  let delivery: AssembledDelivery
  let keeper: QueueKeeper
  afterEach(async () => {
    await keeper.stop()
    await delivery.stop()
  })

  const keep = async (engine: SleepyEngine, pace: Partial<DeliveryPace> = {}): Promise<void> => {
    delivery = await assembleDelivery(database())
    const { transactions, deliverEvent } = delivery
    keeper = new QueueKeeper(engine, transactions, deliverEvent, DeliveryPace.with(pace))
    keeper.start()
  }

  it('replaces a worker that sleeps while work waits', async () => {
    const engine = new SleepyEngine()
    engine.work = 1
    await keep(engine, { unclaimedMs: 1 })
    await eventually('a second worker is at it', () => engine.opened.length >= 2)
    expect(engine.dropped).toBeGreaterThan(0)
  })

  it('leaves a worker alone that has nothing to do', async () => {
    const engine = new SleepyEngine()
    await keep(engine, { unclaimedMs: 1 })
    await eventually('the keeper has looked twice', () => engine.looks >= 2)
    expect(engine.opened).toHaveLength(1)
  })

  it('opens nothing while the queue is away, and opens again after trouble', async () => {
    const engine = new SleepyEngine()
    engine.isAway = true
    await keep(engine)
    engine.isAway = false
    await eventually('the queue is open', () => engine.opened.length === 1)
    engine.opened[0]?.onTrouble(new Error('the cable was cut'))
    await eventually('it is open again', () => engine.opened.length === 2)
    expect(engine.dropped).toBe(1)
  })
})
