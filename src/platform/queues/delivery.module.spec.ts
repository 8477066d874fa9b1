import { afterEach, describe, expect, it } from '@jest/globals'
import { Injectable, Module, type INestApplicationContext } from '@nestjs/common'
import { Test } from '@nestjs/testing'
import { randomUUID } from 'node:crypto'
import { eventually } from '../../../test/chaos/support/eventually.js'
import { useDatabase } from '../../../test/support/database.js'
import { system } from '../access/actor.js'
import { readConfig } from '../config/config.js'
import { Transactions } from '../database/transactions.js'
import { EventConsumer, Outbox } from '../outbox/index.js'
import { PlatformModule } from '../platform.module.js'
import { DeliveryModule } from './index.js'

@Injectable()
class LightKeeper extends EventConsumer {
  readonly consumer = 'light-keeper'
  readonly types = ['lamp.lit']
  readonly seen: string[] = []
  async handle({ id }: { id: string }): Promise<void> {
    this.seen.push(id)
  }
}

@Module({ providers: [LightKeeper] })
class Harbour {}

describe('the delivery module', () => {
  const database = useDatabase()
  const started: INestApplicationContext[] = []
  afterEach(async () => {
    for (const app of started.splice(0)) await app.close()
  })

  const start = async (part: 'all' | 'web' | 'worker') => {
    const { appUrl, keys } = database()
    const runtime = {
      appUrl,
      keys,
      config: readConfig({ DATABASE_URL: appUrl, DATABASE_OWNER_URL: appUrl, PROCESS: part }),
    }
    const app = await Test.createTestingModule({
      imports: [PlatformModule.for(runtime), DeliveryModule.for(runtime), Harbour],
    }).compile()
    started.push(app)
    return app.init()
  }
  const lightALamp = async (app: INestApplicationContext): Promise<string> => {
    const id = randomUUID()
    await app
      .get(Transactions)
      .run(system('delivery'), () =>
        app.get(Outbox).add({ id, type: 'lamp.lit', subjectId: randomUUID(), caseId: null }),
      )
    return id
  }

  it('finds the consumers of all modules and brings them what happens', async () => {
    const app = await start('all')
    const id = await lightALamp(app)
    const { seen } = app.get(LightKeeper)
    await eventually('the lamp is seen', () => seen.includes(id))
  })

  it('leaves delivery to the worker where a process serves the web alone', async () => {
    const web = await start('web')
    const worker = await start('worker')
    const id = await lightALamp(web)
    await eventually('the worker sees the lamp', () => worker.get(LightKeeper).seen.includes(id))
    expect(web.get(LightKeeper).seen).toEqual([])
  })
})
