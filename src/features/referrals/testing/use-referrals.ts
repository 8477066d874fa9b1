import { afterAll, beforeAll } from '@jest/globals'
import { Global, Module } from '@nestjs/common'
import { NestFactory } from '@nestjs/core'
import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { cloneDatabase } from '../../../../test/support/database.js'
import type { Role, WorkerActor } from '../../../platform/access/actor.js'
import type { Sector } from '../../../platform/access/sectors.js'
import { readConfig } from '../../../platform/config/config.js'
import { Sealer } from '../../../platform/crypto/index.js'
import { PlatformModule } from '../../../platform/platform.module.js'
import { DeliveryModule } from '../../../platform/queues/index.js'
import { insertAgency, insertUnit, type StoredUnit } from '../../directory/testing/units.js'
import { NotificationsModule } from '../../notifications/index.js'
import { ReferralsModule } from '../referrals.module.js'
import { DeliverEvent } from '../../../platform/outbox/deliver-event.js'
import { EventConsumers } from '../../../platform/outbox/event-consumers.js'
import { SendReferral } from '../use-cases/send-referral.js'
import {
  ReferralBuilder,
  type AtWork,
  type Find,
  type Handed,
  type Parties,
} from './referral.builder.js'
import { TellTheParties } from '../../notifications/index.js'

@Global()
@Module({ providers: [Sealer], exports: [Sealer] })
class Crypto {}

export type ReferralWorld = ReturnType<ReturnType<typeof useReferrals>>

export const useReferrals = () => {
  let it: { find: Find; owner: pg.Client } | undefined
  let close: () => Promise<void>
  beforeAll(async () => {
    const database = await cloneDatabase()
    const config = readConfig({ PROCESS: 'web', LOG_LEVEL: 'error' })
    const runtime = { config, keys: database.keys, appUrl: database.appUrl }
    @Module({
      imports: [
        PlatformModule.for(runtime),
        DeliveryModule.for(runtime),
        Crypto,
        ReferralsModule,
        NotificationsModule,
      ],
    })
    class All {}
    const app = await NestFactory.createApplicationContext(All, {
      abortOnError: false,
      logger: ['error'],
    })
    const owner = new pg.Client({ connectionString: database.ownerUrl })
    await owner.connect()
    it = { owner, find: (type) => app.get(type, { strict: false }) }
    close = async () => {
      await app.close()
      await owner.end()
    }
  })
  afterAll(() => close())
  return () => {
    if (!it) throw new Error('later')
    const { owner, find } = it
    const world = {
      async parties() {
        const { given } = world
        const childProtection = await given.aUnit('child-protection')
        const womens = await given.aUnit('womens-services')
        return {
          sender: await given.aWorker(childProtection),
          sendersColleague: await given.aWorker(childProtection),
          sendersSupervisor: await given.aWorker(childProtection, ['supervisor']),
          receiver: await given.aWorker(womens),
          colleague: await given.aWorker(womens),
          supervisor: await given.aWorker(womens, ['supervisor']),
        }
      },
      async send({ sender }: Parties, { id, version }: Handed) {
        await find(SendReferral).run(sender.actor, id, version)
      },
      async block({ actor }: AtWork, caseId: string) {
        await owner.query(
          "INSERT INTO case_block (worker_id, case_id, reason) VALUES ($1, $2, 'family')",
          [actor.workerId, caseId],
        )
      },
      owner,
      find,
      build: new ReferralBuilder(find),
      async deliverAll() {
        const consumers = find(EventConsumers)
        if (consumers.of('referral.requested').length === 0) consumers.add(find(TellTheParties))
        const { rows } = await owner.query<{ id: string }>(
          'SELECT id FROM outbox_event WHERE acknowledged_at IS NULL ORDER BY created_at, id',
        )
        for (const { id } of rows) await find(DeliverEvent).run(id)
      },
      given: {
        async aUnit(sector: Sector, changes = {}): Promise<StoredUnit> {
          return insertUnit(owner, { agencyId: await insertAgency(owner), sector, ...changes })
        },
        async aWorker(
          unit: StoredUnit,
          roles: readonly Role[] = ['caseworker'],
          name = 'Nguyễn Thử',
        ) {
          const id = randomUUID()
          await owner.query(
            'INSERT INTO worker (id, unit_id, login, display_name, roles) VALUES ($1,$2,$3,$4,$5)',
            [id, unit.id, id, name, roles],
          )
          const actor: WorkerActor = {
            kind: 'worker',
            workerId: id,
            unitId: unit.id,
            agencyId: unit.agencyId,
            sector: unit.sector,
            roles,
            principals: roles.includes('supervisor') ? [id, unit.supervisionId] : [id],
          }
          return { id, unit, actor, displayName: name }
        },
      },
    }
    return world
  }
}
