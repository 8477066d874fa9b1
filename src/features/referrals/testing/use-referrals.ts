import { useApp, type TestApp } from '../../../../test/support/app.js'
import type { TestUnit, TestWorker } from '../../../../test/support/world.js'
import type { Role } from '../../../platform/access/actor.js'
import type { Sector } from '../../../platform/access/sectors.js'
import { servicesOf } from '../../directory/index.js'
import { SendReferral } from '../use-cases/send-referral.js'
import {
  ReferralBuilder,
  type AtWork,
  type Find,
  type Handed,
  type Parties,
} from './referral.builder.js'

/** Everybody a story of one referral needs: two units, their desks and their supervisors. */
export interface Cast extends Parties {
  readonly sender: TestWorker
  readonly sendersColleague: TestWorker
  readonly sendersSupervisor: TestWorker
  readonly receiver: TestWorker
  readonly colleague: TestWorker
  readonly supervisor: TestWorker
}

/** A service in which referrals can travel. */
export class ReferralWorld {
  readonly build: ReferralBuilder
  readonly find: Find

  constructor(readonly test: TestApp) {
    this.find = (type) => test.app.get(type, { strict: false })
    this.build = new ReferralBuilder(this.find)
  }

  /** The owner's connection: to look behind the walls. */
  get owner(): TestApp['owner'] {
    return this.test.owner
  }

  /** A unit that gives what its sector gives. */
  aUnit(sector: Sector, changes: Parameters<TestApp['given']['aUnit']>[1] = {}): Promise<TestUnit> {
    return this.test.given.aUnit(sector, { services: servicesOf(sector), ...changes })
  }

  aWorker(unit: TestUnit, roles?: readonly Role[]): Promise<TestWorker> {
    return this.test.given.aWorker(unit, roles)
  }

  async parties(): Promise<Cast> {
    const childProtection = await this.aUnit('child-protection')
    const womens = await this.aUnit('womens-services')
    return {
      sender: await this.aWorker(childProtection),
      sendersColleague: await this.aWorker(childProtection),
      sendersSupervisor: await this.aWorker(childProtection, ['supervisor']),
      receiver: await this.aWorker(womens),
      colleague: await this.aWorker(womens),
      supervisor: await this.aWorker(womens, ['supervisor']),
    }
  }

  send({ sender }: Parties, { id, version }: Handed): Promise<void> {
    return this.find(SendReferral).run(sender.actor, id, version)
  }

  /** Keeps a worker away from a case for a conflict of interest. */
  async block({ actor }: AtWork, caseId: string): Promise<void> {
    await this.owner.query(
      `INSERT INTO case_block (worker_id, case_id, reason) VALUES ($1, $2, 'family')`,
      [actor.workerId, caseId],
    )
  }

  deliverAll(): Promise<void> {
    return this.test.deliverAll()
  }
}

/** Gives the spec file its world before its tests. */
export const useReferrals = (): (() => ReferralWorld) => {
  const test = useApp()
  let world: ReferralWorld | undefined
  return () => (world ??= new ReferralWorld(test()))
}
